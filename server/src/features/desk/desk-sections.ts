import { type RawBuilder, sql } from 'kysely';
import { ANSWER_HOURS, HELD_HOURS } from '../ask/read-asks.ts';
import { hands, inHandsOf } from '../../core/board/hands.ts';
import type { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import { GIVEN_UP_DAYS } from '../notification/delivery-troubles.ts';
import { answerBy, isUnanswered } from '../suggestion/read-suggestions.ts';
import { hours, UNREVIEWED_HOURS } from '../../core/card/live-cards.ts';

export const DeskSection = {
  ASKS: 'ASKS',
  HELD_ASKS: 'HELD_ASKS',
  CAMPAIGNS: 'CAMPAIGNS',
  QUIET_CARDS: 'QUIET_CARDS',
  QUIET_PEOPLE: 'QUIET_PEOPLE',
  NEWCOMERS: 'NEWCOMERS',
  HAND_INS: 'HAND_INS',
  SUGGESTIONS: 'SUGGESTIONS',
  DELIVERIES: 'DELIVERIES',
} as const;
export type DeskSection = keyof typeof DeskSection;

export const QuietReason = {
  /** Open, and nobody took it. */
  UNCLAIMED: 'UNCLAIMED',
  /** Held, and nothing was heard. */
  NO_SIGN: 'NO_SIGN',
  /** Handed in, and nobody looked at the craft. */
  NO_CRAFT_REVIEW: 'NO_CRAFT_REVIEW',
} as const;
export type QuietReason = keyof typeof QuietReason;

/** Who holds a card is quiet after so many hours without a sign of them. */
const UNSEEN_HOURS = 48;
/** How long somebody who holds a card and finished none counts as having joined lately (days). */
const JOINED_LATELY_DAYS = 14;
/** A newcomer should be looked at within so many hours of their first card. */
const VET_HOURS = 72;

/** Every row of a section has these; lists, counts and filters are made of them alike. */
export interface DeskRow {
  id: string;
  /** Since when somebody waits; null when nobody does. The oldest is the most urgent. */
  since: Date | null;
  /** Later than was promised. */
  late: boolean;
}

export interface AskRow extends DeskRow {
  organizationName: string | null;
  kind: CampaignKind | null;
  startsAt: string | null;
  language: string;
  submittedAt: Date;
  answerBy: Date;
  takenAt: Date | null;
  takenById: string | null;
}

export interface PulseRow extends DeskRow {
  open: number;
  held: number;
  inReview: number;
  waiting: number;
  waitingSince: Date | null;
  lateCards: number;
  quietCards: number;
}

export interface QuietCardRow extends DeskRow {
  why: QuietReason;
}

export interface QuietPersonRow extends DeskRow {
  lastSeenAt: Date | null;
  held: number;
  /** The card whose lease ends first. */
  cardId: string;
}

export interface NewcomerRow extends DeskRow {
  finished: number;
  inReview: number;
  held: number;
  /** The card that says most of them: finished before handed in before held, the latest. */
  cardId: string;
}

export interface DeskRows {
  ASKS: AskRow;
  HELD_ASKS: AskRow;
  CAMPAIGNS: PulseRow;
  QUIET_CARDS: QuietCardRow;
  QUIET_PEOPLE: QuietPersonRow;
  NEWCOMERS: NewcomerRow;
  HAND_INS: DeskRow;
  SUGGESTIONS: DeskRow;
  DELIVERIES: DeskRow;
}

/** Words of a card with the handles of those who hold it. */
const withHandles = sql`concat_ws(' ', card.words, (select string_agg(handle, ' ') from person
  where person.id in (card.holder_id, card.partner_id)))`;
const days = (count: number) => sql`make_interval(days => ${sql.lit(count)})`;

/**
 * What waits on the desk, as one query for each section. Beside the columns of `DeskRow` and its own, each has what
 * filters look at: `words`, `campaigns`, `kinds`, and `owner`, the coordinator who has it.
 */
export const SECTIONS: Record<DeskSection, RawBuilder<unknown>> = {
  ASKS: sql`
    select ask.id, ask.submitted_at as since, ask.submitted_at + ${hours(ANSWER_HOURS)} < now() as late,
      concat_ws(' ', ask.answers ->> 'organizationName', ask.answers ->> 'happening', taker.handle) as words,
      '{}'::uuid[] as campaigns, array[ask.answers ->> 'kind'] as kinds, ask.triaged_by_id as owner,
      nullif(ask.answers ->> 'organizationName', '') as "organizationName", ask.answers ->> 'kind' as kind,
      ask.answers ->> 'startsAt' as "startsAt", ask.language, ask.submitted_at as "submittedAt",
      ask.submitted_at + ${hours(ANSWER_HOURS)} as "answerBy", ask.triaged_at as "takenAt",
      ask.triaged_by_id as "takenById"
    from ask left join person taker on taker.id = ask.triaged_by_id
    where ask.status in ('SUBMITTED', 'TRIAGED') and ask.submitted_at is not null`,
  HELD_ASKS: sql`
    select ask.id, ask.held_at as since, ask.held_at + ${hours(HELD_HOURS)} < now() as late,
      concat_ws(' ', ask.answers ->> 'organizationName', ask.answers ->> 'happening') as words,
      '{}'::uuid[] as campaigns, array[ask.answers ->> 'kind'] as kinds, null::uuid as owner,
      nullif(ask.answers ->> 'organizationName', '') as "organizationName", ask.answers ->> 'kind' as kind,
      ask.answers ->> 'startsAt' as "startsAt", ask.language, ask.held_at as "submittedAt",
      ask.held_at + ${hours(HELD_HOURS)} as "answerBy", null::timestamptz as "takenAt", null::uuid as "takenById"
    from ask where ask.status = 'HELD'`,
  CAMPAIGNS: sql`
    select campaign.id, least(pulse.late_since, pulse.waiting_since, pulse.quiet_since) as since,
      coalesce(pulse.late_cards, 0) > 0 as late, concat_ws(' ', campaign.title, organization.name) as words,
      array[campaign.id] as campaigns, array[campaign.kind] as kinds, null::uuid as owner,
      coalesce(pulse.open, 0) as open, coalesce(pulse.held, 0) as held,
      coalesce(pulse.in_review, 0) as "inReview", coalesce(pulse.waiting, 0) as waiting,
      pulse.waiting_since as "waitingSince", coalesce(pulse.late_cards, 0) as "lateCards",
      coalesce(pulse.quiet_cards, 0) as "quietCards"
    from campaign
    join organization on organization.id = campaign.organization_id
    left join (
      select campaign_id,
        count(*) filter (where status = 'OPEN')::int as open,
        count(*) filter (where status = 'CLAIMED')::int as held,
        count(*) filter (where status = 'IN_REVIEW')::int as in_review,
        count(waiting_since)::int as waiting, min(waiting_since) as waiting_since,
        count(*) filter (where late)::int as late_cards, min(due) filter (where late) as late_since,
        count(quiet_since)::int as quiet_cards, min(quiet_since) as quiet_since
      from live_card group by campaign_id) pulse on pulse.campaign_id = campaign.id
    where campaign.ended_at is null`,
  QUIET_CARDS: sql`
    select card.id, quiet_since as since, late, ${withHandles} as words,
      array[campaign_id] as campaigns, array[kind] as kinds, null::uuid as owner,
      case status when 'OPEN' then 'UNCLAIMED' when 'CLAIMED' then 'NO_SIGN' else 'NO_CRAFT_REVIEW' end as why
    from live_card card
    where quiet_since is not null`,
  QUIET_PEOPLE: sql`
    select person.id, coalesce(seen.at, holds.claimed_at) as since, holds.late,
      concat_ws(' ', person.handle, holds.words) as words, holds.campaigns, holds.kinds, null::uuid as owner,
      seen.at as "lastSeenAt", holds.held, holds."cardId"
    from (
      select hand.person_id, count(*)::int as held, min(claimed_at) as claimed_at, bool_or(late) as late,
        string_agg(words, ' ') as words, array_agg(campaign_id) as campaigns, array_agg(kind) as kinds,
        (array_agg(id order by lease_expires_at, id))[1] as "cardId"
      from live_card card cross join ${hands} where status = 'CLAIMED' group by hand.person_id) holds
    join person on person.id = holds.person_id and person.erased_at is null
    left join lateral (select max(last_seen_at) as at from session where person_id = person.id) seen on true
    where coalesce(seen.at, holds.claimed_at) < now() - ${hours(UNSEEN_HOURS)}`,
  NEWCOMERS: sql`
    select person.id, work.since, work.since < now() - ${hours(VET_HOURS)} as late,
      concat_ws(' ', person.handle, work.words) as words, work.campaigns, work.kinds, null::uuid as owner,
      work.finished, work.in_review as "inReview", work.held, work."cardId"
    from (
      select newcomer.id as person_id, min(coalesce(card.finished_at, card.handed_in_at, card.claimed_at)) as since,
        count(*) filter (where card.status = 'DONE')::int as finished,
        count(*) filter (where card.status = 'IN_REVIEW')::int as in_review,
        count(*) filter (where card.status = 'CLAIMED')::int as held,
        string_agg(concat_ws(' ', card.title, campaign.title), ' ') as words,
        array_agg(campaign.id) as campaigns, array_agg(campaign.kind) as kinds,
        (array_agg(card.id order by array_position(array['DONE', 'IN_REVIEW', 'CLAIMED'], card.status),
          card.updated_at desc, card.id))[1] as "cardId"
      from person newcomer
      join card on ${inHandsOf(sql.ref('newcomer.id'))} and card.status in ('CLAIMED', 'IN_REVIEW', 'DONE')
      join board on board.id = card.board_id
      join campaign on campaign.id = board.campaign_id
      where newcomer.standing = 'NEW'
      group by newcomer.id) work
    join person on person.id = work.person_id
    where not person.coordinator and person.erased_at is null
      and (work.finished > 0 or work.in_review > 0 or person.created_at > now() - ${days(JOINED_LATELY_DAYS)})`,
  HAND_INS: sql`
    select card.id, handed_in_at as since, handed_in_at < now() - ${hours(UNREVIEWED_HOURS)} as late,
      ${withHandles} as words, array[campaign_id] as campaigns, array[kind] as kinds,
      null::uuid as owner
    from live_card card
    where without_craft`,
  // Those about a campaign wait on its local.
  SUGGESTIONS: sql`
    select id, made_at as since, ${answerBy} < now() as late, text as words, '{}'::uuid[] as campaigns,
      '{}'::text[] as kinds, null::uuid as owner
    from suggestion where campaign_id is null and ${isUnanswered}`,
  DELIVERIES: sql`
    select id, created_at as since, gave_up_at is not null as late, '' as words, '{}'::uuid[] as campaigns,
      '{}'::text[] as kinds, null::uuid as owner
    from delivery
    where sent_at is null and failure is not null
      and (gave_up_at is null or gave_up_at > now() - ${days(GIVEN_UP_DAYS)})`,
};
