import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBenchRace } from '../support/bench-race.ts';
import { localOnStrike } from '../support/local-on-strike.ts';
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

test('500 times eight people book, move and cancel talks that overlap', async () => {
  const { carmen } = await localOnStrike(services);
  const { round } = await openBenchRace(services, carmen);
  const faults: string[] = [];
  for (let number = 0; number < 500; number += 1) faults.push(...(await round(number)));
  expect(faults).toEqual([]);
});
