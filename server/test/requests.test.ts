import 'reflect-metadata';
import { graphql, type GraphQLSchema, isInputObjectType, getNullableType } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetRequests } from '../src/core/board/request-mark.ts';
import { createContext } from '../src/core/access/context.ts';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { createSchema } from '../src/app/schema.ts';
import { aCard, type LocalOnStrike, localOnStrike } from './support/local-on-strike.ts';
import { loadViewers, type Viewer } from '../src/core/access/viewer.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

// A requestId is for one request: sent again it changes nothing, and for another one it is refused.

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let strike: LocalOnStrike;

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
});
beforeEach(async () => {
  strike = await localOnStrike(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

interface Payload {
  card: { number: number; status: string; title: string } | null;
  boardRevision: number | null;
  errors: { code: string; field?: string; reason?: string }[];
}

/** Somebody of the strike, as they are now. */
async function viewerOf(personId: string): Promise<Viewer | null> {
  const em = services.orm.em.fork();
  const { rows } = await sql<{ id: string }>`
    select id from session where person_id = ${personId}`.execute(em.getKysely());
  return (await loadViewers(em, { sessionIds: rows.map(({ id }) => id) }))[0] ?? null;
}

async function change(who: string, mutation: string, input: Record<string, unknown>): Promise<Payload> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await graphql({
    schema,
    source: `mutation ($input: ${type}!) { it: ${mutation}(input: $input) {
      card { number status title } boardRevision errors { code ... on InvalidInput { field reason } } } }`,
    variableValues: { input },
    contextValue: createContext(services, { viewer: await viewerOf(who), requestId: 'test' }),
  });
  expect(errors).toBeUndefined();
  return (data as { it: Payload }).it;
}

const reused = [{ code: 'INVALID_INPUT', field: 'requestId', reason: 'REUSED' }];
const cards = async () =>
  (
    await sql<{ title: string }>`select title from card where board_id = ${strike.boardId}`.execute(
      services.orm.em.fork().getKysely(),
    )
  ).rows.map(({ title }) => title);

const newCard = (title: string, boardId = strike.boardId) => ({
  ...{ title, deliverable: 'A draft', skill: 'WRITING', hours: 1, phase: 'AFTER' },
  ...{ boardId: toGlobalId('Board', boardId), sensitivity: 'PUBLIC', requestId: 'one' },
});

test('the same content again answers as the first time', async () => {
  const first = await change(strike.organizer, 'createCard', newCard('A'));
  expect(first.errors).toEqual([]);
  expect(await change(strike.organizer, 'createCard', newCard('A'))).toEqual(first);
  expect(await cards()).toEqual(['A']);
});

test('other content under the same id is refused, and changes nothing', async () => {
  await change(strike.organizer, 'createCard', newCard('A'));
  expect((await change(strike.organizer, 'createCard', newCard('B'))).errors).toEqual(reused);
  expect(await cards()).toEqual(['A']);
  // Of another person it is another id.
  expect((await change(strike.coordinator, 'createCard', newCard('C'))).errors).toEqual([]);
});

test('another mutation under the same id is refused, and changes nothing', async () => {
  const card = await aCard(services, strike);
  const input = { cardId: toGlobalId('Card', card.id), requestId: 'two' };
  expect((await change(strike.volunteer, 'claimCard', input)).card?.status).toBe('CLAIMED');
  expect((await change(strike.volunteer, 'handBackCard', input)).errors).toEqual(reused);
  expect((await change(strike.volunteer, 'handBackCard', { ...input, requestId: 'three' })).errors).toEqual(
    [],
  );
});

test('an id is for one board, too', async () => {
  await change(strike.organizer, 'createCard', newCard('A'));
  const other = await localOnStrike(services);
  const { errors } = await change(strike.coordinator, 'createCard', newCard('A', other.boardId));
  expect(errors).toEqual([]);
  expect((await change(strike.coordinator, 'createCard', newCard('A'))).errors).toEqual(reused);
});

test('ids are forgotten after their time, and may be used again', async () => {
  await change(strike.organizer, 'createCard', newCard('A'));
  expect(await forgetRequests(services)).toBe(0);
  await sql`update board_event set at = at - interval '8 days' where board_id = ${strike.boardId}`.execute(
    services.orm.em.fork().getKysely(),
  );
  expect((await change(strike.organizer, 'createCard', newCard('B'))).errors).toEqual([]);
  expect(await forgetRequests(services)).toBe(1);
  expect(await cards()).toEqual(['A', 'B']);
});

test('every mutation that takes an id takes it in its input, where it is marked', () => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const taking = mutations.filter(({ args }) =>
    args.some(({ name, type }) => {
      const input = getNullableType(type);
      return name === 'requestId' || (isInputObjectType(input) && 'requestId' in input.getFields());
    }),
  );
  expect(taking.length).toBeGreaterThan(20);
  expect(taking.flatMap(({ args }) => args.map(({ name }) => name))).toEqual(taking.map(() => 'input'));
});
