import { sql } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { Sensitivity } from '../access/sensitivity.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { requireManager } from '../board/board.policy.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { type CardOnBoard, leastReader } from '../board/read-cards.ts';
import { keepForUndo } from '../board/undo.ts';
import { changesBrief, keepBriefs } from '../card/brief.ts';
import { isClosed } from '../card/cancel-card.ts';
import { CardInTheWay } from '../card/card-refusals.ts';
import { type CardWordsInput, takeCardWords } from '../card/card-words.ts';
import { chosenCards, readChosen, takeChosen } from './choose-cards.ts';
import { holdHolders, mayWorkOn } from './holders.ts';

/** What makes sense for many cards at once, and the columns it stands in. */
const COLUMNS = {
  skill: 'skill',
  hours: 'hours',
  phase: 'phase',
  dueAt: 'due_at',
  dueOffsetHours: 'due_offset_hours',
  languages: 'languages',
  sensitivity: 'sensitivity',
} as const;
type Field = keyof typeof COLUMNS;
const FIELDS = Object.keys(COLUMNS) as Field[];
export const EDITED_COLUMNS = Object.values(COLUMNS);

/** What many cards can be given in one edit. */
export type SharedWords = Pick<CardWordsInput, Field>;

/** A card as the editor read it. */
export interface CardAsRead {
  cardId: string;
  version: number;
}

/**
 * Writes the same into many cards: all of them or, where one is closed, was edited in the same fields since, or would be
 * hidden from whoever holds it, none. Cards that say so already stay as they are. Who did it can undo it for a minute.
 */
export async function updateCards(
  services: Services,
  actorId: string,
  input: {
    boardId: string;
    cards: readonly CardAsRead[];
    requestId?: string | null | undefined;
  } & SharedWords,
): Promise<Changed<CardOnBoard[]>> {
  const { boardId, requestId } = input;
  const chosen = takeChosen(
    input.cards.map(({ cardId }) => cardId),
    'cards',
  );
  return changeBoard(services, { board: { id: boardId }, actorId, requestId }, async (board) => {
    requireManager(board);
    const words = takeCardWords(shared(input), { startsAt: board.startsAt });
    const given = FIELDS.filter((field) => field in words);
    if (given.length === 0) throw new InvalidInput('cards', 'EMPTY', 'Say what the cards should have.');
    const before = await chosenCards(board, chosen);
    const closed = before.find(isClosed);
    if (closed) throw new CardInTheWay(closed.id, 'WRONG_STATUS', 'This card is closed.', 'CARD_CLOSED');
    const differs = (card: CardOnBoard) =>
      given.filter((field) => !isDeepStrictEqual(card[field], words[field]));
    const changed = before.filter((card) => differs(card).length > 0);
    if (changed.length === 0) return { kind: null, result: before };
    const fields = given.filter((field) => changed.some((card) => differs(card).includes(field)));
    await refuseStale(board, changed, { read: input.cards, fields });
    if (words.sensitivity) await refuseHiding(board, changed, words.sensitivity);
    const cards = changed.map(({ id }) => id);
    const jobs = await keepForUndo(board, {
      kind: 'EDITED',
      cards,
      columns: fields.map((field) => COLUMNS[field]),
    });
    if (changesBrief(fields)) await keepBriefs(board, { cards });
    const version = nextVersion(changed);
    await board.db
      .updateTable('card')
      .set({
        ...Object.fromEntries(fields.map((field) => [COLUMNS[field], words[field]])),
        version,
        updated_at: sql<Date>`clock_timestamp()`,
      })
      .where(sql<boolean>`id = any(${cards}::uuid[])`)
      .execute();
    const seenBeforeEach = changed.map((card) => leastReader(card, board.campaignSensitivity));
    return {
      kind: 'CARD_UPDATED',
      cards,
      fields,
      version,
      ...(fields.includes('sensitivity') && { seenBeforeEach }),
      jobs,
      result: await readChosen(board, cards),
    };
  });
}

const shared = (input: SharedWords): SharedWords =>
  Object.fromEntries(FIELDS.flatMap((field) => (input[field] === undefined ? [] : [[field, input[field]]])));

/**
 * One version for all cards that are edited together, later than each of theirs: an event of the log carries one, and
 * versions rise, whether or not by one.
 */
export const nextVersion = (cards: readonly Pick<CardOnBoard, 'version'>[]) =>
  Math.max(...cards.map(({ version }) => version)) + 1;

async function refuseStale(
  board: BoardInHand,
  cards: readonly CardOnBoard[],
  { read, fields }: { read: readonly CardAsRead[]; fields: readonly string[] },
): Promise<void> {
  const versions = new Map(read.map(({ cardId, version }) => [cardId, version]));
  const behind = cards.filter(({ id, version }) => versions.get(id) !== version);
  if (behind.length === 0) return;
  if (behind.some(({ id, version }) => (versions.get(id) ?? 0) > version))
    throw new InvalidInput('cards', 'UNKNOWN', 'One of these cards has no such version.');
  const { rows } = await sql<{ id: string }>`
    select edited.id from unnest(${behind.map(({ id }) => id)}::uuid[],
      ${behind.map(({ id }) => versions.get(id) ?? 0)}::int[]) as edited(id, version)
    where exists (select from board_event event where board_id = ${board.id} and kind = 'CARD_UPDATED'
      and cards @> array[edited.id] and event.version > edited.version and fields && ${fields}::text[])
    limit 1`.execute(board.db);
  const [stale] = rows;
  if (!stale) return;
  throw new CardInTheWay(
    stale.id,
    'STALE_CARD',
    'Somebody changed this card while you chose. Look at it first.',
  );
}

/** Refuses to write a sensitivity at which whoever holds one of the cards could not read it any more. */
export async function refuseHiding(
  board: BoardInHand,
  cards: readonly Pick<CardOnBoard, 'id' | 'holderId' | 'partnerId'>[],
  sensitivity: Sensitivity | ((cardId: string) => Sensitivity),
): Promise<void> {
  const held = cards.flatMap(({ id, holderId, partnerId }) =>
    [holderId, partnerId].flatMap((personId) => (personId ? [{ id, personId }] : [])),
  );
  const holders = await holdHolders(
    board,
    held.map(({ personId }) => personId),
  );
  for (const { id, personId } of held) {
    const then = typeof sensitivity === 'function' ? sensitivity(id) : sensitivity;
    if (mayWorkOn(holders.get(personId), board, then)) continue;
    throw new CardInTheWay(
      id,
      'NOT_ALLOWED',
      'The one who holds this card could not see it any more. Take it back first.',
      'HOLDER_COULD_NOT_READ',
    );
  }
}
