import { sql } from 'kysely';
import { Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { Actor, BoardInHand } from '../board/board-in-hand.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { inHandsOf } from '../board/hands.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { mayReviewCraft } from '../campaign/campaign-rights.ts';
import type { CardRequest } from './claim-card.ts';
import { requireHolder } from './lease.ts';

/** After one look so many minutes pass before the next is asked for: it calls many people. */
const MINUTES_BETWEEN = 60;

/**
 * Who holds a card asks people who know the craft for a look at work that is under way. A clock runs until one of them says
 * something about the card. Asking again while nobody has changes nothing.
 */
export async function askForLook(
  services: Services,
  actorId: string,
  { cardId, requestId }: CardRequest,
): Promise<Changed<CardOnBoard>> {
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    await requireHolder(board, cardId);
    const { lookAskedAt: waits } = await readCard(board.db, cardId);
    if (waits) return { kind: null, result: await readCard(board.db, cardId) };
    const { rows } = await sql`update card set look_claim = claim, look_asked_at = clock_timestamp(),
      updated_at = clock_timestamp() where id = ${cardId} and (look_asked_at is null
        or look_asked_at < clock_timestamp() - make_interval(mins => ${MINUTES_BETWEEN})) returning id`.execute(
      board.db,
    );
    if (rows.length === 0) {
      throw new Refusal(
        'TOO_MANY_REQUESTS',
        'You asked for a look within the hour. Give them a while.',
        'LOOK_ASKED_LATELY',
      );
    }
    return { kind: 'LOOK_ASKED', cards: [cardId], result: await readCard(board.db, cardId) };
  });
}

/** What somebody else who knows the craft says about a card is the look that was asked for. */
export async function giveLook(board: BoardInHand, cardId: string, actor: Actor): Promise<void> {
  if (!mayReviewCraft(actor)) return;
  await sql`update card set look_claim = null
    where id = ${cardId} and look_claim = claim and ${inHandsOf(actor.id)} is not true`.execute(board.db);
}
