import { sql } from 'kysely';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { requireManager } from '../board/board.policy.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import type { CardRequest } from './claim-card.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { WrongStatus } from './card-refusals.ts';

/**
 * An organizer ticks the caution of a card: what it asks for, such as a lawyer's word or somebody's consent, is
 * seen to. Ticking again changes nothing. The version of the words stays as it is.
 */
export async function clearCaution(
  services: Services,
  actorId: string,
  { cardId, requestId }: CardRequest,
): Promise<Changed<CardOnBoard>> {
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    const { id: by } = requireManager(board);
    const card = await board.card(cardId);
    if (card.status === 'DONE' || card.status === 'CANCELLED') {
      throw new WrongStatus(cardId, card.status, 'This card is closed.');
    }
    if (card.caution === null)
      throw new InvalidInput('cardId', 'EMPTY', 'There is no caution on this card any more.');
    if (card.cautionClearedAt) return { kind: null, result: await readCard(board.db, cardId) };
    await sql`update card set caution_cleared_at = clock_timestamp(), caution_cleared_by_id = ${by},
      updated_at = clock_timestamp() where id = ${cardId}`.execute(board.db);
    return {
      kind: 'CARD_UPDATED',
      cards: [cardId],
      fields: ['cautionCleared'],
      result: await readCard(board.db, cardId),
    };
  });
}
