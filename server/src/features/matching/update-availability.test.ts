import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHandle, refusalOf } from '../../../test/support/local-on-strike.ts';
import { joinAs } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { readAvailability } from './read-matches.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { type AvailabilityInput, updateAvailability } from './update-availability.ts';
import type { Viewer } from '../../core/access/viewer.ts';

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

const somebody = async () => (await joinAs(services, aHandle())).viewer;
const read = ({ personId }: Viewer) => readAvailability(services.orm.em.fork(), personId);

test('who says nothing gives two hours a week', async () => {
  expect(await read(await somebody())).toEqual({
    weeklyHours: 2,
    hoursLeft: 2,
    pausedFrom: null,
    pausedUntil: null,
    isPaused: false,
    timeZone: null,
    notSkills: [],
    notKinds: [],
  });
});

test('what is given is kept, and what is not given stays', async () => {
  const ana = await somebody();
  await updateAvailability(services, ana, {
    weeklyHours: 6,
    timeZone: 'america/chicago',
    notSkills: ['WRITING', 'WRITING'],
    notKinds: ['BOYCOTT'],
  });
  await updateAvailability(services, ana, { pausedFrom: '2999-01-01', pausedUntil: ' 2999-01-31 ' });
  expect(await read(ana)).toMatchObject({
    weeklyHours: 6,
    timeZone: 'America/Chicago',
    notSkills: ['WRITING'],
    notKinds: ['BOYCOTT'],
    pausedFrom: '2999-01-01',
    pausedUntil: '2999-01-31',
    isPaused: false,
  });
  await updateAvailability(services, ana, { pausedFrom: null });
  expect((await read(ana)).isPaused).toBe(true);
  await updateAvailability(services, ana, { pausedUntil: null, timeZone: null });
  expect(await read(ana)).toMatchObject({ isPaused: false, timeZone: null });
});

const wrong: [AvailabilityInput, string, string][] = [
  [{ weeklyHours: 61 }, 'weeklyHours', 'OUT_OF_RANGE'],
  [{ weeklyHours: -1 }, 'weeklyHours', 'OUT_OF_RANGE'],
  [{ weeklyHours: 2.5 }, 'weeklyHours', 'OUT_OF_RANGE'],
  [{ weeklyHours: Number.NaN }, 'weeklyHours', 'OUT_OF_RANGE'],
  [{ pausedFrom: '2026-02-30' }, 'pausedFrom', 'UNKNOWN'],
  [{ pausedUntil: 'tomorrow' }, 'pausedUntil', 'UNKNOWN'],
  [{ pausedUntil: '2020-01-01' }, 'pausedUntil', 'PAST'],
  [{ pausedFrom: '2999-02-01', pausedUntil: '2999-01-01' }, 'pausedUntil', 'OUT_OF_RANGE'],
  [{ timeZone: 'Mars/Olympus' }, 'timeZone', 'UNKNOWN'],
];

test.each(wrong)('%o is refused, and nothing changes', async (input, field, reason) => {
  const ana = await somebody();
  const before = await read(ana);
  const refusal = await refusalOf(updateAvailability(services, ana, { ...input, notKinds: ['STRIKE'] }));
  expect(refusal).toBeInstanceOf(InvalidInput);
  expect(refusal).toMatchObject({ field, reason });
  expect(await read(ana)).toEqual(before);
});

test('from two devices: what the other one changed stays, and the same field is told', async () => {
  const ana = await somebody();
  const asRead = { weeklyHours: 2, pausedFrom: null, pausedUntil: null, notSkills: [] };
  await updateAvailability(services, ana, { weeklyHours: 8, asRead });
  await updateAvailability(services, ana, { pausedFrom: '2999-01-01', asRead });
  expect(await read(ana)).toMatchObject({ weeklyHours: 8, pausedFrom: '2999-01-01' });
  expect(
    await refusalOf(updateAvailability(services, ana, { weeklyHours: 4, notSkills: ['TRAINING'], asRead })),
  ).toMatchObject({ fields: [{ field: 'weeklyHours', now: '8' }] });
  expect(await read(ana)).toMatchObject({ weeklyHours: 8, notSkills: [] });
});

test('a last day that comes alone is held against the first that is there', async () => {
  const ana = await somebody();
  await updateAvailability(services, ana, { pausedFrom: '2999-02-01' });
  const early = updateAvailability(services, ana, { pausedUntil: '2999-01-01' });
  expect(await refusalOf(early)).toMatchObject({ field: 'pausedUntil', reason: 'OUT_OF_RANGE' });
});

test('a break in the year 26 is a typing error', async () => {
  const early = updateAvailability(services, await somebody(), { pausedFrom: '0026-01-01' });
  expect(await refusalOf(early)).toMatchObject({ field: 'pausedFrom', reason: 'OUT_OF_RANGE' });
});
