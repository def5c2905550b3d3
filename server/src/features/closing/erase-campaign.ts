import { sql } from 'kysely';
import type { BoardInHand } from '../../core/board/board-in-hand.ts';
import { hands } from '../../core/board/hands.ts';
import { readableBy } from '../../core/board/read-cards.ts';
import { readerOf } from '../../core/access/viewer.ts';
import { Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { changeClosing, closingInHand } from './change-closing.ts';

/**
 * Erases what a campaign leaves behind when its time is over, in one transaction: comments, hand-ins, drafts, asks with
 * their plans and contacts, links, invitations, notices, its own words, every text of its cards, and who did what on
 * its board. What stays: its name, counts, the last page that the local approved, titles that anybody could read, and
 * who finished which card, since that is what people's own figures are counted from. Returns whether it did: one whose
 * time is not over, that runs again, or is erased already is left alone, so that a job that comes early, late or twice
 * does no harm, and one that was interrupted begins anew.
 */
export async function eraseCampaign(services: Services, campaignId: string): Promise<boolean> {
  try {
    let erased = false;
    await changeClosing(services, null, { campaignId }, async (board) => {
      const closing = await closingInHand(board);
      if (!closing || closing.erased || !closing.due || !board.ended) return null;
      await keepCounts(board);
      await eraseWork(board);
      for (const listener of services.boardListeners) await listener.erased?.(board);
      await eraseWords(board);
      await eraseNames(board);
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
      'people', (select count(distinct hand.person_id) from card cross join ${hands}
        where card.board_id = ${board.id} and card.status = 'DONE'),
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
  for (const table of ['comment', 'hand_in', 'draft', 'approval_link'])
    await sql`delete from ${sql.table(table)} where card_id in ${cardsOf(board)}`.execute(board.db);
  await sql`update standing_change set card_id = null, note = '' where card_id in ${cardsOf(board)}`.execute(
    board.db,
  );
  // What nobody said yes to is nobody's any more.
  await sql`update card set status = 'OPEN', holder_id = null, partner_id = null, handed_in_at = null, craft_reviewed_at = null,
    craft_reviewer_id = null, waiting_since = null, brief_before = null, brief_changed_at = null
    where board_id = ${board.id} and status = 'IN_REVIEW'`.execute(board.db);
  await sql`update card set template_key = null, deliverable = '', local_supplies = '', out_of_scope = '', caution = null, links = '[]',
    checklist = '[]', waiting_reason = null, thanks = null, draft_kept = false, comment_count = 0, brief_before = null,
    brief_changed_at = null
    where board_id = ${board.id}`.execute(board.db);
  await sql`update card set title = '#' || card.number from campaign where campaign.id = ${board.campaignId}
    and card.board_id = ${board.id} and not ${readableBy(readerOf(null))}`.execute(board.db);
}

/** Its own words go, and a last page that nobody approved. */
async function eraseWords(board: BoardInHand): Promise<void> {
  await sql`update closing set handover = '[]',
    thanks = case when page_approved_at is null then '' else thanks end,
    outcome = case when page_approved_at is null then '' else outcome end
    where campaign_id = ${board.campaignId}`.execute(board.db);
  await sql`update campaign set story = '', demands = '{}', how_to_help = '', employer = null,
    starts_at = case when start_hidden then null else starts_at end where id = ${board.campaignId}`.execute(
    board.db,
  );
}

/** Who did what there; all but who finished which card. */
async function eraseNames(board: BoardInHand): Promise<void> {
  await sql`update board_event set actor_id = null, request_id = null, request_mark = null where board_id = ${board.id}`.execute(
    board.db,
  );
  await sql`update claim set note = null, person_id = case when card.status = 'DONE' and person_id in (card.holder_id, card.partner_id)
    then person_id end from card where card.id = claim.card_id and card.board_id = ${board.id}`.execute(
    board.db,
  );
  await sql`update card set thanked_by_id = null, returned_by_id = null, caution_cleared_by_id = null,
    craft_reviewer_id = null
    where board_id = ${board.id}`.execute(board.db);
  await sql`update campaign set created_by_id = null where id = ${board.campaignId}`.execute(board.db);
  await sql`update closing set closed_by_id = null, page_approved_by_id = null
    where campaign_id = ${board.campaignId}`.execute(board.db);
}
