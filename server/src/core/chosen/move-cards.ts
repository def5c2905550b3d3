import { generateNKeysBetween } from 'fractional-indexing';
import { sql } from 'kysely';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { requireManager } from '../board/board.policy.ts';
import type { CardStatus } from '../board/card.entity.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { type CardOnBoard, leastReader } from '../board/read-cards.ts';
import { keepForUndo } from '../board/undo.ts';
import { CardInTheWay, cautionNotCleared } from '../card/card-refusals.ts';
import { chosenCards, readChosen, takeChosen } from './choose-cards.ts';

/** Which end of a column. */
export const Place = { TOP: 'TOP', BOTTOM: 'BOTTOM' } as const;
export type Place = keyof typeof Place;

/** What moving takes from a card, and undoing it gives back. */
export const MOVED_COLUMNS = ['status', 'position', 'opened_at'] as const;

/**
 * Opens many drafts, puts open cards back to drafts, or moves cards to an end of the columns they are in, in the order
 * they stand there: all of them or, where one may not, none. Those that are where they should be stay. With a status they
 * go to the bottom unless said otherwise. Who did it can undo it for a minute.
 */
export async function moveCards(
  services: Services,
  actorId: string,
  input: {
    boardId: string;
    cardIds: readonly string[];
    status?: CardStatus | null | undefined;
    place?: Place | null | undefined;
    requestId?: string | null | undefined;
  },
): Promise<Changed<CardOnBoard[]>> {
  const { boardId, requestId } = input;
  const status = input.status ?? null;
  const place = input.place ?? null;
  const chosen = takeChosen(input.cardIds, 'cardIds');
  if (!status && !place) throw new InvalidInput('place', 'EMPTY', 'Say where the cards go.');
  return changeBoard(services, { board: { id: boardId }, actorId, requestId }, async (board) => {
    requireManager(board);
    const cards = await chosenCards(board, chosen);
    for (const card of cards) if (status) refuseToMove(card, status);
    const moved = cards.filter((card) => card.status !== status);
    if (moved.length === 0) return { kind: null, result: cards };
    const ids = moved.map(({ id }) => id);
    const places = await placesFor(board, moved, { status, place: place ?? 'BOTTOM' });
    const jobs = await keepForUndo(board, { kind: 'MOVED', cards: ids, columns: MOVED_COLUMNS });
    await sql`update card set status = coalesce(${status}, status), position = place.position,
      opened_at = case when ${status} = 'OPEN' then clock_timestamp() else opened_at end,
      updated_at = clock_timestamp()
      from unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ position }) => position)}::text[])
        as place(id, position) where card.id = place.id`.execute(board.db);
    return {
      kind: status === null ? 'CARD_MOVED' : status === 'OPEN' ? 'CARD_OPENED' : 'CARD_RETURNED_TO_DRAFT',
      ...(status === 'DRAFT' && {
        seenBeforeEach: moved.map((card) => leastReader(card, board.campaignSensitivity)),
      }),
      cards: ids,
      jobs,
      result: await readChosen(board, ids),
    };
  });
}

function refuseToMove(card: CardOnBoard, status: CardStatus): void {
  const between =
    (status === 'OPEN' || status === 'DRAFT') && (card.status === 'OPEN' || card.status === 'DRAFT');
  if (!between) {
    throw new CardInTheWay(
      card.id,
      'WRONG_STATUS',
      'A card gets there by being claimed, handed in or reviewed.',
      'NOT_BY_MOVING',
    );
  }
  if (status === 'OPEN' && card.status === 'DRAFT' && card.caution !== null && !card.cautionClearedAt) {
    const { code, message } = cautionNotCleared();
    throw new CardInTheWay(card.id, code, message);
  }
}

/** A key for each card at that end of its column, beyond all that are not moved, in the order they come. */
async function placesFor(
  board: BoardInHand,
  cards: readonly CardOnBoard[],
  { status, place }: { status: CardStatus | null; place: Place },
): Promise<{ id: string; position: string }[]> {
  const columns = Map.groupBy(cards, (card) => status ?? card.status);
  const { rows: ends } = await sql<{ status: CardStatus; first: string; last: string }>`
    select status, min(position) as first, max(position) as last from card
    where board_id = ${board.id} and status = any(${[...columns.keys()]}::text[])
      and id <> all(${cards.map(({ id }) => id)}::uuid[]) group by status`.execute(board.db);
  return [...columns].flatMap(([column, moved]) => {
    const end = ends.find((each) => each.status === column);
    const between: [string | null, string | null] =
      place === 'TOP' ? [null, end?.first ?? null] : [end?.last ?? null, null];
    const keys = generateNKeysBetween(...between, moved.length);
    return moved.map(({ id }, index) => ({ id, position: keys[index]! }));
  });
}
