import { sql } from 'kysely';
import type { BoardInHand } from '../../core/board/board-in-hand.ts';
import { actorOf, requireManager } from '../../core/board/board.policy.ts';
import type { Changed } from '../../core/board/change-board.ts';
import { hands } from '../../core/board/hands.ts';
import { hintNotices, type Notice, notify } from '../notification/notify.ts';
import { wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { changeClosing, closingInHand, type ClosingRequest, scheduleErasing } from './change-closing.ts';
import { type ClosingWordsInput, DEFAULT_ERASE_DAYS, takeClosingWords } from './closing-words.ts';

/**
 * Ends a campaign: its board can only be read from now on, what people hold goes back to it with their drafts kept,
 * everybody who gave or held something is told, and the clock begins after which all but counts is erased. Refuses
 * one that is closed already.
 */
export async function closeCampaign(
  services: Services,
  actorId: string,
  input: ClosingWordsInput & ClosingRequest,
): Promise<Changed<{ campaignId: string }>> {
  const words = takeClosingWords(input);
  const days = words.eraseAfterDays ?? DEFAULT_ERASE_DAYS;
  let notices: Notice[] = [];
  const changed = await changeClosing(services, actorId, input, async (board) => {
    requireManager(board);
    if (await closingInHand(board)) {
      throw wrongStage(
        'CLOSED_ALREADY',
        'This campaign is closed already. You can still change what you said.',
      );
    }
    await sql`update campaign set ended_at = coalesce(ended_at, clock_timestamp()) where id = ${board.campaignId}`.execute(
      board.db,
    );
    notices = await noticesFor(board);
    const cards = await releaseAll(board);
    const { rows } = await sql<{ eraseAfter: Date }>`
      insert into closing (campaign_id, closed_by_id, closed_at, thanks, outcome, handover, erase_after)
      values (${board.campaignId}, ${actorOf(board).id}, clock_timestamp(), ${words.thanks ?? ''},
        ${words.outcome ?? ''}, ${JSON.stringify(words.handover ?? [])}::jsonb,
        clock_timestamp() + make_interval(days => ${days}))
      returning erase_after as "eraseAfter"`.execute(board.db);
    await scheduleErasing(services, board, rows[0]!.eraseAfter);
    await notify(services, board.em, notices);
    return { fields: ['ended', 'closing'], cards };
  });
  hintNotices(services, notices);
  services.hints.send({ desk: true });
  return changed;
}

/** The clock of a campaign that ends without its words: an end without a clock would keep everything for ever. */
export async function startErasingClock(services: Services, board: BoardInHand): Promise<void> {
  if (await closingInHand(board)) return;
  const { rows } = await sql<{ eraseAfter: Date }>`
    insert into closing (campaign_id, closed_by_id, closed_at, erase_after)
    values (${board.campaignId}, ${actorOf(board).id}, clock_timestamp(),
      clock_timestamp() + make_interval(days => ${DEFAULT_ERASE_DAYS}))
    returning erase_after as "eraseAfter"`.execute(board.db);
  await scheduleErasing(services, board, rows[0]!.eraseAfter);
}

/** Everybody who finished, handed in or holds a card there. */
async function noticesFor(board: BoardInHand): Promise<Notice[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person.id as "personId" from card cross join ${hands} join person on person.id = hand.person_id
    where card.board_id = ${board.id} and person.erased_at is null`.execute(board.db);
  return rows.map(({ personId }) => ({ personId, kind: 'CAMPAIGN_ENDED', campaignId: board.campaignId }));
}

/** Opens all cards that somebody holds, as `releaseCard` does for one, in as many statements whatever their number. Returns which. */
async function releaseAll(board: BoardInHand): Promise<string[]> {
  // Drafts that are being saved come first, and none comes after.
  await sql`select from card where board_id = ${board.id} and status = 'CLAIMED' order by id for update`.execute(
    board.db,
  );
  const held = sql`(select id from card where board_id = ${board.id} and status = 'CLAIMED')`;
  await sql`update claim set ended_at = (select clock_timestamp()), how = 'CANCELLED'
    where ended_at is null and card_id in ${held}`.execute(board.db);
  await sql`with left_file as (
      update file set attached_at = clock_timestamp() from card where card.id = file.card_id and card.id in ${held}
        and file.person_id in (card.holder_id, card.partner_id) and use = 'WORK' and state = 'READY'
        and attached_at is null returning file.card_id, file.person_id)
    insert into draft (card_id, person_id, note, saved_at)
    select distinct card_id, person_id, '', clock_timestamp() from left_file on conflict do nothing`.execute(
    board.db,
  );
  await sql`update draft set kept_at = clock_timestamp() from card
    where card.id = draft.card_id and draft.person_id in (card.holder_id, card.partner_id) and card.id in ${held}`.execute(
    board.db,
  );
  const { rows } = await sql<{ id: string }>`
    update card set status = 'OPEN', holder_id = null, partner_id = null, claim = null, claimed_at = null,
    lease_expires_at = null, extensions = 0, waiting_since = null, waiting_reason = null, changes_requested_at = null,
    brief_before = null, brief_changed_at = null, returned_at = clock_timestamp(), returned_how = 'CANCELLED', returned_by_id = ${actorOf(board).id},
    draft_kept = draft_kept or exists (select from draft where draft.card_id = card.id and draft.kept_at is not null),
    updated_at = clock_timestamp()
    where board_id = ${board.id} and status = 'CLAIMED' returning id`.execute(board.db);
  return rows.map(({ id }) => id);
}
