import { sql } from 'kysely';
import type { Phase } from '../../core/board/card.entity.ts';
import { hands } from '../../core/board/hands.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Skill } from '../../core/access/skill.ts';

export const WaitSide = { VOLUNTEER: 'VOLUNTEER', LOCAL: 'LOCAL', US: 'US' } as const;
export type WaitSide = keyof typeof WaitSide;

/** What is waited for, with who is waited for. */
export const Wait = {
  WORK: 'WORK',
  CRAFT_REVIEW: 'CRAFT_REVIEW',
  APPROVAL: 'APPROVAL',
  ANSWER: 'ANSWER',
  TRIAGE: 'TRIAGE',
  DECISION: 'DECISION',
} as const;
export type Wait = keyof typeof Wait;
const SIDES: Record<Wait, WaitSide> = {
  WORK: 'VOLUNTEER',
  CRAFT_REVIEW: 'US',
  APPROVAL: 'LOCAL',
  ANSWER: 'LOCAL',
  TRIAGE: 'US',
  DECISION: 'US',
};

/** Open for longer than this, a card is quiet. */
export const QUIET_HOURS = 72;
/** Coming back within this counts as a return. */
export const RETURN_DAYS = 30;

/** How the programme does, over all campaigns. */
export interface Programme {
  /** People with a finished card, and those of them who claimed another within 30 days of handing one in. */
  finishers: number;
  returned: number;
  waits: { wait: Wait; side: WaitSide; count: number; medianHours: number | null }[];
  /** Where claims ended without work, and where cards stay open: worst first. */
  losses: {
    skill: Skill;
    phase: Phase;
    handedBack: number;
    expired: number;
    takenBack: number;
    quiet: number;
  }[];
}

/** Reads the programme's figures in three queries. For coordinators: it looks at every card. */
export async function readProgramme(em: Em): Promise<Programme> {
  const db = em.getKysely();
  const { rows: people } = await sql<{ finishers: number; returned: number }>`
    select count(*)::int as finishers, count(*) filter (where came_back)::int as returned from (
      select hand.person_id, bool_or(exists (
        select from claim where claim.person_id = hand.person_id and claim.card_id <> card.id
          and claim.claimed_at > card.handed_in_at
          and claim.claimed_at <= card.handed_in_at + make_interval(days => ${RETURN_DAYS}))) as came_back
      from card cross join ${hands} join person on person.id = hand.person_id
      where card.status = 'DONE' and person.erased_at is null group by hand.person_id) finishers`.execute(db);
  const { rows: waits } = await sql<{ wait: Wait; count: number; medianHours: number | null }>`
    with moves as (
      select event.kind, event.at, lead(event.kind) over card_log as next_kind, lead(event.at) over card_log as next_at
      from board_event event cross join lateral unnest(event.cards) as touched(card_id)
      where event.kind in ('CARD_HANDED_IN', 'CRAFT_REVIEW_PASSED', 'CARD_APPROVED', 'CHANGES_REQUESTED',
        'CARD_BLOCKED', 'CARD_UNBLOCKED')
      window card_log as (partition by event.board_id, touched.card_id order by event.revision)),
    waits as (
      select 'WORK' as wait, ended_at - claimed_at as length from claim
        where how = 'HANDED_IN' and not as_partner
      union all select 'CRAFT_REVIEW', next_at - at from moves
        where kind = 'CARD_HANDED_IN' and next_kind = 'CRAFT_REVIEW_PASSED'
      union all select 'APPROVAL', next_at - at from moves
        where kind in ('CRAFT_REVIEW_PASSED', 'CARD_HANDED_IN') and next_kind = 'CARD_APPROVED'
      union all select 'ANSWER', next_at - at from moves
        where kind = 'CARD_BLOCKED' and next_kind = 'CARD_UNBLOCKED'
      union all select 'TRIAGE', triaged_at - submitted_at from ask
      union all select 'DECISION', decided_at - submitted_at from ask
      union all select 'TRIAGE', make_interval(secs => triage_seconds) from erased_ask
      union all select 'DECISION', make_interval(secs => decision_seconds) from erased_ask
      union all select 'TRIAGE', make_interval(secs => (counts->>'triageSeconds')::float8) from closing
      union all select 'DECISION', make_interval(secs => (counts->>'decisionSeconds')::float8) from closing)
    select wait, count(length)::int as count,
      percentile_cont(0.5) within group (order by extract(epoch from length)::float8) / 3600 as "medianHours"
    from waits where length is not null group by wait`.execute(db);
  const { rows: losses } = await sql<Programme['losses'][number]>`
    with lost as (
      select card.skill, card.phase, claim.how from claim join card on card.id = claim.card_id
        where claim.how in ('HANDED_BACK', 'EXPIRED', 'TAKEN_BACK') and not claim.as_partner
      union all
      select card.skill, card.phase, 'QUIET' from card join board on board.id = card.board_id
        join campaign on campaign.id = board.campaign_id
        where card.status = 'OPEN' and campaign.ended_at is null
          and greatest(card.created_at, card.returned_at, (select max(event.at) from board_event event
            where event.board_id = card.board_id and event.kind = 'CARD_OPENED' and card.id = any(event.cards)))
            < now() - make_interval(hours => ${QUIET_HOURS}))
    select skill, phase, count(*) filter (where how = 'HANDED_BACK')::int as "handedBack",
      count(*) filter (where how = 'EXPIRED')::int as expired,
      count(*) filter (where how = 'TAKEN_BACK')::int as "takenBack",
      count(*) filter (where how = 'QUIET')::int as quiet
    from lost group by skill, phase order by count(*) desc, skill, phase`.execute(db);
  const found = new Map(waits.map((row) => [row.wait, row]));
  return {
    ...(people[0] ?? { finishers: 0, returned: 0 }),
    waits: Object.values(Wait).map((wait) => ({
      wait,
      side: SIDES[wait],
      count: found.get(wait)?.count ?? 0,
      medianHours: found.get(wait)?.medianHours ?? null,
    })),
    losses,
  };
}
