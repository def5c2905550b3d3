import { sql } from 'kysely';
import { Refusal } from '../../platform/refusal/refusal.ts';
import { standingHere } from '../access/viewer.ts';
import { hasFinished } from '../board/hands.ts';
import type { Actor, BoardInHand } from '../board/board-in-hand.ts';

/** So many cards of a board people without finished work may always hold together: a small board begins somehow. */
export const ALWAYS_FOR_NEWCOMERS = 3;
/**
 * Cards that somebody may hand back in an hour and take another: who is new here, and everybody else. The local's own
 * people are left alone.
 */
const BACK_IN_AN_HOUR = { unproven: 24, proven: 600 };

/**
 * Whether nothing speaks for somebody yet: no finished work anywhere, no role, no vouch and no standing here. Handles
 * are free, so what many of them hold together has bounds.
 */
export function isUnproven(actor: Actor): boolean {
  return !actor.proven && !actor.coordinator && actor.role === null && standingHere(actor) === 'NEW';
}

/** Hours after which a claim has to be confirmed; null for one that does not. */
export function firstLeaseFor(
  actor: Actor,
  { firstLeaseHours, leaseHours }: Pick<BoardInHand, 'firstLeaseHours' | 'leaseHours'>,
): number | null {
  return isUnproven(actor) && firstLeaseHours > 0 && firstLeaseHours < leaseHours ? firstLeaseHours : null;
}

/** Refuses a claim by somebody who took and gave back many cards just now. */
export function refuseTooOften(actor: Actor, handedBackLately: number): void {
  const limit = isUnproven(actor) ? BACK_IN_AN_HOUR.unproven : BACK_IN_AN_HOUR.proven;
  if (handedBackLately < limit || actor.role !== null || actor.coordinator) return;
  throw new Refusal(
    'HANDED_BACK_OFTEN',
    `You handed back ${limit} cards within an hour. What you hold is yours; take another one in an hour.`,
  );
}

/**
 * Refuses a claim, just made under the lock of its board, by which people for whom nothing speaks yet would hold more
 * than their share of the board's cards that are open or being worked on. A card of two counts once, where nothing
 * speaks for one of them: it may be that one's alone in a minute.
 */
export async function refuseBeyondShare(board: BoardInHand, actor: Actor): Promise<void> {
  if (board.newcomerShare >= 100 || !isUnproven(actor)) return;
  const { rows } = await sql<{ held: number; all: number }>`
    select count(*)::int as "all", count(*) filter (where card.status = 'CLAIMED' and exists (
      select from person holder where (holder.id = card.holder_id or holder.id = card.partner_id) and holder.standing = 'NEW' and not holder.coordinator
      and not exists (select from membership where membership.person_id = holder.id
        and membership.organization_id = ${board.organizationId})
      and not exists (select from vouch where vouch.person_id = holder.id
        and vouch.organization_id = ${board.organizationId} and vouch.ended_at is null)
      and not ${hasFinished(sql.ref('holder.id'))}))::int as held
    from card
    where card.board_id = ${board.id} and card.status in ('OPEN', 'CLAIMED')`.execute(board.db);
  const { held, all } = rows[0] ?? { held: 0, all: 0 };
  const share = Math.floor((all * board.newcomerShare) / 100);
  if (held <= Math.max(ALWAYS_FOR_NEWCOMERS, share)) return;
  throw new Refusal(
    'NEWCOMERS_HOLD_SHARE',
    'People who are new here hold as many cards of this board as they can together. When one of them hands in or hands back, this one is free for you. Until then other boards have cards that fit you, and somebody of the local who knows you can vouch for you.',
  );
}
