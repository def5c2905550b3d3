import { type RawBuilder, sql } from 'kysely';
import { hashOfLinkSecret } from '../../core/access/secret.ts';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { type Order, orderedBy, placeIn, within } from '../../platform/graphql/keyset.ts';
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

const NAME = sql<string>`lower(coalesce(person.handle, registration.name))`;
const BY_NAME: Order = {
  keys: [
    { of: NAME, type: 'text' },
    { of: sql`registration.id`, type: 'uuid' },
  ],
};

/** A registration with what its cursor says: names in lower case as the database has them. */
export type ListedRegistration = RegistrationRow & { place: string[] };

/**
 * Who is seen at the doors of these events: who has places or waits, or of them those whose name holds what was typed,
 * or whose code it is.
 */
const isAtDoor = (eventIds: readonly string[], search: string): RawBuilder<boolean> =>
  sql<boolean>`(registration.event_id = any(${eventIds}::uuid[]) and registration.state <> 'CANCELLED'
    and (${search} = '' or strpos(${NAME}, lower(${search})) > 0 or registration.code = upper(${search})))`;

/** The same page of them for each of the events, by name. */
export async function listAtDoor(
  em: Em,
  eventIds: readonly string[],
  { search, ...span }: { search: string } & Span,
): Promise<ListedRegistration[]> {
  const ranked = select(em.getKysely())
    .select(placeIn(BY_NAME).as('place'))
    .select(
      sql<number>`row_number() over (partition by registration.event_id
        order by ${orderedBy(BY_NAME, span.backwards)})`.as('nth'),
    )
    .where(isAtDoor(eventIds, search))
    .where(within(BY_NAME, span));
  return em
    .getKysely()
    .selectFrom(ranked.as('listed'))
    .selectAll()
    .where('nth', '<=', span.limit)
    .orderBy('nth')
    .execute();
}

/** How many they are at each of the events; those without any are left out. */
export async function countAtDoor(
  em: Em,
  eventIds: readonly string[],
  search: string,
): Promise<{ id: string; count: number }[]> {
  const { rows } = await sql<{ id: string; count: number }>`
    select registration.event_id as id, count(*)::int as count
    from registration left join person on person.id = registration.person_id
    where ${isAtDoor(eventIds, search)} group by registration.event_id`.execute(em.getKysely());
  return rows;
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
