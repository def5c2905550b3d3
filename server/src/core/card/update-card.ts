import { sql } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import { InvalidInput, notAllowed } from '../../platform/refusal/refusal.ts';
import { levelFor, loadRights, readerOf } from '../access/viewer.ts';
import type { Services } from '../../platform/services.ts';
import { requireManager } from '../board/board.policy.ts';
import { changesBrief, keepBriefs } from './brief.ts';
import { type CardWords, type CardWordsInput, takeCardWords } from './card-words.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { handsOf } from '../board/hands.ts';
import type { Card } from '../board/card.entity.ts';
import { type CardOnBoard, leastReader, readCard } from '../board/read-cards.ts';
import { mayReadAt, type Sensitivity } from '../access/sensitivity.ts';
import { StaleCard, WrongStatus } from './card-refusals.ts';

/**
 * Edits the words of a card. `version` is the one the editor read: when others edited the same fields since, the edit
 * is refused with the names of all they changed; other fields are no clash. Other words of a caution take its tick away; a card that is open
 * stays so, and shows that nobody ticked it.
 */
export async function updateCard(
  services: Services,
  actorId: string,
  input: { cardId: string; version: number; requestId?: string | null | undefined } & CardWordsInput,
): Promise<Changed<CardOnBoard>> {
  const { cardId, version, requestId } = input;
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    requireManager(board);
    const card = await board.card(cardId);
    if (card.status === 'DONE' || card.status === 'CANCELLED') {
      throw new WrongStatus(cardId, card.status, 'This card is closed. Write a new one.');
    }
    const words = onlyChanged(
      card,
      takeCardWords(withoutSameDue(input, card), { startsAt: board.startsAt, before: card.checklist }),
    );
    const fields = Object.keys(words);
    if (version !== card.version) await refuseStale(board, card, { version, fields });
    if (fields.length === 0) return { kind: null, result: await readCard(board.db, cardId) };
    if (words.sensitivity) await refuseHidingFromHolder(board, card, words.sensitivity);
    if (changesBrief(fields)) await keepBriefs(board, { cards: [cardId] });
    const seenBefore = leastReader(card, board.campaignSensitivity);
    // Whoever ticked the caution ticked other words.
    if ('caution' in words) Object.assign(card, { cautionClearedAt: null, cautionClearedBy: null });
    Object.assign(card, words, { version: card.version + 1, updatedAt: board.now });
    await board.em.flush();
    return {
      kind: 'CARD_UPDATED',
      cards: [cardId],
      fields,
      version: card.version,
      ...(words.sensitivity && { seenBefore }),
      result: await readCard(board.db, cardId),
    };
  });
}

/** A due moment that has passed may stay; only setting a new one to the past is refused. */
function withoutSameDue<T extends CardWordsInput>(input: T, card: Card): T {
  const same =
    (input.dueAt?.getTime() ?? null) === (card.dueAt?.getTime() ?? null) &&
    (input.dueOffsetHours ?? null) === card.dueOffsetHours;
  return same ? { ...input, dueAt: undefined, dueOffsetHours: undefined } : input;
}

function onlyChanged(card: Card, words: Partial<CardWords>): Partial<CardWords> {
  const entries = Object.entries(words) as [keyof CardWords, unknown][];
  return Object.fromEntries(entries.filter(([field, value]) => !isDeepStrictEqual(card[field], value)));
}

/**
 * Refuses what was made of an earlier version than the card's, where others changed any of `fields` since. What is the
 * same as the card says by now is not in `fields`: both wrote it.
 */
export async function refuseStale(
  board: BoardInHand,
  card: Card,
  { version, fields }: { version: number; fields: readonly string[] | 'ANY' },
): Promise<void> {
  if (version > card.version) throw new InvalidInput('version', 'UNKNOWN', 'This card has no such version.');
  const { rows } = await sql<{ field: string }>`
    select distinct unnest(fields) as field from board_event
    where board_id = ${board.id} and kind = 'CARD_UPDATED' and cards @> array[${card.id}::uuid]
      and version > ${version}`.execute(board.db);
  const changed = rows.map(({ field }) => field).sort();
  if (changed.some((field) => fields === 'ANY' || fields.includes(field)))
    throw new StaleCard(card.id, changed);
}

async function refuseHidingFromHolder(
  board: BoardInHand,
  card: Card,
  sensitivity: Sensitivity,
): Promise<void> {
  for (const personId of handsOf(card)) {
    const rights = await loadRights(board.em, personId);
    if (!rights || mayReadAt(levelFor(readerOf(rights), board), sensitivity)) continue;
    throw notAllowed(
      'HOLDER_COULD_NOT_READ',
      'The one who holds this card could not see it any more. Take it back first.',
    );
  }
}
