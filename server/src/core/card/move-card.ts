import { sql } from 'kysely';
import type { Services } from '../../platform/services.ts';
import { requireManager } from '../board/board.policy.ts';
import type { BoardEventKind } from '../board/board.entity.ts';
import type { Card, CardStatus } from '../board/card.entity.ts';
import { placeBeside } from './card-position.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { type CardOnBoard, leastReader, readCard } from '../board/read-cards.ts';
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
    await sql`update card set status = ${status}, position = ${position}, updated_at = clock_timestamp(),
      opened_at = case when ${kind} = 'CARD_OPENED' then clock_timestamp() else opened_at end
      where id = ${cardId}`.execute(board.db);
    for (const other of moved) {
      await sql`update card set position = ${other.position} where id = ${other.id}`.execute(board.db);
    }
    return {
      kind,
      ...(kind === 'CARD_RETURNED_TO_DRAFT' && { seenBefore }),
      cards: [cardId, ...moved.map(({ id }) => id)],
      result: await readCard(board.db, cardId),
    };
  });
}

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
