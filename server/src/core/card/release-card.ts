import { sql } from 'kysely';
import type { JobsOfQueue } from '../../platform/jobs/jobs.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import type { BoardEventKind } from '../board/board.entity.ts';
import type { Card, ClaimEnd } from '../board/card.entity.ts';
import { handsOf } from '../board/hands.ts';
import { readCard } from '../board/read-cards.ts';
import { leaseJobs } from './lease-jobs.ts';

/** How a part in a card ended, and by whom; null for a clock. */
export interface HowItEnded {
  how: ClaimEnd;
  by: string | null;
  note: string | null;
}

/** Ends what runs of a card in the record of claims: of everybody who holds it, at one moment, or of one of them. */
export async function endClaim(
  board: BoardInHand,
  card: Pick<Card, 'id'>,
  how: ClaimEnd,
  note: string | null,
  personId: string | null = null,
): Promise<void> {
  await sql`update claim set ended_at = (select clock_timestamp()), how = ${how}, note = ${note}
    where card_id = ${card.id} and ended_at is null
      and (${personId}::uuid is null or person_id = ${personId}::uuid)`.execute(board.db);
}

/**
 * Waits for drafts that are being saved, and keeps further ones out until the commit. Saving a draft does not
 * lock the board: without this, one saved meanwhile would be left on a card that its author holds no more.
 */
export async function holdCard(board: BoardInHand, cardId: string): Promise<void> {
  await sql`select from card where id = ${cardId} for update`.execute(board.db);
}

/** Ends the claim, or both of two, and opens the card again, with drafts kept for whoever comes next. */
export async function releaseCard(
  board: BoardInHand,
  card: Card,
  { how, by, note }: HowItEnded,
): Promise<void> {
  await holdCard(board, card.id);
  await endClaim(board, card, how, note);
  const kept = [];
  // The note is of whoever took the card first: who hands back one of two goes by `letGo`.
  for (const [index, personId] of handsOf(card).entries())
    kept.push(await keepDraft(board, card, personId, index === 0 ? note : null));
  await sql`update card set status = 'OPEN', opened_at = clock_timestamp(), holder_id = null, partner_id = null,
    claim = null, claimed_at = null,
    lease_expires_at = null, extensions = 0, waiting_since = null, waiting_reason = null,
    changes_requested_at = null, brief_before = null, brief_changed_at = null, returned_at = clock_timestamp(), returned_how = ${how}, returned_by_id = ${by},
    draft_kept = draft_kept or ${kept.includes(true)}, updated_at = clock_timestamp()
    where id = ${card.id}`.execute(board.db);
}

/**
 * Ends one person's part in a card that is being worked on. Where another holds it with them, that one goes on as its
 * holder under the same lease, and the draft is kept for them; else the card is open again. Returns what to say of it
 * in the log, where an end of all would be said by `whenOpen`.
 */
export async function letGo(
  board: BoardInHand,
  card: Card,
  personId: string,
  { whenOpen, ...end }: HowItEnded & { whenOpen: BoardEventKind },
): Promise<{ kind: BoardEventKind; jobs?: JobsOfQueue }> {
  const [stays] = handsOf(card).filter((id) => id !== personId);
  if (stays === undefined) {
    await releaseCard(board, card, end);
    return { kind: whenOpen };
  }
  await holdCard(board, card.id);
  await endClaim(board, card, end.how, end.note, personId);
  const kept = await keepDraft(board, card, personId, end.note);
  const handsOver = card.holder === personId;
  // The claim of who goes on is the holder's from now on, with all that hung on the one that ended.
  if (handsOver)
    await sql`update claim set as_partner = false
    where card_id = ${card.id} and ended_at is null`.execute(board.db);
  await sql`update card set partner_id = null, holder_id = ${stays}, claim = running.id,
    to_confirm = case when to_confirm = claim then running.id end,
    look_claim = case when look_claim = claim then running.id end,
    draft_kept = draft_kept or ${kept}, updated_at = clock_timestamp()
    from claim running where card.id = ${card.id} and running.card_id = card.id and running.ended_at is null`.execute(
    board.db,
  );
  if (!handsOver) return { kind: 'CARD_LEFT' };
  return { kind: 'CARD_LEFT', jobs: leaseJobs(board, await readCard(board.db, card.id)) };
}

/** Keeps what somebody had made: the saved draft, files they sent, and a note to go with it. Returns whether there is any. */
export async function keepDraft(
  board: BoardInHand,
  card: Pick<Card, 'id'>,
  personId: string,
  note: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    with left_file as (
      update file set attached_at = clock_timestamp() where card_id = ${card.id} and person_id = ${personId}
        and use = 'WORK' and state = 'READY' and attached_at is null returning id)
    insert into draft (card_id, person_id, note, saved_at, kept_at)
    select ${card.id}, ${personId}, coalesce(${note}, ''), clock_timestamp(), clock_timestamp()
    where ${note}::text is not null
      or exists (select from left_file) or exists (select from draft where card_id = ${card.id} and person_id = ${personId})
    on conflict (card_id, person_id) do update set kept_at = clock_timestamp(),
      note = case when ${note}::text is null or draft.note = ${note}::text then draft.note
        when draft.note = '' then ${note}::text else draft.note || E'\n\n' || ${note}::text end
    returning card_id`.execute(board.db);
  return rows.length === 1;
}
