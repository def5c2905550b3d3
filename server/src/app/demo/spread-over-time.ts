import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';

/**
 * Makes what was done in a second look as if it had been done since before the start: moments move into the
 * past, in the order of the log, and nothing else changes. Only for a board that nobody has opened yet.
 */
export async function spreadOverTime(em: Em, boardId: string, hoursIntoStrike: number): Promise<void> {
  await em.transactional(async (tx) => {
    const db = tx.getKysely();
    // From half a day before the start until two minutes ago, the last third of the log within the last hours.
    await sql`update board_event set at = now() - make_interval(secs => 120
        + 3600.0 * ${hoursIntoStrike + 12} * power(1 - board_event.revision::float8 / head.revision, 1.6))
      from board head where head.id = board_event.board_id and head.id = ${boardId}`.execute(db);
    await sql`
      with past as (
        select card_id, kind, max(at) as at from board_event, unnest(cards) as card_id
        where board_id = ${boardId} group by card_id, kind),
      moments as (
        select card_id,
          max(at) filter (where kind = 'CARD_CREATED') as created,
          max(at) filter (where kind = 'CARD_OPENED') as opened,
          max(at) filter (where kind = 'CARD_CLAIMED') as claimed,
          max(at) filter (where kind = 'CARD_BLOCKED') as blocked,
          max(at) filter (where kind = 'CARD_HANDED_IN') as handed_in,
          max(at) filter (where kind = 'CRAFT_REVIEW_PASSED') as craft,
          max(at) filter (where kind = 'CARD_APPROVED') as approved,
          max(at) filter (where kind = 'CARD_HANDED_BACK') as handed_back,
          max(at) as last
        from past group by card_id)
      update card set
        created_at = created,
        opened_at = case when opened_at is not null then greatest(created, opened, handed_back) end,
        updated_at = last,
        caution_cleared_at = case when caution_cleared_at is not null then created end,
        claimed_at = case when claimed_at is not null then claimed end,
        lease_expires_at = lease_expires_at - (claimed_at - claimed),
        waiting_since = case when waiting_since is not null then coalesce(blocked, craft) end,
        handed_in_at = case when handed_in_at is not null then handed_in end,
        craft_reviewed_at = case when craft_reviewed_at is not null then craft end,
        finished_at = case when finished_at is not null then approved end,
        returned_at = case when returned_at is not null then handed_back end
      from moments where card.id = moments.card_id`.execute(db);
    await sql`update hand_in set at = card.handed_in_at, craft_reviewed_at = card.craft_reviewed_at,
        reviewed_at = card.finished_at
      from card where card.id = hand_in.card_id and card.board_id = ${boardId} and outcome <> 'CHANGES_REQUESTED'`.execute(
      db,
    );
    await sql`
      with moments as (
        select claim.id, min(took.at) as began, min(let_go.at) filter (where let_go.at > took.at) as ended
        from claim join card on card.id = claim.card_id
          join board_event took on took.board_id = card.board_id and took.kind in ('CARD_CLAIMED', 'CARD_JOINED')
            and took.actor_id = claim.person_id and card.id = any(took.cards)
          left join board_event let_go on let_go.board_id = card.board_id and card.id = any(let_go.cards)
            and let_go.kind in ('CARD_HANDED_IN', 'CARD_HANDED_BACK', 'CARD_LEFT')
        where card.board_id = ${boardId} group by claim.id)
      update claim set claimed_at = began, ended_at = case when ended_at is not null then ended end
      from moments where claim.id = moments.id and (ended_at is null or ended is not null)`.execute(db);
    await sql`update notification set at = now() - make_interval(hours => ${hoursIntoStrike + 12})
      where organization_id is not null`.execute(db);
    await sql`update notification set at = card.updated_at
      from card where card.id = notification.card_id and card.board_id = ${boardId}`.execute(db);
    await sql`update draft set saved_at = card.returned_at, kept_at = card.returned_at
      from card where card.id = draft.card_id and card.board_id = ${boardId} and card.returned_at is not null`.execute(
      db,
    );
  });
}
