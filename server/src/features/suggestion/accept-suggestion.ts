import { sql } from 'kysely';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Skill } from '../../core/access/skill.ts';
import { requireManager } from '../../core/board/board.policy.ts';
import { changeBoardWithin } from '../../core/board/change-board.ts';
import { putOnBoard } from '../../core/card/create-card.ts';
import type { Em } from '../../platform/db/orm.ts';
import { numberBetween, textOrNull } from '../../platform/input/text.ts';
import { notAllowed, notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { requireToModerate, wordToAuthor } from './change-suggestions.ts';
import { MAX_ANSWER } from './decide-suggestion.ts';
import { programmeBoard } from './programme-campaign.ts';
import type { SuggestionRow } from './read-suggestions.ts';
import { type About, campaignOf, requireRights } from './suggestion-rights.ts';

export interface Acceptance {
  suggestionId: string;
  /** A word to whoever made it. */
  text?: string | null | undefined;
  skill: Skill;
  hours: number;
}

/**
 * Makes a suggestion a card, in one transaction: an open one on the programme's own board; of a campaign, a draft on
 * its board, whose words its people finish. Whoever made it is told. Accepted twice, also at once, it is one card.
 * The board is locked before the suggestion, as where a card that is done tells its suggestion.
 */
export async function acceptSuggestion(
  services: Services,
  viewer: Viewer,
  about: About,
  given: Acceptance,
): Promise<void> {
  const text = textOrNull(given.text, { field: 'text', max: MAX_ANSWER, multiline: true });
  const hours = numberBetween(given.hours, 'hours', 0.25, 40);
  const done = await services.orm.em.fork().transactional(async (em) => {
    const actor = requireViewer(await refreshViewer(em, viewer));
    const rights = await requireRights(em, actor, about);
    // Who may not is refused before anything is made or locked.
    await requireToModerate({ db: em.getKysely(), rights }, actor, given.suggestionId, { isHeld: false });
    const board =
      campaignOf(about) === null
        ? await programmeBoard(services, em, actor)
        : { boardId: await boardOf(em, about), notices: [] };
    const changed = await changeBoardWithin(
      services,
      em,
      { board: { id: board.boardId }, actorId: actor.personId },
      async (hand) => {
        // Rights as they are now that the board is locked.
        const { coordinator } = requireManager(hand);
        if (campaignOf(about) === null && !coordinator)
          throw notAllowed('MODERATORS_ONLY', 'Only those who are asked can do this.');
        const row = await requireToModerate({ db: hand.db, rights }, actor, given.suggestionId);
        if (row.state === 'ACCEPTED') return { kind: null, result: [] };
        if (row.state === 'HIDDEN')
          throw wrongStage('SUGGESTION_HIDDEN', 'This is hidden. Show it again, then answer.');
        const [card] = await putOnBoard(
          hand,
          [{ ...wordsOf(row), skill: given.skill, hours, sensitivity: hand.campaignSensitivity }],
          { status: campaignOf(about) === null ? 'OPEN' : 'DRAFT' },
        );
        await sql`update suggestion set state = 'ACCEPTED', card_id = ${card!.id}, answer = coalesce(${text}, answer),
            answered_by_id = ${actor.personId}, answered_at = clock_timestamp(), changed_at = clock_timestamp()
          where id = ${row.id}`.execute(hand.db);
        const notices = wordToAuthor(row, 'SUGGESTION_ACCEPTED', { viewer: actor, rights });
        await notify(services, em, notices);
        return { kind: 'CARD_CREATED', cards: [card!.id], result: notices };
      },
    );
    return { changed, notices: [...board.notices, ...(changed.result ?? [])] satisfies Notice[] };
  });
  const { boardId, revision, raised, heard } = done.changed;
  if (raised) services.hints.send({ board: boardId, revision });
  for (const { afterwards } of heard) afterwards?.();
  hintNotices(services, done.notices);
  services.hints.send({ desk: true });
}

async function boardOf(em: Em, campaignId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from board where campaign_id = ${campaignId}`.execute(
    em.getKysely(),
  );
  if (!rows[0]) throw notFound('campaign');
  return rows[0].id;
}

const MAX_TITLE = 120;
const MAX_DELIVERABLE = 300;

/** A card's words are short; what does not fit stands in full where the card began. */
function wordsOf({ text, language }: SuggestionRow) {
  const [line = text] = text.split('\n');
  return {
    title: cut(line.replace(/\s+/g, ' ').trim(), MAX_TITLE),
    deliverable: cut(text, MAX_DELIVERABLE),
    phase: 'ONGOING' as const,
    language,
  };
}

function cut(text: string, max: number): string {
  const characters = [...text];
  return characters.length > max
    ? `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
    : text;
}
