import { sql } from 'kysely';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { type EventRow, lockEvent } from '../event/read-events.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { enqueue, type RegistrationJob } from './registration-queue.ts';
import type { RegistrationState, Seat } from './registration.entity.ts';
import { whoIsNext } from './who-is-next.ts';

/** States in which somebody has places, or places are kept for them: of these there are never more than fit. */
export const HOLDING: readonly RegistrationState[] = ['REGISTERED', 'INVITED', 'CONFIRMED', 'ATTENDED'];
/** States of those who are expected. */
export const EXPECTED: readonly RegistrationState[] = ['REGISTERED', 'CONFIRMED'];

/** Within the last hour nobody has the time to be asked: who is next has the places. */
const ASKED_UNTIL_HOURS = 1;
const SHORTEST_MINUTES = 30;
const LONGEST_HOURS = 24;

/** An event whose places are in hand: nobody else counts them until the transaction ends. */
export interface Places {
  em: Em;
  db: Kysely;
  event: EventRow;
  notices: Notice[];
}

/**
 * Does something about the places of an event. Its row is held meanwhile, so that whoever looks how many are free also
 * takes them before anybody else looks. What comes free goes to who is next, in the same transaction.
 */
export async function withPlaces<Result>(
  services: Services,
  eventId: string,
  act: (places: Places) => Promise<Result>,
): Promise<Result> {
  const { result, notices } = await services.orm.em.fork().transactional(async (em) => {
    const event = await lockEvent(em, eventId);
    if (!event) throw notFound('event');
    const places: Places = { em, db: em.getKysely(), event, notices: [] };
    const result = await act(places);
    await handOut(services, places);
    await notify(services, em, places.notices);
    return { result, notices: places.notices };
  });
  hintNotices(services, notices);
  return result;
}

export const capacityOf = (event: Pick<EventRow, 'roomCapacity' | 'onlineCapacity'>, seat: Seat) =>
  seat === 'ROOM' ? event.roomCapacity : event.onlineCapacity;

/** Which sorts of places an event has. */
export const seatsOf = ({ place, online }: Pick<EventRow, 'place' | 'online'>): Seat[] => [
  ...(place ? (['ROOM'] as const) : []),
  ...(online ? (['ONLINE'] as const) : []),
];

/** How many places of a sort are taken or kept. */
export async function countTaken(db: Kysely, eventId: string, seat: Seat): Promise<number> {
  const { rows } = await sql<{
    taken: number;
  }>`select coalesce(sum(people), 0)::int as taken from registration
    where event_id = ${eventId} and seat = ${seat} and state = any(${HOLDING}::text[])`.execute(db);
  return rows[0]!.taken;
}

/**
 * Gives what is free to who is next in line. `straight` is somebody who came just now and, where there is room, has the
 * places at once; whoever waited is asked first, since they may have other plans by now.
 */
export async function handOut(
  services: Services,
  places: Places,
  straight: string | null = null,
): Promise<void> {
  const { db, event } = places;
  await lapse(db, event.id);
  if (event.phase === 'CANCELLED' || event.phase === 'OVER') return;
  for (const seat of seatsOf(event)) {
    const line = await readLine(db, event.id, seat);
    if (line.length === 0) continue;
    const capacity = capacityOf(event, seat);
    const free = capacity === null ? null : capacity - (await countTaken(db, event.id, seat));
    for (const next of whoIsNext(line, free)) {
      if (next.id === straight) await give(db, next.id);
      else await ask(services, places, next);
    }
  }
}

interface Waiting {
  id: string;
  people: number;
  personId: string | null;
}

async function readLine(db: Kysely, eventId: string, seat: Seat): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`select id, people, person_id as "personId" from registration
    where event_id = ${eventId} and seat = ${seat} and state = 'WAITING' order by line`.execute(db);
  return rows;
}

async function give(db: Kysely, id: string): Promise<void> {
  await sql`update registration set state = 'REGISTERED', invited_until = null where id = ${id}`.execute(db);
}

/** Keeps places for somebody: a quarter of the time that is left, at least half an hour, at most a day. */
async function ask(services: Services, { em, db, event, notices }: Places, next: Waiting): Promise<void> {
  const { rows } = await sql<{ until: Date }>`update registration set state = 'INVITED',
    invited_until = clock_timestamp() + least(greatest((${event.startsAt} - clock_timestamp()) / 4,
      make_interval(mins => ${SHORTEST_MINUTES})), make_interval(hours => ${LONGEST_HOURS}))
    where id = ${next.id} and ${event.startsAt} > clock_timestamp() + make_interval(hours => ${ASKED_UNTIL_HOURS})
    returning invited_until as until`.execute(db);
  const until = rows[0]?.until;
  if (until) {
    const data: RegistrationJob = { placesOf: event.id };
    await enqueue(services, em, [{ data, notBefore: until }]);
  } else await give(db, next.id);
  if (next.personId)
    notices.push({
      ...{ personId: next.personId, kind: until ? 'PLACE_OFFERED' : 'PLACE_GIVEN' },
      eventId: event.id,
    });
}

/** Places that were kept and about which nobody answered in time are free again. */
async function lapse(db: Kysely, eventId: string): Promise<void> {
  await sql`update registration set state = 'CANCELLED', ended_at = clock_timestamp(), ended_by = 'LAPSED'
    where event_id = ${eventId} and state = 'INVITED' and invited_until <= clock_timestamp()`.execute(db);
}
