import { sql } from 'kysely';
import type { Services } from '../../platform/services.ts';
import type { Sensitivity } from '../access/sensitivity.ts';
import type { BoardEventKind } from '../board/board.entity.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { requireManager } from '../board/board.policy.ts';
import { type Change, changeBoard, type Changed } from '../board/change-board.ts';
import { type CardOnBoard, leastReader } from '../board/read-cards.ts';
import { takeUndo, type CardBefore, type Undoing } from '../board/undo.ts';
import type { UndoKind } from '../board/undo.entity.ts';
import { CANCELLED_COLUMNS } from '../card/cancel-card.ts';
import { CardInTheWay } from '../card/card-refusals.ts';
import { readChosen } from './choose-cards.ts';
import { MOVED_COLUMNS } from './move-cards.ts';
import { refuseHolders, restoreClaims } from './restore-claims.ts';
import { EDITED_COLUMNS, nextVersion, refuseHiding } from './update-cards.ts';

/** What may happen to a card and not stand in the way of giving it back what a change took. */
const HARMLESS: readonly BoardEventKind[] = [
  'COMMENT_ADDED',
  'COMMENT_EDITED',
  'COMMENT_REMOVED',
  'PERSON_LEFT',
];

type Undone = Omit<Change<CardOnBoard[]>, 'result' | 'cards' | 'undoes'>;

/**
 * Undoes what the actor did to cards of a board, by the revision it made: within a minute, while they may still do such
 * things, and while nobody did anything with one of the cards since. Returns the cards as they are again; cards that had
 * been added are there no more. A comment that its author removed says again what it said.
 */
export async function undoBoardChange(
  services: Services,
  actorId: string,
  {
    boardId,
    revision,
    requestId,
  }: { boardId: string; revision: number; requestId?: string | null | undefined },
): Promise<Changed<CardOnBoard[]>> {
  return changeBoard(services, { board: { id: boardId }, actorId, requestId }, async (board) => {
    const undoing = await takeUndo(board, revision);
    // A comment is its author's, whoever they are here.
    if (undoing.kind !== 'COMMENT_REMOVED') requireManager(board);
    const ids = undoing.before.map(({ id }) => id);
    const cards = await readChosen(board, ids);
    await refuseChanged(services, board, { undoing, revision, ids });
    const undone = await UNDO[undoing.kind](board, undoing, cards);
    return {
      ...undone,
      cards: cards.map(({ id }) => id),
      undoes: undoing.at,
      result: await readChosen(board, ids),
    };
  });
}

/** Refuses where one of the cards is not as the change left it. */
async function refuseChanged(
  services: Pick<Services, 'boardListeners'>,
  board: BoardInHand,
  { undoing, revision, ids }: { undoing: Undoing; revision: number; ids: readonly string[] },
): Promise<void> {
  // What happens to a card takes nothing from what was said of it.
  if (undoing.kind === 'COMMENT_REMOVED') return;
  const added = undoing.kind === 'ADDED';
  const { rows } = await sql<{ id: string }>`
    select card as id from board_event event, unnest(event.cards) card
    where board_id = ${board.id} and revision > ${revision} and card = any(${ids}::uuid[])
      and kind <> all(${added ? [] : HARMLESS}::text[]) order by revision limit 1`.execute(board.db);
  const changed = rows[0]?.id;
  if (changed) throw changedSince(changed);
  if (added) await refuseInUse(services, board, ids);
}

/** Refuses to take cards away to which something belongs that the log does not tell of. */
async function refuseInUse(
  services: Pick<Services, 'boardListeners'>,
  board: BoardInHand,
  ids: readonly string[],
): Promise<void> {
  // Whoever begins something on a card holds its row: from here on nobody does.
  await sql`select from card where id = any(${ids}::uuid[]) order by id for update`.execute(board.db);
  for (const { inUse } of services.boardListeners) {
    const [used] = (await inUse?.(board, ids)) ?? [];
    if (used) throw changedSince(used);
  }
}

/**
 * Takes cards that a change added off the board again, as if they had never been there. Refuses where somebody did
 * anything with one of them since. The caller checked who asks, and until when.
 */
