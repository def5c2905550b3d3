import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import type { Kysely } from '../../platform/db/orm.ts';
import { notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { changeSuggestions, type InHand } from './change-suggestions.ts';
import { isVisible, readSuggestions } from './read-suggestions.ts';
import type { About } from './suggestion-rights.ts';

/** One more who wants it; voting again changes nothing. Refuses one that is not shown. */
export const voteForSuggestion = (
  services: Services,
  viewer: Viewer | null,
  about: About,
  given: { suggestionId: string; voter: string },
): Promise<void> =>
  changeSuggestions(services, viewer, about, async (at) => {
    await requireToVote(at, given);
    await addVote(at.db, { ...given, personId: at.viewer?.personId ?? null });
    return { result: undefined };
  });

/** Takes a vote back; where there is none nothing changes. */
export const takeBackSuggestionVote = (
  services: Services,
  viewer: Viewer | null,
  about: About,
  given: { suggestionId: string; voter: string },
): Promise<void> =>
  changeSuggestions(services, viewer, about, async (at) => {
    await requireToVote(at, given);
    await sql`
      with gone as (delete from suggestion_vote where suggestion_id = ${given.suggestionId}
        and voter = ${given.voter} returning 1)
      update suggestion set votes = votes - 1 where id = ${given.suggestionId} and exists (select from gone)`.execute(
      at.db,
    );
    return { result: undefined };
  });

/** Writes a vote and counts it, in one statement: of two that come at once from one voter, one does nothing. */
export async function addVote(
  db: Kysely,
  { suggestionId, voter, personId }: { suggestionId: string; voter: string; personId: string | null },
): Promise<void> {
  await sql`
    with added as (insert into suggestion_vote (suggestion_id, voter, person_id)
      values (${suggestionId}, ${voter}, ${personId}) on conflict do nothing returning 1)
    update suggestion set votes = votes + 1 where id = ${suggestionId} and exists (select from added)`.execute(
    db,
  );
}

async function requireToVote(
  { db, rights }: InHand,
  { suggestionId, voter }: { suggestionId: string; voter: string },
): Promise<void> {
  const [row] = await readSuggestions(db, sql`id = ${suggestionId}`);
  const isOpen = row && isVisible(row.state);
  if (!row || (!isOpen && !rights.moderates && row.asker !== voter)) throw notFound('suggestion');
  if (rights.refusal) throw rights.refusal;
  if (!isOpen) throw wrongStage('SUGGESTION_NOT_SHOWN', 'This is not shown: it takes no votes.');
}
