import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localOnStrike } from './support/local-on-strike.ts';
import { openBenchRace } from './support/bench-race.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

// Five hundred rounds: `npm run stress -- bench`.
const ROUNDS = 30;
/** Some seconds, and more beside other tests. */
const LONGEST_MS = 240_000;

let database: TestDatabase;
let services: TestServices;
beforeEach(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
afterEach(async () => {
  await services.close();
  await database.drop();
});

async function race(rounds: number) {
  const { carmen } = await localOnStrike(services);
  const { round, tally } = await openBenchRace(services, carmen);
  const faults: string[] = [];
  for (let number = 0; number < rounds; number += 1) faults.push(...(await round(number)));
  return { faults, tally };
}

test(
  'eight people book, move and cancel talks of different lengths that overlap: nobody is ever in two',
  async () => {
    const { faults, tally } = await race(ROUNDS);
    expect(faults).toEqual([]);
    // It was a race: of everything there was some, and many were refused.
    for (const count of Object.values(tally)) expect(count).toBeGreaterThan(0);
  },
  LONGEST_MS,
);

test.each(['booking_adviser_once', 'booking_booker_once'])(
  'mutant: without %s somebody is in two talks',
  async (name) => {
    await sql`alter table booking drop constraint ${sql.ref(name)}`.execute(
      services.orm.em.fork().getKysely(),
    );
    const { faults } = await race(ROUNDS);
    expect(faults).toContainEqual(expect.stringContaining('is in two talks'));
  },
  LONGEST_MS,
);
