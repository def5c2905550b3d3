import { sql } from 'kysely';
import type { Skill } from '../../core/access/skill.ts';
import type { Standing } from '../../core/access/standing.ts';
import type { Reader } from '../../core/access/viewer.ts';
import { inHandsOf } from '../../core/board/hands.ts';
import type { Em } from '../../platform/db/orm.ts';
import { eventReadableBy } from '../event/event.policy.ts';
import { matchCards } from '../matching/read-matches.ts';
import { isOpen } from '../opening/read-openings.ts';
import type { Facts, PathFacts } from './next-step-rules.ts';

/** So many finished cards show that somebody has a skill. */
const CARDS_THAT_SHOW = 3;

interface Row {
  standing: Standing;
  skills: Skill[];
  vouched: boolean;
  done: number;
  heldCard: string | null;
  cameBack: boolean;
  tryAgain: string | null;
  toPractise: string | null;
  training: { eventId: string; skills: Skill[] } | null;
  opening: Facts['opening'];
  advises: boolean;
  advisersThere: boolean;
  asked: boolean;
  daysHere: number;
  tookCard: boolean;
  learnt: number;
}

/** All that the rules look at of somebody: one query, and two for what fits them. */
export async function readFacts(em: Em, reader: Reader, personId: string): Promise<Facts & PathFacts> {
  const [row, [best]] = await Promise.all([readRow(em, reader, personId), matchCards(em, reader, personId)]);
  const { training, ...facts } = row;
  const uses = training?.skills.find((skill) => row.skills.includes(skill)) ?? null;
  const lacks = training?.skills.find((skill) => !row.skills.includes(skill)) ?? null;
  return {
    ...facts,
    fit: best?.card.id ?? null,
    training: training && { eventId: training.eventId, uses, lacks },
  };
}

async function readRow(em: Em, reader: Reader, me: string): Promise<Row> {
  // A training to come: what teaches somebody's own skills before others, then the next one.
  const training = sql`select json_build_object('eventId', event.id, 'skills', taught.skills)
    from event cross join lateral (select array(select distinct skill from event_session, unnest(skills) skill
      where event_session.event_id = event.id) as skills) taught
    where event.kind = 'TRAINING' and event.cancelled_at is null and event.starts_at > now()
      and cardinality(taught.skills) > 0 and ${eventReadableBy(reader)}
      and not exists (select from registration where registration.event_id = event.id
        and registration.person_id = person.id and registration.state <> 'CANCELLED')
    order by taught.skills && person.skills desc, event.starts_at, event.id limit 1`;
  const toPractise = sql`select practice_card.id from registration
      join event on event.id = registration.event_id and ${eventReadableBy(reader)}
      join practice_card on practice_card.event_id = event.id
      left join practice on practice.card_id = practice_card.id and practice.person_id = person.id
    where registration.person_id = person.id and registration.state = 'ATTENDED'
      and (practice.state = 'STARTED' or (practice.id is null and practice_card.removed_at is null
        and not exists (select from practice other join practice_card tried on tried.id = other.card_id
          where other.person_id = person.id and tried.event_id = event.id)))
    order by practice.started_at desc nulls last, event.starts_at desc, practice_card.created_at limit 1`;
  // A role that asks for what they did most of, and closes first.
  const opening = sql`select json_build_object('openingId', opening.id, 'skill', shown.skill)
    from opening cross join lateral (select card.skill, count(*) as cards from card
      where ${inHandsOf(me)} and card.status = 'DONE' and card.skill = any(opening.skills)
      group by card.skill having count(*) >= ${CARDS_THAT_SHOW} order by cards desc, card.skill limit 1) shown
    where ${isOpen} and (cardinality(opening.languages) = 0 or cardinality(person.languages) = 0
        or opening.languages && person.languages)
      and not exists (select from application where application.opening_id = opening.id
        and application.person_id = person.id)
      and not exists (select from campaign_block where campaign_block.person_id = person.id
        and campaign_block.campaign_id = opening.campaign_id)
    order by shown.cards desc, opening.closes_at, opening.id limit 1`;
  const { rows } = await sql<Row>`select person.standing, person.skills,
      exists (select from vouch where vouch.person_id = person.id and vouch.ended_at is null) as vouched,
      (select count(*)::int from card where ${inHandsOf(me)} and status = 'DONE') as done,
      held.id as "heldCard", coalesce(held.came_back, false) as "cameBack",
      (select practice.card_id from practice where practice.person_id = person.id and practice.state = 'TRY_AGAIN'
        order by practice.answered_at desc limit 1) as "tryAgain",
      (${toPractise}) as "toPractise",
      (${training}) as training,
      (${opening}) as opening,
      exists (select from adviser where adviser.person_id = person.id and offered_at is not null
        and removed_at is null) as advises,
      exists (select from adviser where adviser.person_id <> person.id and offered_at is not null
        and removed_at is null and not paused) as "advisersThere",
      exists (select from booking where booking.booker_id = person.id) as asked,
      floor(extract(epoch from now() - person.created_at) / 86400)::int as "daysHere",
      exists (select from claim where claim.person_id = person.id) as "tookCard",
      (select count(*)::int from registration join event on event.id = registration.event_id
        where registration.person_id = person.id and registration.state = 'ATTENDED' and event.kind = 'TRAINING')
      + (select count(*)::int from practice where practice.person_id = person.id and practice.state = 'DONE') as learnt
    from person left join lateral (select card.id, card.changes_requested_at is not null as came_back from card
      where ${inHandsOf(me)} and card.status = 'CLAIMED'
      order by card.changes_requested_at is null, card.lease_expires_at, card.id limit 1) held on true
    where person.id = ${me}`.execute(em.getKysely());
  return rows[0]!;
}
