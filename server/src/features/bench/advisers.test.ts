import 'reflect-metadata';
import { graphql, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAdviser, freeSlots, QUESTION, someKnown } from '../../../test/support/a-bench.ts';
import { countStatements } from '../../../test/support/count-statements.ts';
import {
  codeOf,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createSchema } from '../../app/schema.ts';
import { createContext } from '../../core/access/context.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { exportPerson } from '../closing/export-person.ts';
import { bookSlot } from './book-slot.ts';
import {
  addHoursException,
  addOfficeHours,
  clockOf,
  removeOfficeHours,
  updateOfficeHours,
} from './change-hours.ts';
import { readHoursRows } from './read-bench.ts';
import { wallTime } from './slots-of-hours.ts';
import { updateAdviser } from './update-adviser.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let schema: GraphQLSchema;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services);
  schema = await createSchema();
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

async function ask<Data>(source: string, viewer: Viewer | null = strike.carmen): Promise<Data> {
  const contextValue = createContext(services, { viewer, requestId: 'test' });
  const { data, errors } = await graphql({ schema, source, contextValue });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as Data;
}
const found = async (filter: string) => {
  const { advisers } = await ask<{ advisers: { edges: { node: { person: { handle: string } } }[] } }>(
    `{ advisers(${filter} first: 50) { edges { node { person { handle } } } } }`,
  );
  return advisers.edges.map(({ node }) => node.person.handle);
};

test('advisers are found by skill, language and words; who takes a break is not', async () => {
  const [ana, ben, cleo] = ['Anabench', 'Benbench', 'Cleobench'];
  for (const handle of [ana, ben, cleo]) await anAdviser(services, strike.carmen, { handle: handle! });
  const all = await found('');
  expect(all).toEqual([ana, ben, cleo]);
  const people = await Promise.all(all.map((handle) => viewerOf(handle)));
  await updateAdviser(services, people[0]!, {
    skills: ['WRITING'],
    languages: ['es-MX'],
    topics: ['100% press_work'],
  });
  await updateAdviser(services, people[1]!, {
    skills: ['ONLINE_VIDEO'],
    languages: ['en'],
    about: 'Radio, film',
  });
  expect(await found('skill: WRITING')).toEqual([ana]);
  expect(await found('language: "es"')).toEqual([ana]);
  expect(await found('language: "e"')).toEqual([]);
  expect(await found('topic: "RADIO"')).toEqual([ben]);
  // Signs that mean something to a search are words like others.
  expect(await found('topic: "100% press_"')).toEqual([ana]);
  expect(await found('topic: "1%s"')).toEqual([]);
  await updateAdviser(services, people[0]!, { isPaused: true });
  expect(await found('')).toEqual([ben, cleo]);
  const { advisers } = await ask<{ advisers: { pageInfo: { endCursor: string; hasNextPage: boolean } } }>(
    '{ advisers(first: 1) { pageInfo { endCursor hasNextPage } } }',
  );
  expect(advisers.pageInfo.hasNextPage).toBe(true);
  expect(await found(`after: "${advisers.pageInfo.endCursor}",`)).toEqual([cleo]);
});

async function viewerOf(handle: string): Promise<Viewer> {
  const { openSession } = await import('../../core/person/open-session.ts');
  const { findPersonByHandle } = await import('../../core/person/find-person.ts');
  const personId = (await findPersonByHandle(services.orm.em.fork(), handle))!;
  return (await openSession(services.orm.em.fork(), { personId, device: 'Phone', replaces: null })).viewer;
}

test('a list of many with their times costs as many statements as one of few', async () => {
  const query = (first: number) => `{ advisers(first: ${first}) { edges { node {
    person { handle } nextSlot { startsAt } slots(first: 5) { startsAt localTime } } } } }`;
  const costOf = (first: number) => countStatements(() => ask(query(first)));
  while ((await found('')).length < 8) await anAdviser(services, strike.carmen);
  expect(await costOf(8)).toBe(await costOf(2));
});

test('hours that are none are refused, each at its field', async () => {
  const ada = await anAdviser(services, strike.carmen, { hours: [] });
  const hours = {
    ...{
      weekdays: [1],
      everyWeeks: 1,
      fromDate: '2026-12-01',
      from: '09:00',
      until: '12:00',
      slotMinutes: 30,
    },
    timeZone: 'Europe/Berlin',
  };
  for (const [field, wrong] of Object.entries({
    weekdays: [0],
    everyWeeks: 3,
    fromDate: '2026-02-30',
    untilDate: '2026-11-30',
    from: '25:00',
    until: '09:20',
    slotMinutes: 25,
    timeZone: 'UTC+2',
  }))
    expect(await refusalOf(addOfficeHours(services, ada, { ...hours, [field]: wrong }))).toMatchObject({
      code: 'INVALID_INPUT',
      field,
    });
  expect(
    await refusalOf(addOfficeHours(services, ada, { ...hours, from: '08:00', until: '20:30' })),
  ).toMatchObject({
    field: 'until',
  });
  for (let count = 0; count < 7; count += 1) await addOfficeHours(services, ada, hours);
  expect(await refusalOf(addOfficeHours(services, ada, hours))).toMatchObject({
    reason: 'TOO_MANY',
    limit: 7,
  });
  const rows = (await readHoursRows(services.orm.em.fork(), [ada.personId])).get(ada.personId)!;
  expect(await codeOf(removeOfficeHours(services, strike.carmen, rows[0]!.id))).toBe('NOT_FOUND');
  await removeOfficeHours(services, ada, rows[0]!.id);
  // Until midnight.
  await addOfficeHours(services, ada, { ...hours, from: '22:00', until: '00:00' });
});

