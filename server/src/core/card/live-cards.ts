import { sql } from 'kysely';

export const hours = (count: number) => sql`make_interval(hours => ${sql.lit(count)})`;
/** An open card is quiet after so many hours without a claim. */
export const UNCLAIMED_HOURS = 48;
/** A handed-in card is quiet after so many hours without a craft review. */
export const UNREVIEWED_HOURS = 24;

/**
 * Cards of running campaigns on which somebody waits for somebody, with what the clocks say of them. The sections
 * look at them as `live_card`: one query looks once, however many sections it is about.
 */
export const LIVE_CARDS = sql`
  select card.*, card.due is not null and card.due < now() as late,
    case
      when status = 'OPEN' and opened_at < now() - ${hours(UNCLAIMED_HOURS)} then opened_at
      when status = 'CLAIMED' and signed_at < now() - make_interval(mins => lease_hours * 30) then signed_at
      when without_craft and handed_in_at < now() - ${hours(UNREVIEWED_HOURS)} then handed_in_at
    end as quiet_since
  from (
    select card.id, card.title, card.status, card.holder_id, card.partner_id, card.claimed_at, card.lease_expires_at,
      card.waiting_since, card.handed_in_at, coalesce(card.opened_at, card.created_at) as opened_at,
      coalesce(card.due_at, campaign.starts_at + make_interval(hours => card.due_offset_hours)) as due,
      card.status = 'IN_REVIEW' and card.craft_reviewed_at is null and campaign.craft_review_required
        as without_craft,
      case when card.status = 'CLAIMED' then greatest(card.updated_at,
        (select max(saved_at) from draft where draft.card_id = card.id
          and draft.person_id in (card.holder_id, card.partner_id)),
        (select max(at) from comment where comment.card_id = card.id)) end as signed_at,
      campaign.id as campaign_id, campaign.kind, campaign.lease_hours,
      concat_ws(' ', card.title, campaign.title, organization.name) as words
    from card
    join board on board.id = card.board_id
    join campaign on campaign.id = board.campaign_id
    join organization on organization.id = campaign.organization_id
    where campaign.ended_at is null and card.status in ('OPEN', 'CLAIMED', 'IN_REVIEW')
  ) card`;
