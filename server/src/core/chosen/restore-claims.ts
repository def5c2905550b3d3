import { sql } from 'kysely';
import type { JobsOfQueue } from '../../platform/jobs/jobs.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import type { CardOnBoard } from '../board/read-cards.ts';
import type { CardBefore, Undoing } from '../board/undo.ts';
import { claimLimitFor } from '../campaign/campaign-rights.ts';
import { CardInTheWay } from '../card/card-refusals.ts';
import { LEASE_QUEUE, leaseJobs } from '../card/lease-jobs.ts';
import { readChosen } from './choose-cards.ts';
import { holdHolders, mayWorkOn } from './holders.ts';

/**
 * Refuses to give cards back to whoever held them where one of those may not work on theirs by now, or holds as many
 * others as they may.
 */
export async function refuseHolders(
  board: BoardInHand,
  before: readonly CardBefore[],
  cards: readonly CardOnBoard[],
): Promise<void> {
  const sensitivity = new Map(cards.map((card) => [card.id, card.sensitivity]));
  const held = (before as HeldBefore[])
    .filter(({ status }) => status === 'CLAIMED' || status === 'IN_REVIEW')
    .flatMap(({ holder_id, partner_id, ...card }) =>
      [holder_id, ...(partner_id ? [partner_id] : [])].map((personId) => ({ ...card, personId })),
    );
  const holders = await holdHolders(
    board,
    held.flatMap(({ personId }) => personId ?? []),
  );
  for (const { id, status, personId } of held) {
    const holder = personId === null ? undefined : holders.get(personId);
    if (!holder || !mayWorkOn(holder, board, sensitivity.get(id)!)) {
      throw new CardInTheWay(
        id,
        'WRONG_STAGE',
        'Who held this card may not work on it any more. Bring it back as a draft instead.',
        'HOLDER_GONE',
      );
    }
    if (status !== 'CLAIMED') continue;
    if (holder.held >= claimLimitFor(holder, board)) {
      throw new CardInTheWay(
        id,
        'WRONG_STAGE',
        'Who held this card holds as many others by now as they may. Bring it back as a draft instead.',
        'HOLDER_AT_LIMIT',
      );
    }
    holder.held += 1;
  }
}

type HeldBefore = CardBefore & { status: string; holder_id: string | null; partner_id: string | null };

/**
 * What else cancelling took from cards that are as they were again: claims run on with their lease, work waits for its
 * reviews, drafts are their author's, and the reason is not said any more. Returns the jobs of the leases: those of
 * before may have come while the cards were cancelled.
 */
export async function restoreClaims(
  board: BoardInHand,
  { at, before, comments }: Undoing,
): Promise<JobsOfQueue | undefined> {
  const { db } = board;
  const ids = before.map(({ id }) => id);
  const here = sql`card_id = any(${ids}::uuid[])`;
  // Of who left since, nothing runs again.
  await sql`update claim set ended_at = null, how = null, note = null from card
    where ${here} and how = 'CANCELLED' and ended_at = ${at} and card.id = claim.card_id
      and claim.person_id in (card.holder_id, card.partner_id)`.execute(db);
  await sql`update hand_in set outcome = 'PENDING', reviewer_id = null, reviewed_at = null
    where ${here} and outcome = 'CANCELLED' and reviewed_at = ${at}`.execute(db);
  await sql`update file set attached_at = null, changed_at = clock_timestamp()
    where ${here} and use = 'WORK' and hand_in is null and attached_at = ${at}`.execute(db);
  await sql`update draft set kept_at = null where ${here} and kept_at = ${at}`.execute(db);
  await sql`with gone as (delete from comment where id = any(${comments}::uuid[]) returning card_id, removed_at)
    update card set comment_count = comment_count - 1 from gone
    where card.id = gone.card_id and gone.removed_at is null`.execute(db);
  if (before.every(({ status }) => status !== 'CLAIMED')) return undefined;
  const held = (await readChosen(board, ids)).filter(({ status }) => status === 'CLAIMED');
  return { queue: LEASE_QUEUE, jobs: held.flatMap((card) => leaseJobs(board, card).jobs) };
}
