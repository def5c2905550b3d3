import 'reflect-metadata';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEvent, type Hosts, hosts, letEventComeNear } from '../../../test/support/an-event.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createContext } from '../../core/access/context.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { toEvent } from '../event/event.type.ts';
import { readEventsById } from '../event/read-events.ts';
import { register } from './register.ts';
import { EventRegistrations } from './registration.resolver.ts';

let database: TestDatabase;
let services: TestServices;
let by: Hosts;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  by = await hosts(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

async function figures(eventId: string, viewer: Viewer | null) {
  const context = createContext(services, { viewer, requestId: 'test' });
  const [row] = await readEventsById(context.em, context.reader, [eventId]);
  const fields = new EventRegistrations();
  const event = toEvent(row!);
  const seats = await fields.seats(event, context);
  return {
    taken: seats.map(({ taken }) => taken),
    waiting: seats.map(({ waiting }) => waiting),
    turnout: await fields.turnout(event, context),
  };
}

async function anEventOf(room: number, online: number): Promise<string> {
  const eventId = await anEvent(services, by, { online: true, roomCapacity: 40, onlineCapacity: 40 });
  for (const [seat, people] of [
    ['ROOM', room],
    ['ONLINE', online],
  ] as const)
    if (people > 0)
      await register(services, null, {
        ...{ eventId, seat, people, name: 'Sam', requestId: crypto.randomUUID() },
      });
  return eventId;
}

// mutant: the numbers of an event that is over are said whatever they are, beside "fewer than five" in its recap.
test('before the end places are told in numbers; after it small ones are for those who run it', async () => {
  const eventId = await anEventOf(3, 7);
  expect(await figures(eventId, null)).toMatchObject({ taken: [3, 7], waiting: [0, 0], turnout: null });
  await letEventComeNear(services, eventId, 171);
  await sql`insert into turnout (event_id, counted_at, came, missed, gave_up)
    values (${eventId}, now(), 8, 2, 5) on conflict (event_id) do update
      set counted_at = now(), came = 8, missed = 2, gave_up = 5`.execute(services.orm.em.fork().getKysely());
  // The larger one neither: beside the sum it would give the small one away.
  expect(await figures(eventId, null)).toEqual({ taken: [], waiting: [], turnout: null });
  expect(await figures(eventId, by.stranger)).toEqual({ taken: [], waiting: [], turnout: null });
  expect(await figures(eventId, by.organizer)).toMatchObject({
    ...{ taken: [3, 7], waiting: [0, 0], turnout: { came: 8, missed: 2, gaveUp: 5 } },
  });
  const large = await anEventOf(6, 9);
  await letEventComeNear(services, large, 171);
  expect(await figures(large, null)).toMatchObject({ taken: [6, 9], waiting: [0, 0] });
});
