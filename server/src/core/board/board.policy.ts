import { notAllowed, notSignedIn } from '../../platform/refusal/refusal.ts';
import { levelFor, readerOf } from '../access/viewer.ts';
import type { Actor, BoardInHand } from './board-in-hand.ts';
import type { Card } from './card.entity.ts';
import { Sensitivity } from '../access/sensitivity.ts';
import { mayManage, type RightsHere } from '../campaign/campaign-rights.ts';

const HERE = { organizationId: 'this', campaignId: 'this' };

/** What an actor may read on the board in hand. The system, which is nobody, reads all. */
export function levelOf(rights: RightsHere | null): Sensitivity {
  if (!rights) return Sensitivity.TEAM;
  const roles = new Map(rights.role ? [[HERE.organizationId, rights.role]] : []);
  const vouches = new Set(rights.vouched ? [HERE.organizationId] : []);
  const blocks = new Set(rights.blocked ? [HERE.campaignId] : []);
  return levelFor(readerOf({ ...rights, roles, vouches, blocks }), HERE);
}

/**
 * Whether somebody may hold a card of that sensitivity. What is not for anyone takes a promise first: of everybody
 * but the local's own people, whom it knows.
 */
export function mayClaim(
  { agreed, role }: Pick<Actor, 'agreed' | 'role'>,
  { sensitivity }: Pick<Card, 'sensitivity'>,
): boolean {
  return agreed || role !== null || sensitivity === Sensitivity.PUBLIC;
}

/** The actor of a change that only people make. */
export function actorOf(board: BoardInHand): Actor {
  if (!board.actor) throw notSignedIn();
  return board.actor;
}

export function requireManager(board: BoardInHand): Actor {
  const actor = actorOf(board);
  if (!mayManage(actor)) throw notAllowed('ORGANIZERS_ONLY', 'Only organizers of this local can do this.');
  return actor;
}
