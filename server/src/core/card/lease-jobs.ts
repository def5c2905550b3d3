import type { JobsOfQueue } from '../../platform/jobs/jobs.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import type { CardOnBoard } from '../board/read-cards.ts';

/** Ends leases that ran out, and warns before. */
export const LEASE_QUEUE = 'lease';

/** A holder is warned when a quarter of the lease is left, and at most this many hours before it ends. */
const WARN_HOURS = 6;

/** What the lease queue carries. `claimId` makes a job of an earlier claim harmless. */
export interface LeaseJob {
  cardId: string;
  claimId: string;
  what: 'warn' | 'expire';
}

/** Hours of a lease, which is a first one while it has to be confirmed. */
export function hoursOf(
  { leaseHours, firstLeaseHours }: Pick<BoardInHand, 'leaseHours' | 'firstLeaseHours'>,
  toConfirm: boolean,
): number {
  return toConfirm ? Math.min(firstLeaseHours, leaseHours) : leaseHours;
}

export const warnBeforeHours = (leaseHours: number) => Math.min(WARN_HOURS, leaseHours / 4);

/**
 * The warning and the end of the lease that a card has just got, to be enqueued with the change that gave it. The
 * moments come from the card: counted from the start of the transaction, which may have waited for the board,
 * the job would come before the lease ends, leave it alone, and never come again.
 */
export function leaseJobs(
  board: Pick<BoardInHand, 'leaseHours' | 'firstLeaseHours'>,
  { id: cardId, claimId, leaseExpiresAt, toConfirm }: CardOnBoard,
): JobsOfQueue {
  if (!claimId || !leaseExpiresAt) throw new Error(`Card ${cardId} has no lease.`);
  const warnAt = new Date(leaseExpiresAt.getTime() - warnBeforeHours(hoursOf(board, toConfirm)) * 3_600_000);
  const jobs = [
    { data: { cardId, claimId, what: 'warn' } satisfies LeaseJob, notBefore: warnAt },
    { data: { cardId, claimId, what: 'expire' } satisfies LeaseJob, notBefore: leaseExpiresAt },
  ];
  return { queue: LEASE_QUEUE, jobs };
}