export async function takeAwayAdded(
  services: Pick<Services, 'boardListeners'>,
  board: BoardInHand,
  { revision, at }: { revision: number; at: Date },
): Promise<Omit<Change<number>, 'result'>> {
  const { rows: cards } = await sql<Pick<CardOnBoard, 'id' | 'status' | 'sensitivity'> & { since: boolean }>`
    select card.id, card.status, card.sensitivity, exists (select from board_event later
      where later.board_id = ${board.id} and later.revision > ${revision} and later.cards @> array[card.id]) as since
    from board_event event, unnest(event.cards) with ordinality added(id, place) join card on card.id = added.id
    where event.board_id = ${board.id} and event.revision = ${revision} order by place`.execute(board.db);
  const changed = cards.find(({ since }) => since);
  if (changed) throw changedSince(changed.id);
  const ids = cards.map(({ id }) => id);
  await refuseInUse(services, board, ids);
  const seenBeforeEach = cards.map((card) => leastReader(card, board.campaignSensitivity));
  await sql`delete from card where id = any(${ids}::uuid[])`.execute(board.db);
  // Numbers that nobody has heard of are given again: else a few tries would use up all that a board has.
  await sql`update board set next_number = least(next_number,
      coalesce((select max(number) from card where board_id = board.id), 0) + 1) where id = ${board.id}`.execute(
    board.db,
  );
  return { kind: 'CARD_CREATE_UNDONE', cards: ids, seenBeforeEach, undoes: at };
}

const changedSince = (cardId: string) =>
  new CardInTheWay(
    cardId,
    'WRONG_STAGE',
    'Somebody did something with this card since. Look at it, then change it yourself.',
    'CHANGED_SINCE',
  );

const levels = (board: BoardInHand, cards: readonly CardOnBoard[]): Sensitivity[] =>
  cards.map((card) => leastReader(card, board.campaignSensitivity));

const UNDO: Record<
  UndoKind,
  (board: BoardInHand, undoing: Undoing, cards: readonly CardOnBoard[]) => Promise<Undone>
> = {
  ADDED: async (board, _undoing, cards) => {
    const seenBeforeEach = levels(board, cards);
    await sql`delete from card where id = any(${cards.map(({ id }) => id)}::uuid[])`.execute(board.db);
    return { kind: 'CARD_CREATE_UNDONE', seenBeforeEach };
  },

  MOVED: async (board, { before }, cards) => {
    await restore(board, before, MOVED_COLUMNS);
    // All of them took the same step.
    const was = before[0]?.['status'];
    if (was === cards[0]?.status) return { kind: 'CARD_MOVED' };
    if (was === 'OPEN') return { kind: 'CARD_OPENED' };
    return { kind: 'CARD_RETURNED_TO_DRAFT', seenBeforeEach: levels(board, cards) };
  },

  EDITED: async (board, { before }, cards) => {
    const columns = EDITED_COLUMNS.filter((column) => before[0] && column in before[0]);
    const hides = columns.includes('sensitivity');
    if (hides) {
      const then = new Map(before.map(({ id, sensitivity }) => [id, sensitivity as Sensitivity]));
      await refuseHiding(board, cards, (id) => then.get(id)!);
    }
    await restore(board, before, columns);
    const version = nextVersion(cards);
    await sql`update card set version = ${version} where id = any(${cards.map(({ id }) => id)}::uuid[])`.execute(
      board.db,
    );
    const fields = columns.map((column) =>
      column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
    );
    return {
      kind: 'CARD_UPDATED',
      fields,
      version,
      ...(hides && { seenBeforeEach: levels(board, cards) }),
    };
  },

  CANCELLED: async (board, undoing, cards) => {
    await refuseHolders(board, undoing.before, cards);
    await restore(board, undoing.before, CANCELLED_COLUMNS);
    const jobs = await restoreClaims(board, undoing);
    return { kind: 'CARD_CANCEL_UNDONE', ...(jobs && { jobs }) };
  },

  COMMENT_REMOVED: async (board, { before: [card], comments }) => {
    // Refuses one that its author may not read any more.
    await board.card(card?.id ?? '');
    await sql`with back as (update comment set text = ${card?.['text']}, removed_at = null
        where id = any(${comments}::uuid[]) and removed_at is not null returning card_id)
      update card set comment_count = comment_count + 1 from back where card.id = back.card_id`.execute(
      board.db,
    );
    return { kind: 'COMMENT_REMOVE_UNDONE' };
  },
};

/** Gives cards these columns as they were, in one statement. */
async function restore(
  board: BoardInHand,
  before: readonly CardBefore[],
  columns: readonly string[],
): Promise<void> {
  const values = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`before.${column}`)}`));
  await sql`update card set ${values}, updated_at = clock_timestamp()
    from jsonb_populate_recordset(null::card, ${JSON.stringify(before)}::jsonb) before
    where card.id = before.id`.execute(board.db);
}
