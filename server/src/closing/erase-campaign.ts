import { sql } from 'kysely';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { changeClosing, closingInHand } from './change-closing.ts';

/**
 * Erases what a campaign leaves behind when its time is over, in one transaction: comments, hand-ins, drafts, asks with
 * their plans and contacts, links, invitations, notices, and every text of its cards but their titles. Its counts are
 * kept. Returns whether it did: one whose time is not over, that runs again, or is erased already is left alone, so
 * that a job that comes early, late or twice does no harm, and one that was interrupted begins anew.
 */
export async function eraseCampaign(services: Services, campaignId: string): Promise<boolean> {
  try {
    let erased = false;
    await changeClosing(services, null, { campaignId }, async (board) => {
      const closing = await closingInHand(board);
      if (!closing || closing.erased || !closing.due || !board.ended) return null;
      await keepCounts(board);
      await eraseWork(board);
      await eraseAsks(board);
      await eraseWords(board);
      erased = true;
      return { fields: ['erased'] };
    });
    return erased;
  } catch (error) {
    // A job may outlive its campaign.
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return false;
    throw error;
  }
}

const cardsOf = (board: BoardInHand) => sql`(select id from card where board_id = ${board.id})`;

/** Counts what is about to go, for the figures of the campaign and of the programme. */
async function keepCounts(board: BoardInHand): Promise<void> {
  await sql`update closing set erased_at = clock_timestamp(), counts = (
    select jsonb_build_object(
      'cards', count(*), 'done', count(*) filter (where status = 'DONE'),
      'hours', coalesce(sum(hours) filter (where status = 'DONE'), 0),
      'people', count(distinct holder_id) filter (where status = 'DONE'),
      'claims', (select count(*) from claim where card_id in ${cardsOf(board)}),
      'handIns', (select count(*) from hand_in where card_id in ${cardsOf(board)}),
      'comments', (select count(*) from comment where card_id in ${cardsOf(board)}),
      'thanks', count(*) filter (where thanks is not null),
      'askedAt', (select extract(epoch from min(submitted_at)) from ask where campaign_id = ${board.campaignId}),
      'triageSeconds', (select extract(epoch from min(triaged_at - submitted_at)) from ask
        where campaign_id = ${board.campaignId}),
      'decisionSeconds', (select extract(epoch from min(decided_at - submitted_at)) from ask
        where campaign_id = ${board.campaignId}))
    from card where board_id = ${board.id})
    where campaign_id = ${board.campaignId}`.execute(board.db);
}

async function eraseWork(board: BoardInHand): Promise<void> {
  for (const table of ['comment', 'hand_in', 'draft', 'approval_link', 'invitation'])
    await sql`delete from ${sql.table(table)} where card_id in ${cardsOf(board)}`.execute(board.db);
  await sql`delete from notification where campaign_id = ${board.campaignId} or card_id in ${cardsOf(board)}`.execute(
    board.db,
  );
  await sql`update claim set note = null where note is not null and card_id in ${cardsOf(board)}`.execute(
    board.db,
  );
  await sql`update standing_change set card_id = null, note = '' where card_id in ${cardsOf(board)}`.execute(
    board.db,
  );
  await sql`update card set deliverable = '', local_supplies = '', out_of_scope = '', caution = null, links = '[]',
    checklist = '[]', waiting_reason = null, thanks = null, thanked_by_id = null, draft_kept = false,
    comment_count = 0 where board_id = ${board.id}`.execute(board.db);
  await sql`update board_event set request_id = null, request_mark = null where board_id = ${board.id}
    and (request_id is not null or request_mark is not null)`.execute(board.db);
}

/** The plan goes with its ask. */
async function eraseAsks(board: BoardInHand): Promise<void> {
  await sql`delete from ask where campaign_id = ${board.campaignId}`.execute(board.db);
  await sql`delete from campaign_block where campaign_id = ${board.campaignId}`.execute(board.db);
  await sql`delete from lead_request where campaign_id = ${board.campaignId}`.execute(board.db);
  await sql`delete from watch_link where campaign_id = ${board.campaignId}`.execute(board.db);
}

/** What was never to be public goes too: the hidden employer, the hand-over list, and a last page that nobody approved. */
async function eraseWords(board: BoardInHand): Promise<void> {
  await sql`update closing set handover = '[]',
    thanks = case when page_approved_at is null then '' else thanks end,
    outcome = case when page_approved_at is null then '' else outcome end
    where campaign_id = ${board.campaignId}`.execute(board.db);
  await sql`update campaign set employer = case when employer_hidden then null else employer end,
    starts_at = case when start_hidden then null else starts_at end where id = ${board.campaignId}`.execute(
    board.db,
  );
}
