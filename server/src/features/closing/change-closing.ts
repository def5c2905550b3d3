import { sql } from 'kysely';
import type { BoardInHand } from '../../core/board/board-in-hand.ts';
import { changeBoard, type Changed } from '../../core/board/change-board.ts';
import type { Handover } from './closing-words.ts';
import { asMissing, notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { RETENTION_QUEUE } from '../../platform/jobs/retention-queue.ts';

/** What the retention queue carries of ends: a campaign whose time may be over, or a person who is leaving. */
export type EndJob = { campaignId: string } | { personId: string };

export interface ClosingRequest {
  campaignId: string;
  requestId?: string | null | undefined;
}

/** What a change of the end did. */
export interface ClosingChange {
  fields: ['closing'] | ['ended', 'closing'] | ['erased'];
  /** Row ids of cards that changed with it. */
  cards?: string[];
}

/**
 * A change of a campaign's end is a change of its board, so that it comes after all that was under way, and
 * everybody who follows hears of it. Null when nothing needed to change.
 */
export async function changeClosing(
  services: Services,
  actorId: string | null,
  { campaignId, requestId }: ClosingRequest,
  change: (board: BoardInHand) => Promise<ClosingChange | null>,
): Promise<Changed<{ campaignId: string }>> {
  const board = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('board')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst();
  if (!board) throw notFound('campaign');
  const request = { board, actorId, requestId, evenWhenEnded: true };
  return changeBoard(services, request, async (inHand) => {
    const changed = await change(inHand);
    const result = { campaignId };
    return changed ? { kind: 'CAMPAIGN_UPDATED', cards: [], ...changed, result } : { kind: null, result };
  }).catch(asMissing('campaign'));
}

/** What a change of the end decides on. */
export interface ClosingInHand {
  closedAt: Date;
  eraseAfter: Date;
  erased: boolean;
  /** By the database's clock. */
  due: boolean;
  thanks: string;
  outcome: string;
  handover: Handover[];
}

/** The end of the campaign in hand; undefined while it has none. */
export async function closingInHand(board: BoardInHand): Promise<ClosingInHand | undefined> {
  const { rows } = await sql<ClosingInHand>`
    select closed_at as "closedAt", erase_after as "eraseAfter", erased_at is not null as erased,
      erase_after <= clock_timestamp() as due, thanks, outcome, handover
    from closing where campaign_id = ${board.campaignId}`.execute(board.db);
  return rows[0];
}

/** The end that somebody wants to change. Refuses a campaign that is not closed, and one whose time is over. */
export async function requireClosing(board: BoardInHand): Promise<ClosingInHand> {
  const closing = await closingInHand(board);
  if (!closing) throw wrongStage('NOT_CLOSED', 'This campaign is not closed yet. Close it first.');
  if (closing.erased) {
    throw wrongStage('CAMPAIGN_ERASED', 'What belonged to this campaign is erased. Its end stays as it is.');
  }
  return closing;
}

/**
 * Enqueues the erasing in the transaction of the change that set its moment. A job of an earlier moment stays, finds
 * that it is not time, and does nothing.
 */
export async function scheduleErasing(
  services: Services,
  board: BoardInHand,
  eraseAfter: Date,
): Promise<void> {
  const data: EndJob = { campaignId: board.campaignId };
  await services.jobs.enqueue(board.em, RETENTION_QUEUE, [{ data, notBefore: eraseAfter }]);
}
