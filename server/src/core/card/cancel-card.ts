import { sql } from 'kysely';
import type { JobsOfQueue } from '../../platform/jobs/jobs.ts';
import { plainText } from '../../platform/input/text.ts';
import type { Services } from '../../platform/services.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { requireManager } from '../board/board.policy.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { keepForUndo } from '../board/undo.ts';
import { postComments } from './comment-on-card.ts';
import { type CardOnBoard, leastReader, readCard } from '../board/read-cards.ts';
import { WrongStatus } from './card-refusals.ts';

/** What cancelling takes from a card, and undoing it gives back. */
export const CANCELLED_COLUMNS = [
  ...['status', 'holder_id', 'partner_id', 'claim', 'claimed_at', 'lease_expires_at'],
  ...['waiting_since', 'waiting_reason', 'changes_requested_at', 'brief_before', 'brief_changed_at'],
] as const;

/**
 * Takes a card off the board for good, with a reason. What was handed in stays on record. Who did it can undo it for a
 * minute.
 */
export async function cancelCard(
  services: Services,
  actorId: string,
  input: { cardId: string; reason: string; requestId?: string | null | undefined },
): Promise<Changed<CardOnBoard>> {
  const { cardId, requestId } = input;
  const reason = takeReason(input.reason);
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    requireManager(board);
    const card = await board.card(cardId);
    if (isClosed(card)) throw new WrongStatus(cardId, card.status, 'This card is closed already.');
    const seenBefore = leastReader(card, board.campaignSensitivity);
    const jobs = await cancelInHand(board, [cardId], reason);
    const result = await readCard(board.db, cardId);
    return { kind: 'CARD_CANCELLED', cards: [cardId], seenBefore, jobs, result };
  });
}

export const takeReason = (reason: string) =>
  plainText(reason, { field: 'reason', max: 500, multiline: true });

export const isClosed = ({ status }: Pick<CardOnBoard, 'status'>) =>
  status === 'DONE' || status === 'CANCELLED';

/**
 * Cancels cards of a board in hand that are not closed, in as many statements however many they are. All of it carries
 * one moment, by which undoing it finds what it did. Returns the job that goes with the change.
 */
export async function cancelInHand(
  board: BoardInHand,
  cards: readonly string[],
  reason: string,
): Promise<JobsOfQueue> {
  const { db, now } = board;
  const by = requireManager(board).id;
  const here = sql`card_id = any(${cards}::uuid[])`;
  // Waits for drafts that are being saved: see `holdCard`.
  await sql`select from card where id = any(${cards}::uuid[]) order by id for update`.execute(db);
  const comments = await postComments(board, cards, reason);
  const jobs = await keepForUndo(board, { kind: 'CANCELLED', cards, columns: CANCELLED_COLUMNS, comments });
  await sql`update claim set ended_at = ${now}, how = 'CANCELLED', note = ${reason}
    where ${here} and ended_at is null`.execute(db);
  await sql`update hand_in set outcome = 'CANCELLED', reviewer_id = ${by}, reviewed_at = ${now}
    where ${here} and outcome = 'PENDING'`.execute(db);
  await sql`update file set attached_at = ${now} where ${here} and use = 'WORK' and state = 'READY'
    and attached_at is null`.execute(db);
  await sql`update draft set kept_at = ${now} where ${here} and kept_at is null`.execute(db);
  await sql`update card set status = 'CANCELLED', holder_id = null, partner_id = null, claim = null, claimed_at = null,
    lease_expires_at = null, waiting_since = null, waiting_reason = null, changes_requested_at = null,
    brief_before = null, brief_changed_at = null, updated_at = clock_timestamp() where id = any(${cards}::uuid[])`.execute(
    db,
  );
  return jobs;
}
