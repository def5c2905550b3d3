import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEventWith } from '../../../test/support/an-afterwards.ts';
import { type Hosts, hosts, letEventComeNear } from '../../../test/support/an-event.ts';
import { refusalOf } from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { StaleFields } from '../../platform/refusal/refusal.ts';
import { recap as feature } from './feature.ts';
import { prepareRecap } from './prepare-recap.ts';
import { readRecap, readTakeaways } from './read-recap.ts';
import { addTakeaway, MOST_OWN, pickTakeaway, suggestTakeaway } from './takeaways.ts';

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
const linesOf = async (eventId: string) =>
  (await readTakeaways(db(), eventId)).map(({ text, state }) => [text, state]);
const whyOf = async (call: Promise<unknown>) => (await refusalOf(call)).why;

test('people leave lines with an account or by the receipt; the same twice is one, and five are enough', async () => {
  const { places, eventId } = await anEventWith(services, by, { accounts: 1, strangers: 1 });
  for (const [index, place] of places.entries()) {
    await suggestTakeaway(services, place, { text: `Ask early ${index}` });
    await suggestTakeaway(services, place, { text: ` Ask early ${index}` });
  }
  expect(await linesOf(eventId)).toEqual([
    ['Ask early 0', 'SUGGESTED'],
    ['Ask early 1', 'SUGGESTED'],
  ]);
  for (let count = 1; count < MOST_OWN; count += 1)
    await suggestTakeaway(services, places[0]!, { text: `More ${count}` });
  expect(await whyOf(suggestTakeaway(services, places[0]!, { text: 'One too many' }))).toBe('TAKEAWAYS_FULL');
  expect(await whyOf(suggestTakeaway(services, { viewer: by.stranger, eventId }, { text: 'Hm' }))).toBe(
    'HAD_NO_PLACE',
  );
});

test('many at once from one place are five', async () => {
  const { places, eventId } = await anEventWith(services, by, { strangers: 1 });
  await Promise.allSettled(
    Array.from({ length: 9 }, (_, index) => suggestTakeaway(services, places[0]!, { text: `Line ${index}` })),
  );
  expect(await linesOf(eventId)).toHaveLength(MOST_OWN);
});

test('from the beginning until two weeks after the end', async () => {
  const { places, eventId } = await anEventWith(services, by, { accounts: 1, hoursAgo: -1 });
  const suggest = () => suggestTakeaway(services, places[0]!, { text: crypto.randomUUID() });
  expect(await whyOf(suggest())).toBe('EVENT_NOT_BEGUN');
  await letEventComeNear(services, eventId, 1.1);
  await suggest();
  await letEventComeNear(services, eventId, 14 * 24 + 2);
  expect(await whyOf(suggest())).toBe('AFTERWARDS_OVER');
});

test('hosts pick, put in other words on what they read, and add their own; what they leave out is not in the recap', async () => {
  const { places, eventId } = await anEventWith(services, by, { strangers: 2 });
  await suggestTakeaway(services, places[0]!, { text: 'ask erly' });
  await suggestTakeaway(services, places[1]!, { text: 'The boss is a fool' });
  const [first, second] = await readTakeaways(db(), eventId);
  const takeawayId = first!.id;
  expect(await whyOf(pickTakeaway(services, by.member, { takeawayId, picked: true }))).toBe(
    'ORGANIZERS_AND_COORDINATORS_ONLY',
  );
  await pickTakeaway(services, by.organizer, {
    takeawayId,
    picked: true,
    text: 'Ask early',
    textAsRead: 'ask erly',
  });
  const late = { takeawayId, picked: true, text: 'Ask soon', textAsRead: 'ask erly' };
  expect(await refusalOf(pickTakeaway(services, by.coordinator, late))).toBeInstanceOf(StaleFields);
  await pickTakeaway(services, by.organizer, { takeawayId: second!.id, picked: false });
  await addTakeaway(services, by.organizer, { eventId, text: 'Bring water' });
  await addTakeaway(services, by.organizer, { eventId, text: 'Bring water' });
  expect(await whyOf(addTakeaway(services, by.stranger, { eventId, text: 'Mine' }))).toBe(
    'ORGANIZERS_AND_COORDINATORS_ONLY',
  );
  await prepareRecap(services, by.organizer, { eventId, asks: true });
  expect((await readRecap(db(), eventId)).prepared?.takeaways).toEqual(['Ask early', 'Bring water']);
  expect((await refusalOf(pickTakeaway(services, by.organizer, { ...late, takeawayId: eventId }))).code).toBe(
    'NOT_FOUND',
  );
});

test('whose a line is is forgotten after two weeks, and what nobody picked goes', async () => {
  const { places, eventId } = await anEventWith(services, by, { accounts: 2 });
  for (const [index, place] of places.entries())
    await suggestTakeaway(services, place, { text: `Line ${index}` });
  const [first] = await readTakeaways(db(), eventId);
  await pickTakeaway(services, by.organizer, { takeawayId: first!.id, picked: true });
  const age = async () => {
    for (const statement of feature.agesOut!) await statement.execute(db());
  };
  await letEventComeNear(services, eventId, 24 * 15 + 1);
  await age();
  const { rows } = await sql`select from takeaway where event_id = ${eventId}
    and (person_id is not null or registration_id is not null)`.execute(db());
  expect([rows.length, (await linesOf(eventId)).length]).toEqual([0, 2]);
  await letEventComeNear(services, eventId, 24 * 60);
  await age();
  expect(await linesOf(eventId)).toEqual([['Line 0', 'PICKED']]);
});