test('a date off offers nothing, an extra one does; hours that are taken away leave what is booked', async () => {
  const timeZone = 'Australia/Adelaide';
  const ada = await anAdviser(services, strike.carmen, { hours: [{ timeZone }] });
  const [first] = await freeSlots(services, ada, 3);
  const onDate = wallTime(first!.startsAt, timeZone).slice(0, 10);
  await addHoursException(services, ada, { onDate });
  const on = async () =>
    (await freeSlots(services, ada, 2)).filter(({ startsAt }) =>
      wallTime(startsAt, timeZone).startsWith(onDate),
    );
  expect(await on()).toEqual([]);
  await addHoursException(services, ada, {
    onDate,
    hours: { from: '07:30', until: '08:30', slotMinutes: 30, timeZone },
  });
  const extra = await on();
  expect(extra.map(({ startsAt }) => wallTime(startsAt, timeZone).slice(11))).toEqual(['07:30', '08:00']);
  expect(await refusalOf(addHoursException(services, ada, { onDate: '2026-11-01' }))).toMatchObject({
    reason: 'PAST',
  });
  const bo = await someKnown(services, strike.carmen);
  await bookSlot(services, bo, { ...extra[0]!, adviserId: ada.personId, question: QUESTION });
  const { viewer } = await ask<{ viewer: { bookings: object[] } }>(
    '{ viewer { bookings { state localTime timeZone } } }',
    bo,
  );
  expect(viewer.bookings).toEqual([{ state: 'BOOKED', localTime: `${onDate}T07:30`, timeZone }]);
});

test('who offers takes everything along, and of a talk what is theirs', async () => {
  const ada = await anAdviser(services, strike.carmen);
  const bo = await someKnown(services, strike.carmen);
  const [slot] = await freeSlots(services, ada, 2);
  await bookSlot(services, bo, { ...slot!, adviserId: ada.personId, question: QUESTION });
  const [hers, his] = await Promise.all([ada, bo].map(({ personId }) => exportPerson(services, personId)));
  expect(hers).toContain('Filming a picket');
  expect(hers).not.toContain(QUESTION);
  expect(his).toContain(QUESTION);
  expect(JSON.parse(hers!)).toMatchObject({
    officeHours: [{ time_zone: 'America/Chicago' }],
    talks: [{ as: 'adviser' }],
  });
});

// mutant: a change takes the hours away and adds others, and the talks in them lose what they were booked by.
test('hours are changed in place, on what was read; what is booked in them stays', async () => {
  const timeZone = 'America/Chicago';
  const ada = await anAdviser(services, strike.carmen, { hours: [{ timeZone }] });
  const rowsOf = async () => (await readHoursRows(services.orm.em.fork(), [ada.personId])).get(ada.personId)!;
  const [before] = await rowsOf();
  const asRead = {
    ...{ weekdays: before!.weekdays, everyWeeks: before!.everyWeeks, fromDate: before!.fromDate },
    ...{ untilDate: before!.untilDate, slotMinutes: before!.slotMinutes, timeZone },
    ...{ from: clockOf(before!.fromMinute), until: clockOf(before!.untilMinute) },
  };
  const wanted = { ...asRead, weekdays: [2, 4], from: '18:00', until: '00:00', slotMinutes: 60 };
  const hoursId = before!.id;
  await updateOfficeHours(services, ada, { hoursId, ...wanted, asRead });
  expect(await rowsOf()).toMatchObject([
    { id: hoursId, weekdays: [2, 4], fromMinute: 1080, untilMinute: 1440, slotMinutes: 60, timeZone },
  ]);
  const late = updateOfficeHours(services, ada, { hoursId, ...wanted, from: '17:00', asRead });
  expect(await codeOf(late)).toBe('STALE_FIELDS');
  const wrong = updateOfficeHours(services, ada, { hoursId, ...wanted, until: '17:00' });
  expect(await refusalOf(wrong)).toMatchObject({ field: 'until' });
  expect(await codeOf(updateOfficeHours(services, strike.carmen, { hoursId, ...wanted }))).toBe('NOT_FOUND');
  expect((await rowsOf())[0]).toMatchObject({ weekdays: [2, 4] });
});
