import { sql } from 'kysely';
import type { Skill } from '../../core/access/skill.ts';
import { timelessId } from '../../platform/db/timeless-id.ts';
import type { Kysely } from '../../platform/db/orm.ts';
import { fromGlobalId } from '../../platform/graphql/global-id.ts';
import { type Link, webLinks } from '../../platform/input/links.ts';
import { numberBetween, plainText } from '../../platform/input/text.ts';
import { momentOfWall, movedWall, takeWallTime } from '../../platform/input/wall-time.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { type EventSessionInput, MOST } from './event-words.ts';

export interface SessionRow {
  id: string;
  eventId: string;
  title: string;
  presenter: string;
  skills: Skill[];
  materials: { label: string; url: string }[];
  startsWall: string;
  startsAt: Date;
  minutes: number;
}

/** When the event is, and in which zone. */
interface Frame {
  id: string;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
}

const FIELD = 'sessions';

/** The sessions of events, in their order. */
export async function readSessions(db: Kysely, eventIds: readonly string[]): Promise<SessionRow[]> {
  return selectSessions(db)
    .where(sql<boolean>`event_id = any(${eventIds}::uuid[])`)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
}

export async function readSessionsById(db: Kysely, ids: readonly string[]): Promise<SessionRow[]> {
  return selectSessions(db)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
}

function selectSessions(db: Kysely) {
  return db
    .selectFrom('event_session')
    .select([
      'id',
      'event_id as eventId',
      'title',
      'presenter',
      'skills',
      'materials',
      'starts_wall as startsWall',
      'starts_at as startsAt',
      'minutes',
    ]);
}

/** Makes the sessions of an event these, in the transaction that holds it: known ones keep their ids, others go. */
export async function writeSessions(
  db: Kysely,
  event: Frame,
  given: readonly EventSessionInput[],
): Promise<void> {
  if (given.length > MOST.sessions)
    throw new InvalidInput(FIELD, 'TOO_MANY', `Keep it to ${MOST.sessions}.`, { limit: MOST.sessions });
  const known = new Set((await readSessions(db, [event.id])).map(({ id }) => id));
  const rows = given.map((session) => toRow(session, event, known));
  const kept = rows.map(({ id }) => id);
  await sql`delete from event_session where event_id = ${event.id} and id <> all(${kept}::uuid[])`.execute(
    db,
  );
  for (const row of rows) {
    await db
      .insertInto('event_session')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }
}

function toRow(given: EventSessionInput, event: Frame, known: ReadonlySet<string>) {
  const startsWall = takeWallTime(given.startsWall, FIELD);
  const { timeZone } = event;
  const startsAt = momentOfWall(startsWall, { timeZone, field: FIELD, fold: given.startsFold });
  const minutes = Math.round(numberBetween(given.minutes, FIELD, 5, 1440));
  if (startsAt < event.startsAt || startsAt >= event.endsAt)
    throw new InvalidInput(FIELD, 'OUT_OF_RANGE', 'A session begins while the event lasts.', {
      about: startsWall.replace('T', ' '),
    });
  const uuid = given.id && (known.has(given.id) ? given.id : fromGlobalId(given.id)?.uuid);
  return {
    id: uuid && known.has(uuid) ? uuid : timelessId(),
    event_id: event.id,
    title: plainText(given.title, { field: FIELD, max: 120 }),
    presenter: plainText(given.presenter, { field: FIELD, max: 120, optional: true }),
    skills: [...new Set(given.skills ?? [])],
    materials: sql<Link[]>`${JSON.stringify(webLinks(given.materials, FIELD))}::jsonb`,
    starts_wall: startsWall,
    starts_at: startsAt,
    minutes,
  };
}

/** What sessions are when their event moves: as far from its beginning as they were, as clocks show it. */
export const movedSessions = (
  sessions: readonly SessionRow[],
  move: { from: string; to: string },
): EventSessionInput[] =>
  sessions.map(({ startsWall, ...session }) => ({
    ...session,
    startsWall: movedWall(startsWall, move),
    // Of a night with two of that hour, the first: nobody is there to be asked.
    startsFold: 'EARLIER',
  }));
