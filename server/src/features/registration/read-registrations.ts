import { sql } from 'kysely';
import { hashOfLinkSecret } from '../../core/access/secret.ts';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import { Refusal } from '../../platform/refusal/refusal.ts';
import type { RegistrationEnd, RegistrationState, Seat } from './registration.entity.ts';

export interface RegistrationRow {
  id: string;
  eventId: string;
  personId: string | null;
  name: string;
  handle: string | null;
  code: string;
  seat: Seat;
  people: number;
  state: RegistrationState;
  line: number;
  registeredAt: Date;
  invitedUntil: Date | null;
  confirmedAt: Date | null;
  endedAt: Date | null;
  endedBy: RegistrationEnd | null;
  checkedInAt: Date | null;
  checkedInById: string | null;
}

function select(db: Kysely) {
  return db
    .selectFrom('registration')
    .leftJoin('person', 'person.id', 'registration.person_id')
    .select([
      'registration.id',
      'registration.event_id as eventId',
      'registration.person_id as personId',
      'registration.name',
      'person.handle',
      'registration.code',
      'registration.seat',
      'registration.people',
      'registration.state',
      'registration.line',
      'registration.registered_at as registeredAt',
      'registration.invited_until as invitedUntil',
      'registration.confirmed_at as confirmedAt',
      'registration.ended_at as endedAt',
      'registration.ended_by as endedBy',
      'registration.checked_in_at as checkedInAt',
      'registration.checked_in_by_id as checkedInById',
    ])
    .$castTo<RegistrationRow>();
}

export async function readRegistration(db: Kysely, id: string): Promise<RegistrationRow | undefined> {
  return select(db).where('registration.id', '=', id).executeTakeFirst();
}

/** One answer to every link that leads to no place: whoever tries links learns nothing from it. */
export const seatLinkInvalid = () =>
  new Refusal('LINK_INVALID', 'This link leads to no place. It may be a while since the event.');

/** The registration whose receipt has that secret. */
export async function readBySecret(db: Kysely, secret: string): Promise<RegistrationRow> {
  const found = await select(db)
    .where('registration.secret_hash', '=', hashOfLinkSecret(secret))
    .executeTakeFirst();
  if (!found) throw seatLinkInvalid();
  return found;
}

/** What somebody has at events: one each at most, what they gave up only where they have nothing else there. */
export async function readOfPerson(
  db: Kysely,
  personId: string,
  eventIds: readonly string[],
): Promise<RegistrationRow[]> {
  return select(db)
    .distinctOn('registration.event_id')
    .where('registration.person_id', '=', personId)
    .where(sql<boolean>`registration.event_id = any(${eventIds}::uuid[])`)
    .orderBy('registration.event_id')
    .orderBy(sql`registration.state = 'CANCELLED'`)
    .orderBy('registration.line', 'desc')
    .execute();
}

/** Somebody's places at events that are not over, the next one first. */
export async function listOfPerson(em: Em, personId: string, limit: number): Promise<RegistrationRow[]> {
  return select(em.getKysely())
    .innerJoin('event', 'event.id', 'registration.event_id')
    .where('registration.person_id', '=', personId)
    .where('registration.state', '<>', 'CANCELLED')
    .where(sql<boolean>`event.ends_at > now()`)
    .orderBy('event.starts_at')
    .orderBy('registration.id')
    .limit(limit)
    .execute();
}

/** At the door: who has places or waits, by name, from `after` on; or those whose name or code holds what was typed. */
export async function listAtDoor(
  em: Em,
  eventId: string,
  { search, limit, after }: { search: string; limit: number; after: string[] | null },
): Promise<RegistrationRow[]> {
  const name = sql<string>`lower(coalesce(person.handle, registration.name))`;
  const [last, id] = after ?? [];
  return select(em.getKysely())
    .where('registration.event_id', '=', eventId)
    .where('registration.state', '<>', 'CANCELLED')
    .$if(search !== '', (query) =>
      query.where(
        sql<boolean>`(strpos(${name}, lower(${search})) > 0 or registration.code = upper(${search}))`,
      ),
    )
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(${name}, registration.id) > (${last ?? ''}, ${id ?? ''}::uuid)`),
    )
    .orderBy(name)
    .orderBy('registration.id')
    .limit(limit)
    .execute();
}

/** How many stand in line before each of these, for places of the same sort. */
export async function countBefore(db: Kysely, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; before: number }>`
    select mine.id, (select count(*)::int from registration other where other.event_id = mine.event_id
      and other.seat = mine.seat and other.state = 'WAITING' and other.line < mine.line) as before
    from registration mine where mine.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, before }) => [id, before]));
}

export interface SeatCount {
  eventId: string;
  seat: Seat;
  taken: number;
  here: number;
  waiting: number;
}

/** How many places of each sort are taken, how many of these people are here, and how many wait, of many events at once. */
export async function countSeats(db: Kysely, eventIds: readonly string[]): Promise<SeatCount[]> {
  const { rows } = await sql<SeatCount>`
    select event_id as "eventId", seat,
      coalesce(sum(people) filter (where state in ('REGISTERED', 'INVITED', 'CONFIRMED', 'ATTENDED')), 0)::int as taken,
      coalesce(sum(people) filter (where state = 'ATTENDED'), 0)::int as here,
      coalesce(sum(people) filter (where state = 'WAITING'), 0)::int as waiting
    from registration where event_id = any(${eventIds}::uuid[]) group by event_id, seat`.execute(db);
  return rows;
}
