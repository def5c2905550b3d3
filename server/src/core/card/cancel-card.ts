import { sql } from 'kysely';
import { plainText } from '../../platform/input/text.ts';
import type { Services } from '../../platform/services.ts';
import { requireManager } from '../board/board.policy.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { postComment } from './comment-on-card.ts';
import { type CardOnBoard, leastReader, readCard } from '../board/read-cards.ts';
import { endClaim, holdCard } from './release-card.ts';
import { WrongStatus } from './card-refusals.ts';

/** Takes a card off the board for good, with a reason. What was handed in stays on record. */
export async function cancelCard(
  services: Services,
  actorId: string,
  input: { cardId: string; reason: string; requestId?: string | null | undefined },
): Promise<Changed<CardOnBoard>> {
  const { cardId, requestId } = input;
  const reason = plainText(input.reason, { field: 'reason', max: 500, multiline: true });
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    requireManager(board);
    const card = await board.card(cardId);
    if (card.status === 'DONE' || card.status === 'CANCELLED') {
      throw new WrongStatus(cardId, card.status, 'This card is closed already.');
    }
    const seenBefore = leastReader(card, board.campaignSensitivity);
    await holdCard(board, cardId);
    await endClaim(board, card, 'CANCELLED', reason);
    await sql`update hand_in set outcome = 'CANCELLED', reviewer_id = ${actorId}, reviewed_at = clock_timestamp()
      where card_id = ${cardId} and outcome = 'PENDING'`.execute(board.db);
    await sql`update draft set kept_at = clock_timestamp() where card_id = ${cardId} and kept_at is null`.execute(
      board.db,
    );
    await sql`update card set status = 'CANCELLED', holder_id = null, partner_id = null, claim = null, claimed_at = null,
      lease_expires_at = null, waiting_since = null, waiting_reason = null, changes_requested_at = null,
      updated_at = clock_timestamp() where id = ${cardId}`.execute(board.db);
    await postComment(board, cardId, reason);
    return { kind: 'CARD_CANCELLED', cards: [cardId], seenBefore, result: await readCard(board.db, cardId) };
  });
}
