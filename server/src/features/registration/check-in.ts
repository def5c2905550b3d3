import { sql } from 'kysely';
import { readerOf, refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { requireManager } from '../event/change-event.ts';
import { readEventsById } from '../event/read-events.ts';
import { capacityOf, countTaken, HOLDING, type Places, withPlaces } from './places.ts';
import { readRegistration, type RegistrationRow } from './read-registrations.ts';
import { AlreadyCheckedIn } from './registration-refusals.ts';
import { readSeatToken } from './seat-code.ts';

/** Whom it is about: by the row id, or by what was scanned or typed. */
export type AtDoor = { registrationId: string } | { code: string };

/** Does something at the door of an event, for those who may stand there. */
async function atDoor<Result>(
  services: Services,
  viewer: Viewer,
  eventId: string,
  act: (places: Places, actor: Viewer) => Promise<Result>,
): Promise<Result> {
  // Whoever is on hold hears so whether or not there is such an event.
  requireViewer(viewer);
  return withPlaces(services, eventId, async (places) => {
    const actor = requireViewer(await refreshViewer(places.em, viewer));
    const [readable] = await readEventsById(places.em, readerOf(actor), [eventId]);
    if (!readable) throw notFound('event');
    requireManager(actor, readable);
    return act(places, actor);
  });
}

/**
 * Lets somebody in. Of two who check the same ones in, one does, and the other hears who did and when; whoever did it
 * hears no complaint when they press twice. Somebody who waits in line gets in where places are free. Returns the row id.
 */
export function checkIn(
  services: Services,
  viewer: Viewer,
  { eventId, ...whom }: AtDoor & { eventId: string },
): Promise<string> {
  return atDoor(services, viewer, eventId, async (places, actor) => {
    const found = await find(services, places, whom as AtDoor);
    const { db, event } = places;
    if (event.phase === 'CANCELLED') throw wrongStage('EVENT_CANCELLED', 'This event was called off.');
    if (found.state === 'ATTENDED') {
      if (found.checkedInById === actor.personId) return found.id;
      const { id: registrationId, checkedInById: byId, checkedInAt } = found;
      throw new AlreadyCheckedIn({ registrationId, byId, at: checkedInAt! });
    }
    if (!HOLDING.includes(found.state) && found.state !== 'MISSED') await requireFree(places, found);
    await sql`update registration set state = 'ATTENDED', checked_in_at = clock_timestamp(),
      checked_in_by_id = ${actor.personId}, invited_until = null, ended_at = null, ended_by = null
      where id = ${found.id}`.execute(db);
    return found.id;
  });
}

/** Takes back that somebody was let in. Twice is as once. */
export function undoCheckIn(
  services: Services,
  viewer: Viewer,
  { eventId, registrationId }: { eventId: string; registrationId: string },
): Promise<string> {
  return atDoor(services, viewer, eventId, async (places) => {
    const { id, state } = await find(services, places, { registrationId });
    if (state !== 'ATTENDED') return id;
    await sql`update registration set checked_in_at = null, checked_in_by_id = null,
      state = case when confirmed_at is null then 'REGISTERED' else 'CONFIRMED' end where id = ${id}`.execute(
      places.db,
    );
    return id;
  });
}

async function find(services: Services, places: Places, whom: AtDoor): Promise<RegistrationRow> {
  const { db, event } = places;
  const id = 'registrationId' in whom ? whom.registrationId : await idOfCode(services, places, whom.code);
  const found = id ? await readRegistration(db, id) : undefined;
  // A code of another evening opens nothing here, and what was given up is not there.
  if (found?.eventId !== event.id || found.state === 'CANCELLED') throw notFound('place');
  return found;
}

/** Typed as it is read: any case, with or without blanks, O for 0, I or L for 1. */
async function idOfCode(services: Services, { db, event }: Places, shown: string): Promise<string | null> {
  const code = shown.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1').replace(/[\s-]/g, '');
  const { rows } = await sql<{ id: string }>`select id from registration
    where event_id = ${event.id} and code = ${code}`.execute(db);
  return rows[0]?.id ?? readSeatToken(services, shown);
}

async function requireFree({ db, event }: Places, { seat, people }: RegistrationRow): Promise<void> {
  const capacity = capacityOf(event, seat);
  if (capacity === null || (await countTaken(db, event.id, seat)) + people <= capacity) return;
  throw wrongStage('FULL_AT_DOOR', 'They wait in line, and there is no room for them yet.');
}
