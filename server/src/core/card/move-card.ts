import { sql } from 'kysely';
import { prepared } from '../../platform/db/prepared.ts';
import type { Services } from '../../platform/services.ts';
import { requireManager } from '../board/board.policy.ts';
import type { BoardEventKind } from '../board/board.entity.ts';
import type { Card, CardStatus } from '../board/card.entity.ts';
import { placeBeside } from './card-position.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { type CardOnBoard, leastReader, writeAndReadCard } from '../board/read-cards.ts';
import { cautionNotCleared, WrongStatus } from './card-refusals.ts';

/**
 * Puts a card beside another of its column, or moves it between DRAFT and OPEN. All other columns are
 * reached by claiming, handing in and reviewing. Without a neighbour the card goes to the end. A card with a caution
 * that nobody ticked does not open.
 */
export async function moveCard(
  services: Services,
  actorId: string,
  input: {
    cardId: string;
    status?: CardStatus | null | undefined;
    afterCardId?: string | null | undefined;
    beforeCardId?: string | null | undefined;
    requestId?: string | null | undefined;
  },
): Promise<Changed<CardOnBoard>> {
  const { cardId, requestId } = input;
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    requireManager(board);
    const card = await board.card(cardId);
    const kind = moveTo(card, input.status ?? card.status);
    const seenBefore = leastReader(card, board.campaignSensitivity);
    const status = input.status ?? card.status;
    const { position, moved } = await placeBeside(board, status, cardId, {
      after: input.afterCardId,
      before: input.beforeCardId,
    });
    const result = await writeAndReadCard(board.db, cardId, [
      putAt(board.db, { cardId, status, position, opens: kind === 'CARD_OPENED' }),
      ...moved.map((other) => shift(board.db, other)),
    ]);
    return {
      kind,
      ...(kind === 'CARD_RETURNED_TO_DRAFT' && { seenBefore }),
      cards: [cardId, ...moved.map(({ id }) => id)],
      result,
    };
  });
}

const putAt = prepared<{ cardId: string; status: CardStatus; position: string; opens: boolean }, unknown>(
  (_db, blank) => sql`
    update card set status = ${blank('status')}, position = ${blank('position')}, updated_at = clock_timestamp(),
      opened_at = case when ${blank('opens')}::boolean then clock_timestamp() else opened_at end
    where id = ${blank('cardId')}`,
);
const shift = prepared<{ id: string; position: string }, unknown>(
  (_db, blank) => sql`update card set position = ${blank('position')} where id = ${blank('id')}`,
);

function moveTo(card: Card, status: CardStatus): BoardEventKind {
  if (card.status === status) return 'CARD_MOVED';
  if (card.status === 'DRAFT' && status === 'OPEN') {
    if (card.caution !== null && !card.cautionClearedAt) throw cautionNotCleared();
    return 'CARD_OPENED';
  }
  if (card.status === 'OPEN' && status === 'DRAFT') return 'CARD_RETURNED_TO_DRAFT';
  throw new WrongStatus(
    card.id,
    card.status,
    'A card gets there by being claimed, handed in or reviewed.',
    'NOT_BY_MOVING',
  );
}
