import { sql } from 'kysely';
import type { BoardInHand } from '../board/board-in-hand.ts';
import type { Card, ClaimEnd } from '../board/card.entity.ts';

/** Ends the running claim of a card in the record of claims. */
export async function endClaim(
  board: BoardInHand,
  card: Card,
  how: ClaimEnd,
  note: string | null,
): Promise<void> {
  await sql`update claim set ended_at = clock_timestamp(), how = ${how}, note = ${note}
    where card_id = ${card.id} and ended_at is null`.execute(board.db);
}

/**
 * Waits for drafts that are being saved, and keeps further ones out until the commit. Saving a draft does not
 * lock the board: without this, one saved meanwhile would be left on a card that its author holds no more.
 */
export async function holdCard(board: BoardInHand, cardId: string): Promise<void> {
  await sql`select from card where id = ${cardId} for update`.execute(board.db);
}

/** Ends the claim and opens the card again, with the holder's draft kept for whoever comes next. */
export async function releaseCard(
  board: BoardInHand,
  card: Card,
  { how, by, note }: { how: ClaimEnd; by: string | null; note: string | null },
): Promise<void> {
  await holdCard(board, card.id);
  await endClaim(board, card, how, note);
  const kept = await keepDraft(board, card, note);
  await sql`update card set status = 'OPEN', opened_at = clock_timestamp(), holder_id = null, claim = null, claimed_at = null,
    lease_expires_at = null, extensions = 0, waiting_since = null, waiting_reason = null,
    changes_requested_at = null, brief_before = null, brief_changed_at = null, returned_at = clock_timestamp(), returned_how = ${how}, returned_by_id = ${by},
    draft_kept = draft_kept or ${kept}, updated_at = clock_timestamp()
    where id = ${card.id}`.execute(board.db);
}

/** Keeps what the holder had made: the saved draft, files they sent, and a note to go with it. Returns whether there is any. */
async function keepDraft(board: BoardInHand, card: Card, note: string | null): Promise<boolean> {
  const { rows } = await sql`
    with left_file as (
      update file set attached_at = clock_timestamp() where card_id = ${card.id} and person_id = ${card.holder}
        and use = 'WORK' and state = 'READY' and attached_at is null returning id)
    insert into draft (card_id, person_id, note, saved_at, kept_at)
    select ${card.id}, ${card.holder}, coalesce(${note}, ''), clock_timestamp(), clock_timestamp()
    where ${note}::text is not null
      or exists (select from left_file) or exists (select from draft where card_id = ${card.id} and person_id = ${card.holder})
    on conflict (card_id, person_id) do update set kept_at = clock_timestamp(),
      note = case when ${note}::text is null or draft.note = ${note}::text then draft.note
        when draft.note = '' then ${note}::text else draft.note || E'\n\n' || ${note}::text end
    returning card_id`.execute(board.db);
  return rows.length === 1;
}
