import { notAllowed } from '../../platform/refusal/refusal.ts';
import type { Actor, BoardInHand } from '../board/board-in-hand.ts';
import { actorOf } from '../board/board.policy.ts';
import { mayReviewCraft } from '../campaign/campaign-rights.ts';
import { mayApprove } from '../campaign/campaign-rights.ts';
import type { Card } from '../board/card.entity.ts';
import { holds } from '../board/hands.ts';
import { ownWork } from './review-refusals.ts';

export function requireApprover(board: BoardInHand, card: Card): Actor {
  const actor = actorOf(board);
  if (holds(card, actor.id)) throw ownWork();
  if (!mayApprove(actor)) throw notAllowed('LOCAL_ONLY', 'Only the local can say yes to this.');
  return actor;
}

export function requireCraftReviewer(board: BoardInHand, card: Card): Actor {
  const actor = actorOf(board);
  if (holds(card, actor.id)) throw ownWork();
  if (!mayReviewCraft(actor))
    throw notAllowed(
      'REVIEWERS_ONLY',
      'Reviews are for people who have had work approved, and for the team.',
    );
  return actor;
}
