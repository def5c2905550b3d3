import { sql } from 'kysely';
import { readableBy } from '../../core/board/read-cards.ts';
import { inHandsOf } from '../../core/board/hands.ts';
import type { Skill } from '../../core/access/skill.ts';
import { type Reader, readerOf } from '../../core/access/viewer.ts';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import { eventReadableBy } from '../event/event.policy.ts';
import type { RecordPart } from './record.entity.ts';

/** Trainings, and practices, that a record lists; the newest. */
export const MOST_LISTED = 50;

/** A training at whose door somebody was checked in. */
export interface Trained {
  personId: string;
  title: string;
  slug: string;
  startsAt: Date;
  timeZone: string;
  skills: Skill[];
}

/** A practice of which somebody else said that it is well done. */
export interface Practised {
  personId: string;
  title: string;
  skill: Skill;
  hours: number;
  doneAt: Date;
  slug: string;
  training: string;
}

/** Trainings that people came to, of those that the reader may read; in one query for all of them. */
export async function readTrained(
  db: Kysely,
  reader: Reader,
  personIds: readonly string[],
): Promise<Trained[]> {
  const { rows } = await sql<Trained>`select * from (
    select registration.person_id as "personId", event.title, event.slug, event.starts_at as "startsAt",
      event.time_zone as "timeZone", array(select distinct skill from event_session, unnest(skills) skill
        where event_session.event_id = event.id order by skill) as skills,
      row_number() over (partition by registration.person_id order by event.starts_at desc, event.id) as place
    from registration join event on event.id = registration.event_id
    where registration.person_id = any(${personIds}::uuid[]) and registration.state = 'ATTENDED'
      and event.kind = 'TRAINING' and ${eventReadableBy(reader)}) trained
    where place <= ${MOST_LISTED} order by place`.execute(db);
  return rows;
}

/** Practices that people finished, at trainings that the reader may read; in one query for all of them. */
export async function readPractised(
  db: Kysely,
  reader: Reader,
  personIds: readonly string[],
): Promise<Practised[]> {
  const { rows } = await sql<Practised>`select * from (
    select practice.person_id as "personId", practice_card.title, practice_card.skill, practice_card.hours,
      practice.answered_at as "doneAt", event.slug, event.title as training,
      row_number() over (partition by practice.person_id order by practice.answered_at desc, practice.id) as place
    from practice join practice_card on practice_card.id = practice.card_id
      join event on event.id = practice_card.event_id
    where practice.person_id = any(${personIds}::uuid[]) and practice.state = 'DONE'
      and ${eventReadableBy(reader)}) practised
    where place <= ${MOST_LISTED} order by place`.execute(db);
  return rows;
}

/** Of how many cards people looked at the work, as craft reviewers or for the local; counted over cards the reader may read. */
export async function countReviewed(
  db: Kysely,
  reader: Reader,
  personIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ personId: string; count: number }>`
    select looked.person_id as "personId", count(distinct card.id)::int as count
    from hand_in cross join lateral (values (hand_in.craft_reviewer_id), (hand_in.reviewer_id)) looked(person_id)
      join card on card.id = hand_in.card_id join board on board.id = card.board_id
      join campaign on campaign.id = board.campaign_id
    where (hand_in.craft_reviewer_id = any(${personIds}::uuid[]) or hand_in.reviewer_id = any(${personIds}::uuid[]))
      and looked.person_id = any(${personIds}::uuid[]) and ${readableBy(reader)}
    group by looked.person_id`.execute(db);
  return new Map(rows.map(({ personId, count }) => [personId, count]));
}

/** How many trainings somebody came to, and how many practices they finished, in numbers alone. */
export async function countLearnt(
  db: Kysely,
  personId: string,
): Promise<{ trained: number; practised: number }> {
  const { rows } = await sql<{ trained: number; practised: number }>`select
    (select count(*)::int from registration join event on event.id = registration.event_id
      where registration.person_id = ${personId} and registration.state = 'ATTENDED' and event.kind = 'TRAINING') as trained,
    (select count(*)::int from practice where person_id = ${personId} and state = 'DONE') as practised`.execute(
    db,
  );
  return rows[0]!;
}

/** For how many finished cards somebody was thanked. */
export async function countThanked(db: Kysely, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from card
    where ${inHandsOf(personId)} and status = 'DONE' and thanks <> ''`.execute(db);
  return rows[0]?.count ?? 0;
}

/** What people chose to show, and nothing else of them. */
export interface ShownRecordOf {
  trainedIn: Trained[] | null;
  practised: Practised[] | null;
  reviewed: number | null;
}

const ANYONE = readerOf(null);

/** The parts that people show to everybody, as far as everybody may know of what is in them; four queries for all. */
export async function readShown(em: Em, personIds: readonly string[]): Promise<Map<string, ShownRecordOf>> {
  const db = em.getKysely();
  const parts = await readParts(db, personIds);
  const showing = (part: RecordPart) => personIds.filter((id) => parts.get(id)?.includes(part));
  const trained = Map.groupBy(await readTrained(db, ANYONE, showing('TRAINED')), ({ personId }) => personId);
  const practised = Map.groupBy(
    await readPractised(db, ANYONE, showing('PRACTISED')),
    ({ personId }) => personId,
  );
  const reviewed = await countReviewed(db, ANYONE, showing('REVIEWED'));
  return new Map(
    personIds.map((id): [string, ShownRecordOf] => {
      const shows = (part: RecordPart) => parts.get(id)?.includes(part) ?? false;
      return [
        id,
        {
          trainedIn: shows('TRAINED') ? (trained.get(id) ?? []) : null,
          practised: shows('PRACTISED') ? (practised.get(id) ?? []) : null,
          reviewed: shows('REVIEWED') ? (reviewed.get(id) ?? 0) : null,
        },
      ];
    }),
  );
}

/** Which parts of their record people show. */
export async function readParts(
  db: Kysely,
  personIds: readonly string[],
): Promise<Map<string, RecordPart[]>> {
  const rows = await db
    .selectFrom('shown_record')
    .select(['person_id as personId', 'parts'])
    .where(sql<boolean>`person_id = any(${personIds}::uuid[])`)
    .execute();
  return new Map(rows.map(({ personId, parts }) => [personId, parts as RecordPart[]]));
}
