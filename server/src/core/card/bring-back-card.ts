import { sql } from 'kysely';
import type { Services } from '../../platform/services.ts';
import { requireManager } from '../board/board.policy.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { positionAtEnd } from './card-position.ts';
import { WrongStatus } from './card-refusals.ts';
import type { CardRequest } from './claim-card.ts';

/**
 * Puts a cancelled card back on the board, as a draft at the end of its column: who brings it back looks it over before
 * others see it. Its record, comments and kept drafts are still there.
 */
export async function bringBackCard(
  services: Services,
  actorId: string,
  { cardId, requestId }: CardRequest,
): Promise<Changed<CardOnBoard>> {
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    requireManager(board);
    const card = await board.card(cardId);
    if (card.status !== 'CANCELLED') {
      throw new WrongStatus(cardId, card.status, 'This card is on the board.');
    }
    const position = await positionAtEnd(board, 'DRAFT');
    await sql`update card set status = 'DRAFT', position = ${position}, craft_reviewed_at = null,
      craft_reviewer_id = null, handed_in_at = null, extensions = 0, updated_at = clock_timestamp()
      where id = ${cardId}`.execute(board.db);
    return { kind: 'CARD_BROUGHT_BACK', cards: [cardId], result: await readCard(board.db, cardId) };
  });
}
