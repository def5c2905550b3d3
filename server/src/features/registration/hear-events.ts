import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { NewJob } from '../../platform/jobs/jobs.ts';
import type { Services } from '../../platform/services.ts';
import { type EventFact, type EventListener, readHelpersOf } from '../event/event-listener.ts';
import { lockEvent } from '../event/read-events.ts';
import type { NotificationKind } from '../notification/notification.entity.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { handOut, type Places } from './places.ts';
import { enqueue, type RegistrationJob, TELLING, type Telling } from './registration-queue.ts';

/** What follows for those who have places when their event is announced, changed or called off. */
export const hearEvents = (services: Services): EventListener => ({
  changed: async (em, fact) => {
    if (fact.kind === 'FILES') return () => undefined;
    const event = await lockEvent(em, fact.eventId);
    if (!event) return () => undefined;
    const db = em.getKysely();
    await sql`insert into turnout (event_id) values (${event.id}) on conflict do nothing`.execute(db);
    const places: Places = { em, db, event, notices: await noticesOf(services, em, fact) };
    if (fact.kind !== 'CANCELLED') {
      await schedule(services, em, event);
      // A larger room, or another sort of place: who is next gets in at once.
      await handOut(services, places);
    }
    await notify(services, em, places.notices);
    return () => hintNotices(services, places.notices);
  },
});

/** Everybody with an account who has places or waits for some, and who has something to do there; who changed it knows. */
async function noticesOf(
  services: Services,
  em: Em,
  { kind, moved, eventId, actorId }: EventFact,
): Promise<Notice[]> {
  const what: NotificationKind | null =
    kind === 'CANCELLED' ? 'EVENT_CANCELLED' : kind === 'UPDATED' && moved ? 'EVENT_MOVED' : null;
  if (!what) return [];
  const { rows } = await sql<{ personId: string }>`select person_id as "personId" from registration
    where event_id = ${eventId} and person_id is not null
      and state in ('REGISTERED', 'WAITING', 'INVITED', 'CONFIRMED')`.execute(em.getKysely());
  const people = new Set([
    ...rows.map(({ personId }) => personId),
    ...(await readHelpersOf(services, em, eventId)),
  ]);
  people.delete(actorId);
  return [...people].map((personId): Notice => ({ personId, kind: what, eventId }));
}

/** Jobs for the moments at which something is to be done. Of an event that moved, those before find it elsewhere. */
async function schedule(
  services: Services,
  em: Em,
  { id, startsAt, endsAt }: { id: string; startsAt: Date; endsAt: Date },
): Promise<void> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(em.getKysely());
  const { now } = rows[0]!;
  const tellings = (Object.keys(TELLING) as Telling[]).flatMap((what): NewJob[] => {
    const notBefore = new Date(startsAt.getTime() + TELLING[what]);
    const data: RegistrationJob = { tellOf: id, what, startsAt: startsAt.toISOString() };
    return notBefore > now ? [{ data, notBefore }] : [];
  });
  const count: RegistrationJob = { countOf: id, endsAt: endsAt.toISOString() };
  await enqueue(services, em, [...tellings, { data: count, notBefore: endsAt }]);
}
