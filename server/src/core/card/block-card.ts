import { plainText, textOrNull } from '../../platform/input/text.ts';
import { sql } from 'kysely';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { actorOf } from '../board/board.policy.ts';
import { mayManage } from '../campaign/campaign-rights.ts';
import { holds } from '../board/hands.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { postComment } from './comment-on-card.ts';
import { requireHolder } from './lease.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { WrongStatus } from './card-refusals.ts';

/** The holder says what is missing; from now on a clock shows how long the local has been waited for. */
export async function blockCard(
  services: Services,
  actorId: string,
  input: { cardId: string; reason: string; requestId?: string | null | undefined },
): Promise<Changed<CardOnBoard>> {
  const { cardId, requestId } = input;
  const reason = plainText(input.reason, { field: 'reason', max: 300 });
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    const card = await requireHolder(board, cardId);
    if (card.waitingReason === reason) return { kind: null, result: await readCard(board.db, cardId) };
    // The clock keeps its start when only the words change.
    await sql`update card set waiting_since = coalesce(waiting_since, clock_timestamp()), waiting_reason = ${reason},
      updated_at = clock_timestamp() where id = ${cardId}`.execute(board.db);
    return { kind: 'CARD_BLOCKED', cards: [cardId], result: await readCard(board.db, cardId) };
  });
}

/** The holder or an organizer says that what was missing is there; an answer goes to the comments. */
export async function unblockCard(
  services: Services,
  actorId: string,
  input: { cardId: string; answer?: string | null | undefined; requestId?: string | null | undefined },
): Promise<Changed<CardOnBoard>> {
  const { cardId, requestId } = input;
  const answer = textOrNull(input.answer, { field: 'answer', max: 2000, multiline: true });
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    const card = await board.card(cardId);
    const actor = actorOf(board);
    const mayAnswer = holds(card, actor.id) || mayManage(actor) || actor.role !== null;
    if (!mayAnswer)
      throw notAllowed(
        'HOLDER_OR_LOCAL_ONLY',
        'Only the one who holds this card, or the local, can say this.',
      );
    // A card in review waits for the review, which only a review ends.
    if (card.status !== 'CLAIMED' || !card.waitingSince) {
      throw new WrongStatus(cardId, card.status, 'This card is not waiting on the local.', 'NOT_WAITING');
    }
    await sql`update card set waiting_since = null, waiting_reason = null, updated_at = clock_timestamp()
      where id = ${cardId}`.execute(board.db);
    if (answer) await postComment(board, cardId, answer);
    return { kind: 'CARD_UNBLOCKED', cards: [cardId], result: await readCard(board.db, cardId) };
  });
}
