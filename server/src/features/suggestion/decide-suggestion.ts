import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import { plainText } from '../../platform/input/text.ts';
import { wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { changeSuggestions, requireToModerate, wordToAuthor } from './change-suggestions.ts';
import type { About } from './suggestion-rights.ts';

export const MAX_ANSWER = 2_000;

/** Lets everybody read one that waits, or that was hidden: it is then what it was. One that is shown stays so. */
export const showSuggestion = (services: Services, viewer: Viewer, about: About, id: string): Promise<void> =>
  changeSuggestions(services, viewer, about, async (at) => {
    await requireToModerate(at, at.viewer, id);
    await sql`update suggestion set state_before = null, changed_at = clock_timestamp(),
        state = case when state_before is null or state_before = 'WAITING' then 'SHOWN' else state_before end
      where id = ${id} and state in ('WAITING', 'HIDDEN')`.execute(at.db);
    return { result: undefined };
  });

/** Takes one out of sight, or with `allOfAsker` all that whoever made it made here. Returns how many. */
export const hideSuggestion = (
  services: Services,
  viewer: Viewer,
  about: About,
  { suggestionId, allOfAsker }: { suggestionId: string; allOfAsker: boolean },
): Promise<number> =>
  changeSuggestions(services, viewer, about, async (at) => {
    const { id, asker } = await requireToModerate(at, at.viewer, suggestionId);
    const which = allOfAsker && asker !== '' ? sql`about = ${about} and asker = ${asker}` : sql`id = ${id}`;
    const { rows } = await sql`update suggestion set state = 'HIDDEN', state_before = state,
        changed_at = clock_timestamp()
      where ${which} and state <> 'HIDDEN' returning id`.execute(at.db);
    return { result: rows.length };
  });

/** Answers, which shows it; or writes the answer anew. Whoever made it is told, once. */
export const answerSuggestion = (
  services: Services,
  viewer: Viewer,
  about: About,
  given: { suggestionId: string; text: string },
): Promise<void> => decide(services, viewer, about, given, 'ANSWERED');

/** Says no, with the reason, which shows it. Whoever made it is told, once. */
export const declineSuggestion = (
  services: Services,
  viewer: Viewer,
  about: About,
  given: { suggestionId: string; text: string },
): Promise<void> => decide(services, viewer, about, given, 'DECLINED');

const decide = (
  services: Services,
  viewer: Viewer,
  about: About,
  given: { suggestionId: string; text: string },
  state: 'ANSWERED' | 'DECLINED',
): Promise<void> =>
  changeSuggestions(services, viewer, about, async (at) => {
    const row = await requireToModerate(at, at.viewer, given.suggestionId);
    const text = plainText(given.text, { field: 'text', max: MAX_ANSWER, multiline: true });
    if (row.state === 'HIDDEN')
      throw wrongStage('SUGGESTION_HIDDEN', 'This is hidden. Show it again, then answer.');
    if (row.state === 'ACCEPTED')
      throw wrongStage('SUGGESTION_ACCEPTED', 'This was accepted: its card is on the board.');
    await sql`update suggestion set state = ${state}, answer = ${text}, answered_by_id = ${at.viewer!.personId},
        answered_at = clock_timestamp(), changed_at = clock_timestamp() where id = ${row.id}`.execute(at.db);
    const kind = state === 'ANSWERED' ? 'SUGGESTION_ANSWERED' : 'SUGGESTION_DECLINED';
    return { result: undefined, notices: row.state === state ? [] : wordToAuthor(row, kind, at) };
  });
