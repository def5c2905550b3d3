import { notAllowed, wrongStage } from '../../platform/refusal/refusal.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { actorOf } from '../board/board.policy.ts';
import { holds } from '../board/hands.ts';
import type { Card } from '../board/card.entity.ts';
import { WrongStatus } from '../card/card-refusals.ts';
import { staleWork } from './review-refusals.ts';

/** The card, if work of it waits for a review. */
export async function inReview(board: BoardInHand, cardId: string): Promise<Card> {
  const card = await board.card(cardId);
  if (card.status !== 'IN_REVIEW') {
    throw new WrongStatus(cardId, card.status, 'This card has no work waiting for a review.');
  }
  return card;
}

/** The hand-in of a card that waits for its reviews; there is one while the card is in review. */
export interface Pending {
  id: string;
  at: Date;
}

export async function readPending(board: BoardInHand, cardId: string): Promise<Pending> {
  return board.db
    .selectFrom('hand_in')
    .select(['id', 'at'])
    .where('card_id', '=', cardId)
    .where('outcome', '=', 'PENDING')
    .executeTakeFirstOrThrow();
}

/** Refuses a decision about another hand-in than the one that waits. Undefined names none. */
export async function requireSeen(
  board: BoardInHand,
  cardId: string,
  handInId: string | null | undefined,
): Promise<void> {
  if (handInId != null && (await readPending(board, cardId)).id !== handInId) throw staleWork();
}

/** The card, if work of the actor's waits there and nobody at either gate has decided yet. */
export async function ownUndecided(board: BoardInHand, cardId: string): Promise<Card> {
  const card = await inReview(board, cardId);
  if (!holds(card, actorOf(board).id))
    throw notAllowed('NOT_YOUR_WORK', 'This is the work of somebody else.');
  if (card.craftReviewedAt) {
    throw wrongStage(
      'CRAFT_PASSED',
      'Somebody has looked at this work and passed it on. Say what is new in a comment.',
    );
  }
  return card;
}
