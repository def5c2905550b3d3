import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEvent, type Hosts, hosts } from '../../../test/support/an-event.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { startApp, type TestApp } from '../../../test/support/start-app.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { SEATS_OF_NETWORK } from './seat-share.ts';

// A crowd at the door of the API: everybody from somewhere of their own, and one network that wants all of it.

let database: TestDatabase;
let services: TestServices;
let app: TestApp;
let by: Hosts;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  by = await hosts(services);
  app = await startApp(database.url, { TRUST_PROXY: '1' });
});
afterAll(async () => {
  await app.close();
  await services.close();
  await database.drop();
});

const REGISTER = `mutation ($input: RegisterInput!) { register(input: $input) {
  address registration { state before } errors { code why } } }`;

interface Payload {
  address: string | null;
  registration: { state: string; before: number } | null;
  errors: { code: string; why: string | null }[];
}

async function registerFrom(address: string, eventId: string, people = 1): Promise<Payload> {
  const input = {
    ...{ eventId: toGlobalId('Event', eventId), seat: 'ROOM', people, name: 'Sam' },
    requestId: crypto.randomUUID(),
  };
  const response = await app.ask(REGISTER, { input }, { 'x-forwarded-for': address });
  const { data, errors } = (await response.json()) as { data: { register: Payload }; errors?: unknown };
  expect(errors).toBeUndefined();
  return data.register;
}

test('three hundred from as many networks within a minute: each has a place or stands in line', async () => {
  const eventId = await anEvent(services, by, { roomCapacity: 250 });
  const began = performance.now();
  const answers: Payload[] = [];
  for (let round = 0; round < 10; round += 1)
    answers.push(
      ...(await Promise.all(
        Array.from({ length: 30 }, (_each, index) => registerFrom(`198.51.${round}.${index + 1}`, eventId)),
      )),
    );
  expect(performance.now() - began).toBeLessThan(60_000);
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  const states = answers.map(({ registration }) => registration!.state);
  expect(states.filter((state) => state === 'REGISTERED')).toHaveLength(250);
  expect(states.filter((state) => state === 'WAITING')).toHaveLength(50);
  expect(new Set(answers.map(({ address }) => address)).size).toBe(300);
}, 90_000);

test('one network empties no event: its places are counted, each of a group, and others get in as before', async () => {
  const eventId = await anEvent(services, by, { roomCapacity: 500 });
  const { home } = SEATS_OF_NETWORK;
  for (let count = 0; count < home / 10; count += 1)
    expect((await registerFrom('203.0.113.7', eventId, 10)).errors).toEqual([]);
  const refused = await registerFrom('203.0.113.7', eventId);
  expect(refused.errors).toEqual([{ code: 'TOO_MANY_REQUESTS', why: 'PLACES_OF_NETWORK' }]);
  expect(refused.registration).toBeNull();
  expect((await registerFrom('192.0.2.9', eventId)).errors).toEqual([]);
});
