import { notAllowed, notSignedIn } from '../../platform/refusal/refusal.ts';
import { levelFor, readerOf, standingHere } from '../access/viewer.ts';
import type { Actor, BoardInHand } from './board-in-hand.ts';
import type { Card } from './card.entity.ts';
import { Sensitivity } from '../access/sensitivity.ts';

/** The rights that decide on a board's changes; the schema shows the same ones to the viewer. */
type Rights = Pick<Actor, 'standing' | 'coordinator' | 'role' | 'vouched' | 'blocked'>;

const HERE = { organizationId: 'this', campaignId: 'this' };

/** What an actor may read on the board in hand. The system, which is nobody, reads all. */
export function levelOf(rights: Rights | null): Sensitivity {
  if (!rights) return Sensitivity.TEAM;
  const roles = new Map(rights.role ? [[HERE.organizationId, rights.role]] : []);
  const vouches = new Set(rights.vouched ? [HERE.organizationId] : []);
  const blocks = new Set(rights.blocked ? [HERE.campaignId] : []);
  return levelFor(readerOf({ ...rights, roles, vouches, blocks }), HERE);
}

/** Whether somebody may change anything on this campaign at all. */
function mayWork({ standing, blocked }: Pick<Rights, 'standing' | 'blocked'>): boolean {
  return standing !== 'SUSPENDED' && !blocked;
}

/** Writes cards, orders the board, takes cards back: organizers of the local, and coordinators. */
export function mayManage(rights: Rights): boolean {
  return mayWork(rights) && (rights.coordinator || rights.role === 'ORGANIZER');
}

/** Says the local's yes: its organizers and approvers, nobody else. */
export function mayApprove(rights: Rights): boolean {
  return mayWork(rights) && (rights.role === 'ORGANIZER' || rights.role === 'APPROVER');
}

/** Reviews the craft: another volunteer of standing, a coordinator, or the team. */
export function mayReviewCraft(rights: Rights): boolean {
  if (!mayWork(rights)) return false;
  const standing = standingHere(rights);
  return rights.coordinator || rights.role !== null || standing === 'VETTED' || standing === 'LEAD';
}

/** How many cards somebody may hold at once on this campaign. */
export function claimLimitFor(
  rights: Pick<Rights, 'standing' | 'vouched' | 'blocked'>,
  settings: { newcomerClaimLimit: number; claimLimit: number },
): number {
  if (!mayWork(rights)) return 0;
  return standingHere(rights) === 'NEW' ? settings.newcomerClaimLimit : settings.claimLimit;
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
  if (!mayManage(actor)) throw notAllowed('Only organizers of this local can do this.');
  return actor;
}
