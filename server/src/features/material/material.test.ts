import 'reflect-metadata';
import { graphql, type GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aBegunMaterial, aMaterial, letItCome } from '../../../test/support/a-material.ts';
import { anEvent, type Hosts, hosts, letEventComeNear, wallIn } from '../../../test/support/an-event.ts';
import { countStatements } from '../../../test/support/count-statements.ts';
import { aHandle, refusalOf } from '../../../test/support/local-on-strike.ts';
import { asNow, joinAs } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createSchema } from '../../app/schema.ts';
import { createContext } from '../../core/access/context.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { file } from '../../core/file/feature.ts';
import { readFile } from '../../core/file/read-file.ts';
import { removeFile } from '../../core/file/remove-file.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { cancelEvent } from '../event/cancel-event.ts';
import { readSessions } from '../event/event-sessions.ts';
import { updateEvent } from '../event/update-event.ts';
import { moveMaterial, removeMaterial, updateMaterial } from './change-material.ts';

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let people: Hosts;

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
});
beforeEach(async () => {
  people = await hosts(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();
const host = () => people.organizer.personId;

/** What somebody sees of an event's files by the API. */
async function seen(viewer: Viewer | null, eventId: string) {
  const source = `query ($id: ID!) { node(id: $id) { ... on Event { files { name use shown address }
    uploads { name state problem } sessions { title files { name shown } } } } }`;
  const { data, errors } = await graphql({
    ...{ schema, source, variableValues: { id: toGlobalId('Event', eventId) } },
    contextValue: createContext(services, { viewer, requestId: 'test' }),
  });
  expect(errors).toBeUndefined();
  type Named = { name: string; [field: string]: unknown };
  return JSON.parse(JSON.stringify(data?.['node'])) as {
    files: Named[];
    uploads: Named[] | null;
    sessions: { title: string; files: Named[] }[];
  } | null;
}
const namesOf = async (viewer: Viewer | null, eventId: string) =>
  (await seen(viewer, eventId))?.files.map(({ name }) => name);

const reads = async (viewer: Viewer | null, fileId: string) =>
  (await readFile({ em: services.orm.em.fork(), filePlaces: services.filePlaces }, viewer, fileId)) !== null;

/** Who of all reads a file at the door. Lists of the API agree, or this fails. */
async function whoReads(fileId: string, eventId: string): Promise<string[]> {
  const vetted = (await joinAs(services, aHandle())).viewer;
  const suspended = (await joinAs(services, aHandle())).viewer;
  await setStanding(services, people.coordinator, { handle: vetted.handle, standing: 'VETTED', note: '' });
  await setStanding(services, people.coordinator, {
    ...{ handle: suspended.handle, standing: 'SUSPENDED', note: 'As the test asks' },
  });
  const all: [string, Viewer | null][] = [
    ...[['nobody', null] as [string, null], ['stranger', people.stranger] as [string, Viewer]],
    ...[['suspended', await asNow(services, suspended)] as [string, Viewer]],
    ...[['vetted', await asNow(services, vetted)] as [string, Viewer]],
    ...(['member', 'organizer', 'coordinator'] as const).map((name): [string, Viewer] => [
      name,
      people[name],
    ]),
  ];
  const readers: string[] = [];
  for (const [name, viewer] of all) {
    const atDoor = await reads(viewer, fileId);
    const listed = ((await seen(viewer, eventId))?.files.length ?? 0) > 0;
    expect([name, listed]).toEqual([name, atDoor]);
    if (atDoor) readers.push(name);
  }
  return readers;
}

const TEAM = ['member', 'organizer', 'coordinator'];

test('a file of an event is read by whoever reads the event, and by nobody else, in lists and at the door', async () => {
  for (const [sensitivity, readers] of [
    ['PUBLIC', ['nobody', 'stranger', 'suspended', 'vetted', ...TEAM]],
    ['VETTED', ['vetted', ...TEAM]],
    ['TEAM', TEAM],
  ] as const) {
    const eventId = await anEvent(services, people, { sensitivity });
    const fileId = await aMaterial(services, host(), eventId);
    expect([sensitivity, await whoReads(fileId, eventId)]).toEqual([sensitivity, readers]);
  }
});

test('what is for the recap alone is read by the organization’s own people until then', async () => {
  const eventId = await anEvent(services, people);
  const fileId = await aMaterial(services, host(), eventId, { shown: 'RECAP' });
  expect(await whoReads(fileId, eventId)).toEqual(TEAM);
  await updateMaterial(services, people.organizer, { fileId, shown: 'NOW' });
  expect(await reads(null, fileId)).toBe(true);
  await updateMaterial(services, people.organizer, { fileId, shown: 'RECAP' });
  expect(await reads(null, fileId)).toBe(false);
});

test('what is on its way is its sender’s alone, and goes after a day', async () => {
  const eventId = await anEvent(services, people);
  const fileId = await aBegunMaterial(services, host(), eventId);
  const broken = await aMaterial(services, host(), eventId, { data: Buffer.from('no slides at all') });
  for (const [viewer, uploads] of [
    [null, null],
    [people.coordinator, []],
    [people.organizer, [{ state: 'RECEIVING' }, { state: 'REFUSED', problem: 'TYPE' }]],
  ] as const) {
    expect(await seen(viewer, eventId)).toMatchObject({ files: [], uploads });
    expect(await reads(viewer, fileId)).toBe(viewer === people.organizer);
  }
  // Nobody removes what is somebody else's still; it is not there for them, in no way.
  const others = removeMaterial(services, people.coordinator, { fileId });
  expect(await refusalOf(others)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await refusalOf(removeFile(services, host(), { fileId }))).toMatchObject({ code: 'NOT_FOUND' });
  await removeMaterial(services, people.organizer, { fileId: broken });
  await sql`update file set changed_at = changed_at - interval '25 hours' where id = ${fileId}`.execute(db());
  for (const statement of file.agesOut!) await statement.execute(db());
  const { rows } = await sql`select file_id from material where event_id = ${eventId}`.execute(db());
  expect(rows).toEqual([]);
});

test('who may change the event adds to it and changes its files; others are refused, and strangers learn nothing', async () => {
  const eventId = await anEvent(services, people, { sensitivity: 'TEAM' });
  const fileId = await aMaterial(services, host(), eventId);
  const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt)).code;
  for (const [viewer, code] of [
    [people.member, 'NOT_ALLOWED'],
    [people.stranger, 'NOT_FOUND'],
  ] as const) {
    expect(await codeOf(aBegunMaterial(services, viewer.personId, eventId))).toBe(code);
    expect(await codeOf(updateMaterial(services, viewer, { fileId, name: 'Mine' }))).toBe(code);
    expect(await codeOf(moveMaterial(services, viewer, { fileId, beforeId: null }))).toBe(code);
    expect(await codeOf(removeMaterial(services, viewer, { fileId }))).toBe(code);
  }
  await aMaterial(services, people.coordinator.personId, eventId, { name: 'other.pdf' });
  expect(await namesOf(people.member, eventId)).toEqual(['slides.pdf', 'other.pdf']);
});

test('a file that comes when its sender is no host any more, or the event was called off, is refused', async () => {
  const eventId = await anEvent(services, people);
  const late = await aBegunMaterial(services, host(), eventId);
  const role = { organizationId: people.organizationId, handle: people.organizer.handle };
  await setRole(services, people.coordinator, { ...role, role: 'MEMBER' });
  await letItCome(services, late);
  expect((await seen(people.organizer, eventId))?.uploads).toMatchObject([{ problem: 'NOT_ALLOWED' }]);
  await setRole(services, people.coordinator, { ...role, role: 'ORGANIZER' });
  const there = await aMaterial(services, host(), eventId);
  const later = await aBegunMaterial(services, host(), eventId, { name: 'later.pdf' });
  await cancelEvent(services, people.organizer, { eventId, words: 'Snow' });
  await letItCome(services, later);
  expect(await namesOf(null, eventId)).toEqual(['slides.pdf']);
  expect(await refusalOf(aBegunMaterial(services, host(), eventId))).toMatchObject({
    ...{ code: 'WRONG_STAGE', why: 'EVENT_CANCELLED' },
  });
  // What is there can be taken away still.
  await removeMaterial(services, people.organizer, { fileId: there });
  expect(await namesOf(null, eventId)).toEqual([]);
});

test('an event that is over still gets its slides', async () => {
  const eventId = await anEvent(services, people);
  await letEventComeNear(services, eventId, 200);
  await aMaterial(services, host(), eventId);
  expect(await namesOf(null, eventId)).toEqual(['slides.pdf']);
});

test('files of a session stand with it; when it is removed meanwhile they are the event’s', async () => {
  const words = { title: 'Practice', presenter: '', startsWall: wallIn(168.5), minutes: 30 };
  const eventId = await anEvent(services, people, { sessions: [words, { ...words, title: 'Theory' }] });
  const sessionOf = async (title: string) =>
    (await readSessions(db(), [eventId])).find((session) => session.title === title)!;
  const { id: sessionId } = await sessionOf('Practice');
  const there = await aMaterial(services, host(), eventId, { sessionId, name: 'there.pdf' });
  const late = await aBegunMaterial(services, host(), eventId, { sessionId, name: 'late.pdf' });
  expect(await seen(null, eventId)).toMatchObject({
    files: [],
    sessions: expect.arrayContaining([
      { title: 'Practice', files: [{ name: 'there.pdf', shown: 'NOW' }] },
      { title: 'Theory', files: [] },
    ]),
  });
  // Said again with its id a session stays itself, and keeps its files.
  const kept = await sessionOf('Practice');
  await updateEvent(services, people.organizer, {
    ...{ eventId, sessions: [{ ...words, id: toGlobalId('EventSession', kept.id) }] },
  });
  expect((await seen(null, eventId))?.sessions[0]?.files).toHaveLength(1);
  await updateEvent(services, people.organizer, { eventId, sessions: [{ ...words, title: 'New' }] });
  await letItCome(services, late);
  expect(await namesOf(null, eventId)).toEqual(['there.pdf', 'late.pdf']);
  const { id: other } = await sessionOf('New');
  await updateMaterial(services, people.organizer, { fileId: there, sessionId: other });
  expect(await namesOf(null, eventId)).toEqual(['late.pdf']);
  await updateMaterial(services, people.organizer, { fileId: there, sessionId: null });
  expect(await namesOf(null, eventId)).toEqual(['there.pdf', 'late.pdf']);
  // A session of another event is none of this one.
  const elsewhere = await anEvent(services, people, { sessions: [words] });
  const [foreign] = await readSessions(db(), [elsewhere]);
  for (const attempt of [
    () => updateMaterial(services, people.organizer, { fileId: there, sessionId: foreign!.id }),
    () => aBegunMaterial(services, host(), eventId, { sessionId: foreign!.id }),
  ])
    expect(await refusalOf(attempt())).toMatchObject({ code: 'NOT_FOUND' });
});

test('they stand in the order that hosts give them, under the names that they give them', async () => {
  const eventId = await anEvent(services, people);
  const [one, two, three] = [
    await aMaterial(services, host(), eventId, { name: 'one.pdf' }),
    await aMaterial(services, host(), eventId, { name: 'two.pdf' }),
    await aMaterial(services, host(), eventId, { name: 'three.pdf' }),
  ];
  const move = (fileId: string, beforeId: string | null) =>
    moveMaterial(services, people.organizer, { fileId, beforeId });
  await move(three, one);
  expect(await namesOf(null, eventId)).toEqual(['three.pdf', 'one.pdf', 'two.pdf']);
  await move(three, null);
  expect(await namesOf(null, eventId)).toEqual(['one.pdf', 'two.pdf', 'three.pdf']);
  await move(two, two);
  await move(one, three);
  expect(await namesOf(null, eventId)).toEqual(['two.pdf', 'one.pdf', 'three.pdf']);
  const elsewhere = await aMaterial(services, host(), await anEvent(services, people));
  expect(await refusalOf(move(one, elsewhere))).toMatchObject({ code: 'NOT_FOUND' });
  const call = (name: string, nameAsRead?: string) =>
    updateMaterial(services, people.organizer, { fileId: one, name, nameAsRead });
  await call('The map.exe', 'one.pdf');
  expect((await namesOf(null, eventId))?.[1]).toBe('The map.pdf');
  expect(await refusalOf(call('Mine', 'one.pdf'))).toMatchObject({ code: 'STALE_FIELDS' });
  expect(await refusalOf(call(' '))).toMatchObject({ code: 'INVALID_INPUT', field: 'name' });
  expect((await namesOf(null, eventId))?.[1]).toBe('The map.pdf');
});

test('of many that begin at once none passes the number of files, nor the sum of an organization', async () => {
  const words = { title: 'Practice', presenter: '', startsWall: wallIn(168.5), minutes: 30 };
  const eventId = await anEvent(services, people, { sessions: [words] });
  const [session] = await readSessions(db(), [eventId]);
  const begin = (wanted: object = {}, on = eventId) =>
    refusalOf(aBegunMaterial(services, host(), on, wanted)).then(
      (refusal) => refusal,
      () => null,
    );
  const taken = async (attempts: Promise<unknown>[]) =>
    (await Promise.all(attempts)).filter((refusal) => refusal === null).length;
  expect(await taken(Array.from({ length: 14 }, () => begin({ sessionId: session!.id })))).toBe(12);
  expect(await taken(Array.from({ length: 32 }, () => begin()))).toBe(28);
  expect(await begin()).toMatchObject({ field: 'files', reason: 'TOO_MANY', limit: 40 });
  const usual = services.config.storageLimits;
  services.config.storageLimits = { largest: 2, ofPerson: 50, ofCampaign: 3 };
  try {
    const other = await anEvent(services, people);
    const data = Buffer.alloc(900_000);
    expect(await taken(Array.from({ length: 4 }, () => begin({ data }, other)))).toBe(3);
    expect(await begin({ data }, other)).toMatchObject({ field: 'organization', limit: 3 });
    expect(await begin({ data: Buffer.alloc(2_000_001) }, other)).toMatchObject({ field: 'bytes' });
    expect(await begin({ mediaType: 'text/html' }, other)).toMatchObject({ field: 'type' });
    expect(await begin({ data: Buffer.alloc(0) }, other)).toMatchObject({ reason: 'EMPTY' });
  } finally {
    services.config.storageLimits = usual;
  }
});

test('whatever deletes an event, its files go with it, and what lies outside is noted', async () => {
  const { rows: organizations } = await sql<{ id: string }>`select id from organization
    where id = ${people.organizationId}`.execute(db());
  for (const remove of [
    (id: string) => sql`delete from event where id = ${id}`,
    () => sql`delete from organization where id = ${organizations[0]!.id}`,
  ]) {
    const eventId = await anEvent(services, people);
    const fileId = await aMaterial(services, host(), eventId);
    const late = await aBegunMaterial(services, host(), eventId);
    await sql`update file set outside = true where id = ${fileId}`.execute(db());
    await remove(eventId).execute(db());
    const { rows } = await sql`select id from file where id = any(${[fileId, late]}::uuid[])`.execute(db());
    expect(rows).toEqual([]);
    const { rows: pieces } = await sql`select 1 from file_piece where file_id = ${fileId}`.execute(db());
    expect(pieces).toEqual([]);
    const { rows: left } = await sql`select key from file_leftover where key = ${fileId}`.execute(db());
    expect(left).toEqual([{ key: fileId }]);
    // What comes then finds nothing, and harms nothing.
    await expect(letItCome(services, late)).rejects.toThrow();
  }
});

test('whoever has the event open hears of what they may see, and nobody of what is for later; nobody is asked for anything', async () => {
  const eventId = await anEvent(services, people);
  const log = async () => {
    const { rows } = await sql<{ kind: string }>`select kind from room_event where event_id = ${eventId}
      order by revision`.execute(db());
    return rows.map(({ kind }) => kind).filter((kind) => kind === 'EVENT_CHANGED').length;
  };
  const jobs = async () => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from pgboss.job
      where data ->> 'askOf' = ${eventId} or data ->> 'tellOf' = ${eventId} or data ->> 'countOf' = ${eventId}`.execute(
      db(),
    );
    return rows[0]!.count;
  };
  const before = await jobs();
  const later = await aMaterial(services, host(), eventId, { shown: 'RECAP' });
  await updateMaterial(services, people.organizer, { fileId: later, name: 'Later' });
  expect(await log()).toBe(0);
  await aMaterial(services, host(), eventId);
  expect(await log()).toBe(1);
  await updateMaterial(services, people.organizer, { fileId: later, shown: 'NOW' });
  await updateMaterial(services, people.organizer, { fileId: later, shown: 'RECAP' });
  expect(await log()).toBe(3);
  await removeMaterial(services, people.organizer, { fileId: later });
  expect([await log(), await jobs()]).toEqual([3, before]);
});

test('what a tool leaves unsaid of a file stays as it is', async () => {
  const words = { title: 'Practice', presenter: '', startsWall: wallIn(168.5), minutes: 30 };
  const eventId = await anEvent(services, people, { sessions: [words] });
  const [session] = await readSessions(db(), [eventId]);
  const fileId = await aMaterial(services, host(), eventId, { sessionId: session!.id });
  const update = async (input: object) => {
    const source = `mutation ($input: UpdateEventFileInput!) { updateEventFile(input: $input) { errors { code }
      event { files { name } sessions { files { name shown } } } } }`;
    const { data, errors } = await graphql({
      ...{ schema, source, variableValues: { input: { fileId: toGlobalId('File', fileId), ...input } } },
      contextValue: createContext(services, { viewer: people.organizer, requestId: 'test' }),
    });
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data?.['updateEventFile'])) as unknown;
  };
  const ofSession = (name: string, shown: string) => ({
    ...{ errors: [], event: { files: [], sessions: [{ files: [{ name, shown }] }] } },
  });
  expect(await update({ shown: 'RECAP' })).toEqual(ofSession('slides.pdf', 'RECAP'));
  expect(await update({ name: 'The map' })).toEqual(ofSession('The map.pdf', 'RECAP'));
  expect(await update({ sessionId: null })).toMatchObject({ event: { files: [{ name: 'The map.pdf' }] } });
});

test('a list of events: as many queries for files of ten as of one', async () => {
  const LIST = `query ($id: ID!) { events(first: 50, organizationId: $id) { nodes { files { name shown thumbnails { address } }
    uploads { name } sessions { files { name shown } } } } }`;
  const count = () =>
    countStatements(async () => {
      const { data, errors } = await graphql({
        ...{
          schema,
          source: LIST,
          variableValues: { id: toGlobalId('Organization', people.organizationId) },
        },
        contextValue: createContext(services, { viewer: people.organizer, requestId: 'test' }),
      });
      expect(errors).toBeUndefined();
      expect(JSON.stringify(data)).toContain('slides.pdf');
    });
  const add = async () => aMaterial(services, host(), await anEvent(services, people));
  await add();
  const forOne = await count();
  for (let index = 0; index < 9; index += 1) await add();
  expect(await count()).toBeLessThanOrEqual(forOne + 1);
});
