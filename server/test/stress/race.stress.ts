import { afterAll, beforeAll, expect, test } from 'vitest';
import { openContest } from '../support/contest.ts';
import { findFaults } from '../support/race.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let services: TestServices;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

test('10,000 times eight people want one card', async () => {
  const contest = await openContest(database.url, services);
  try {
    expect(await findFaults(contest, { cardIds: contest.cardIds, rounds: 10_000 })).toEqual([]);
  } finally {
    await contest.close();
  }
});
