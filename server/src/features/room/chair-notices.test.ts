import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { anEvent, type Hosts, hosts, letEventComeNear } from '../../../test/support/an-event.ts';
import { aHandle } from '../../../test/support/local-on-strike.ts';
import { joinAs } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import { cancelEvent } from '../event/cancel-event.ts';
import { updateEvent } from '../event/update-event.ts';
import { register } from '../registration/register.ts';
import { runRegistrationJob } from '../registration/run-registration-job.ts';
import { setRoomChair } from './set-chair.ts';

// Whoever moderates an event without any role hears what happens to it, as those who have a place do.

let database: TestDatabase;
let services: TestServices;
let by: Hosts;
let chair: Viewer;
let eventId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  by = await hosts(services);
});
beforeEach(async () => {
  chair = (await joinAs(services, aHandle())).viewer;
  eventId = await anEvent(services, by);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();
const name = (who: Viewer | null, by_: Viewer = by.organizer) =>
  setRoomChair(services, by_, { eventId, handle: who?.handle ?? null });
async function toldOf(who: Viewer): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`select kind from notification
    where person_id = ${who.personId} and event_id = ${eventId} order by id`.execute(db());
  return rows.map(({ kind }) => kind);
}
const move = (by_: Viewer = by.organizer) =>
  updateEvent(services, by_, { eventId, place: `Hall ${crypto.randomUUID()}` });
const cancel = () => cancelEvent(services, by.organizer, { eventId, words: 'Too wet' });
async function tell(what: 'DAY' | 'HOUR' | 'BEGAN'): Promise<void> {
  const { rows } = await sql<{ at: Date }>`select starts_at as at from event where id = ${eventId}`.execute(
    db(),
  );
  await runRegistrationJob(services, { tellOf: eventId, what, startsAt: rows[0]!.at.toISOString() });
}

test('the chair hears that they are named, of a move, of the hour before, and that it is off', async () => {
  await name(chair);
  await name(chair);
  expect(await toldOf(chair)).toEqual(['EVENT_CHAIRED']);
  expect(services.sent).toContainEqual({ notify: chair.personId });
  await move();
  await letEventComeNear(services, eventId, 145);
  await tell('DAY');
  await tell('HOUR');
  await tell('HOUR');
  await cancel();
  expect(await toldOf(chair)).toEqual(['EVENT_CHAIRED', 'EVENT_MOVED', 'EVENT_SOON', 'EVENT_CANCELLED']);
});

// mutant: the chair is told beside the list of places, and hears twice.
test('who has a place and moderates hears once of each', async () => {
  await register(services, chair, { eventId, seat: 'ROOM', people: 1 });
  await name(chair);
  await move();
  await letEventComeNear(services, eventId, 145);
  await tell('HOUR');
  await cancel();
  expect(await toldOf(chair)).toEqual(['EVENT_CHAIRED', 'EVENT_MOVED', 'EVENT_SOON', 'EVENT_CANCELLED']);
});

// mutant: whoever was chair once is told for ever.
test('nobody else hears: not the chair before, not who does it themselves, not who may not read it any more', async () => {
  const before = (await joinAs(services, aHandle())).viewer;
  await name(before);
  await name(chair);
  // What nobody has read, and is true no more, is taken back.
  expect(await toldOf(before)).toEqual([]);
  await move();
  expect([await toldOf(before), await toldOf(by.stranger)]).toEqual([[], []]);
  await name(by.organizer);
  await move();
  expect(await toldOf(by.organizer)).toEqual([]);
  await name(chair);
  const told = await toldOf(chair);
  await sql`update event set sensitivity = 'TEAM' where id = ${eventId}`.execute(db());
  await move();
  await sql`update event set sensitivity = 'PUBLIC' where id = ${eventId}`.execute(db());
  await setStanding(services, by.coordinator, { handle: chair.handle, standing: 'SUSPENDED', note: 'Spam' });
  await move();
  expect(await toldOf(chair)).toEqual(told);
});
