import { sql } from 'kysely';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEvent, type Hosts, hosts } from '../../../test/support/an-event.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { Refusal } from '../../platform/refusal/refusal.ts';
import { updateEvent } from '../event/update-event.ts';
import { cancelRegistration, confirmRegistration, declinePlace } from './own-registration.ts';
import { whoIsNext } from './who-is-next.ts';
import { register } from './register.ts';

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

const db = () => services.orm.em.fork().getKysely();

interface Row {
  state: string;
  people: number;
  line: number;
}
const rowsOf = async (eventId: string) =>
  (
    await sql<Row>`select state, people, line from registration where event_id = ${eventId} order by line`.execute(
      db(),
    )
  ).rows;
const HOLDING = ['REGISTERED', 'INVITED', 'CONFIRMED', 'ATTENDED'];
const takenOf = (rows: Row[]) =>
  rows.filter(({ state }) => HOLDING.includes(state)).reduce((all, { people }) => all + people, 0);

/** Somebody without an account; null where they are refused. */
async function stranger(eventId: string, people = 1): Promise<string | null> {
  const requestId = crypto.randomUUID();
  const input = { eventId, seat: 'ROOM', people, name: 'Sam', requestId } as const;
  return (await register(services, null, input)).secret;
}

/** What is refused (it lapsed, it was given up already) is no fault here. */
async function unlessRefused<Result>(call: Promise<Result>): Promise<Result | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** What has to be true whatever happened, in whatever order. */
async function requireRight(eventId: string, capacity: number) {
  const rows = await rowsOf(eventId);
  const taken = takenOf(rows);
  expect(taken).toBeLessThanOrEqual(capacity);
  // No place stays empty that somebody in line would fit into.
  const waiting = rows.filter(({ state }) => state === 'WAITING').map((row) => ({ ...row, id: '' }));
  expect(whoIsNext(waiting, capacity - taken)).toEqual([]);
  expect(new Set(rows.map(({ line }) => line)).size).toBe(rows.length);
}

test('of forty who come at once, as many get in as there are places, and the others stand in line', async () => {
  const eventId = await anEvent(services, by, { roomCapacity: 12 });
  await Promise.all(Array.from({ length: 40 }, () => stranger(eventId)));
  const rows = await rowsOf(eventId);
  expect(rows.filter(({ state }) => state === 'REGISTERED')).toHaveLength(12);
  expect(rows.filter(({ state }) => state === 'WAITING')).toHaveLength(28);
  await requireRight(eventId, 12);
});

type Act =
  | { act: 'register'; people: number }
  | { act: 'cancel' | 'confirm' | 'decline'; whose: number }
  | { act: 'lapse' };
const acts = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        act: fc.constant('register' as const),
        people: fc.integer({ min: 1, max: 10 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constantFrom('cancel' as const, 'confirm' as const, 'decline' as const),
        whose: fc.nat(39),
      }),
    },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('lapse' as const) }) },
  ),
  { minLength: 10, maxLength: 40 },
);

async function play(eventId: string, secrets: string[], act: Act): Promise<void> {
  if (act.act === 'register') {
    const secret = await unlessRefused(stranger(eventId, act.people));
    if (secret) secrets.push(secret);
    return;
  }
  if (act.act === 'lapse') {
    await sql`update registration set invited_until = clock_timestamp() - interval '1 second'
      where event_id = ${eventId} and state = 'INVITED'`.execute(db());
    return;
  }
  const secret = secrets[act.whose % Math.max(1, secrets.length)];
  if (!secret) return;
  const run = { cancel: cancelRegistration, confirm: confirmRegistration, decline: declinePlace }[act.act];
  await unlessRefused(run(services, { secret }));
}

test('whatever groups, cancels, answers and silence come at once: never too many, and nobody forgotten', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 25 }),
      fc.array(acts, { minLength: 1, maxLength: 3 }),
      async (capacity, rounds) => {
        const eventId = await anEvent(services, by, { roomCapacity: capacity });
        const secrets: string[] = [];
        // Forty contenders are there before the acts begin to cross.
        await Promise.all(
          Array.from({ length: 8 }, (_each, index) =>
            play(eventId, secrets, { act: 'register', people: 1 + (index % 3) }),
          ),
        );
        for (const round of rounds) {
          await Promise.all(round.map((act) => play(eventId, secrets, act)));
          await unlessRefused(stranger(eventId));
          await requireRight(eventId, capacity);
        }
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);

test('a room that grows or shrinks while people come: what fits gets in, and nobody is thrown out', async () => {
  const eventId = await anEvent(services, by, { roomCapacity: 10 });
  await Promise.all(Array.from({ length: 20 }, () => stranger(eventId)));
  await Promise.all([
    updateEvent(services, by.organizer, { eventId, roomCapacity: 4 }),
    ...Array.from({ length: 10 }, () => stranger(eventId)),
  ]);
  expect(takenOf(await rowsOf(eventId))).toBe(10);
  await Promise.all([
    updateEvent(services, by.organizer, { eventId, roomCapacity: 16 }),
    ...Array.from({ length: 10 }, () => stranger(eventId)),
  ]);
  await requireRight(eventId, 16);
  expect(takenOf(await rowsOf(eventId))).toBe(16);
});

test('mutant: to look and to take in two steps sells more places than there are', async () => {
  const eventId = await anEvent(services, by, { roomCapacity: 5 });
  const careless = async () => {
    const taken = takenOf(await rowsOf(eventId));
    if (taken >= 5) return;
    await sql`insert into registration (id, event_id, name, code, seat, state, line)
      values (gen_random_uuid(), ${eventId}, 'Sam', ${crypto.randomUUID()}, 'ROOM', 'REGISTERED',
        (random() * 1000000)::int)`.execute(db());
  };
  await Promise.all(Array.from({ length: 40 }, careless));
  await expect(requireRight(eventId, 5)).rejects.toThrow();
});
