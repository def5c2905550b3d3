import { sql } from 'kysely';
import { Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { readHelpersOf } from '../event/event-listener.ts';
import type { NotificationKind } from '../notification/notification.entity.ts';
import { EXPECTED, type Places, withPlaces } from './places.ts';
import type { RegistrationJob, Telling } from './registration-queue.ts';

/** Does what is due about places. Early, late or twice it does no harm; an event that is gone needs nothing. */
export async function runRegistrationJob(services: Services, job: RegistrationJob): Promise<void> {
  try {
    if ('placesOf' in job) await withPlaces(services, job.placesOf, async () => undefined);
    else if ('tellOf' in job) await withPlaces(services, job.tellOf, (places) => tell(services, places, job));
    else await withPlaces(services, job.countOf, (places) => count(places, job));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return;
    throw error;
  }
}

const KINDS: Record<Telling, NotificationKind> = {
  DAY: 'EVENT_TOMORROW',
  HOUR: 'EVENT_SOON',
  BEGAN: 'EVENT_BEGAN',
};
const COLUMNS: Record<Telling, string> = { DAY: 'day_told', HOUR: 'hour_told', BEGAN: 'began_told' };

/**
 * Whoever has a place hears once of each beginning; when it is there, whoever is not checked in. Whoever has something to
 * do there hears of it an hour before.
 */
async function tell(
  services: Services,
  { em, db, event, notices }: Places,
  { what, startsAt }: Extract<RegistrationJob, { tellOf: string }>,
): Promise<void> {
  if (event.startsAt.getTime() !== new Date(startsAt).getTime()) return;
  if (event.phase === 'CANCELLED' || event.phase === 'OVER') return;
  // What should have been said before it began is not said after.
  if (what !== 'BEGAN' && event.phase === 'NOW') return;
  const told = sql.ref(COLUMNS[what]);
  const { rows: first } = await sql`insert into turnout as known (event_id, ${told})
    values (${event.id}, ${event.startsAt}) on conflict (event_id) do update set ${told} = excluded.${told}
      where known.${told} is distinct from excluded.${told} returning event_id`.execute(db);
  if (first.length === 0) return;
  const { rows } = await sql<{ personId: string }>`select person_id as "personId" from registration
    where event_id = ${event.id} and person_id is not null and state = any(${EXPECTED}::text[])`.execute(db);
  const helpers = what === 'HOUR' ? await readHelpersOf(services, em, event.id) : [];
  const people = new Set([...rows.map(({ personId }) => personId), ...helpers]);
  notices.push(...[...people].map((personId) => ({ personId, kind: KINDS[what], eventId: event.id })));
}

/**
 * After the end: who was expected and not checked in has missed it, but only where anybody was checked in at all; else
 * nobody stood at the door. The figures stay when the names go.
 */
async function count(
  { db, event }: Places,
  { endsAt }: Extract<RegistrationJob, { countOf: string }>,
): Promise<void> {
  if (event.endsAt.getTime() !== new Date(endsAt).getTime() || event.phase !== 'OVER') return;
  await sql`update registration set state = 'MISSED' where event_id = ${event.id}
    and state = any(${EXPECTED}::text[])
    and exists (select from registration seen where seen.event_id = ${event.id} and seen.state = 'ATTENDED')`.execute(
    db,
  );
  await sql`insert into turnout (event_id, counted_at, came, missed, gave_up)
    select ${event.id}, clock_timestamp(), coalesce(sum(people) filter (where state = 'ATTENDED'), 0),
      coalesce(sum(people) filter (where state = 'MISSED'), 0),
      coalesce(sum(people) filter (where state = 'CANCELLED'), 0)
    from registration where event_id = ${event.id}
    on conflict (event_id) do update set counted_at = excluded.counted_at, came = excluded.came,
      missed = excluded.missed, gave_up = excluded.gave_up`.execute(db);
}
