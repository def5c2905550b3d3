import { sql } from 'kysely';
import type { Services } from '../../platform/services.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import type { CardRequest } from './claim-card.ts';
import { requireHolder } from './lease.ts';
import { leaseJobs } from './lease-jobs.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';

/**
 * The holder of a first lease says that they are on it, and has the card for a full lease from when they took it.
 * Saying it again changes nothing.
 */
export async function confirmClaim(
  services: Services,
  actorId: string,
  { cardId, requestId }: CardRequest,
): Promise<Changed<CardOnBoard>> {
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    await requireHolder(board, cardId);
    const { rows } = await sql`update card set to_confirm = null, updated_at = clock_timestamp(),
      lease_expires_at = claimed_at + make_interval(hours => ${board.leaseHours})
      where id = ${cardId} and to_confirm = claim returning id`.execute(board.db);
    const card = await readCard(board.db, cardId);
    if (rows.length === 0) return { kind: null, result: card };
    return { kind: 'CLAIM_CONFIRMED', cards: [cardId], jobs: leaseJobs(board, card), result: card };
  });
}
