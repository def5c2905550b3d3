import { sql } from 'kysely';
import { graphql, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSchema } from '../../app/schema.ts';
import { createContext } from '../../core/access/context.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import { countStatements } from '../../../test/support/count-statements.ts';
import { aCard, type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { joinAs, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let strike: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  strike = await localOnStrike(services);
  for (const handle of ['people.ana', 'people.Ben', 'people.cleo']) await joinAs(services, handle);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

interface Person {
  held: number;
  finished: number;
  heldNote: string | null;
  standingBefore: string | null;
  person: { handle: string; standing: string };
}
type Page = { edges: { cursor: string; node: Person }[]; pageInfo: { hasNextPage: boolean } };

async function people(filter: object, more: { first?: number; after?: string; viewer?: Viewer | null } = {}) {
  const { viewer = strike.carmen, ...page } = more;
  const source = `query ($filter: PeopleFilter, $first: Int, $after: String) { desk { people(
    filter: $filter, first: $first, after: $after) { edges { cursor node { held finished heldNote standingBefore
    person { handle standing } } } pageInfo { hasNextPage } } } }`;
  const contextValue = createContext(services, { viewer, requestId: 'r' });
  const { data, errors } = await graphql({
    schema,
    source,
    contextValue,
    variableValues: { filter, ...page },
  });
  if (errors) throw errors[0]!.originalError ?? errors[0]!;
  return (data as { desk: { people: Page } | null }).desk?.people ?? null;
}

const handlesIn = (page: Page | null) => page!.edges.map(({ node }) => node.person.handle);

test('coordinators find people by a part of the handle, however it is typed, by standing and by skill', async () => {
  const all = ['people.ana', 'people.Ben', 'people.cleo'];
  expect(handlesIn(await people({ text: 'PEOPLE' }))).toEqual(all);
  expect(handlesIn(await people({ text: '@people.b' }))).toEqual(['people.Ben']);
  expect(handlesIn(await people({ text: 'people', standing: 'VETTED' }))).toEqual([]);
  expect(handlesIn(await people({ text: 'people', skill: 'WRITING' }))).toEqual(all);
  expect(handlesIn(await people({ text: 'people', skill: 'ONLINE_VIDEO' }))).toEqual([]);
});

test('page by page, each once', async () => {
  const first = await people({ text: 'people' }, { first: 2 });
  expect(first!.pageInfo.hasNextPage).toBe(true);
  const rest = await people({ text: 'people' }, { first: 2, after: first!.edges[1]!.cursor });
  expect([...handlesIn(first), ...handlesIn(rest)]).toEqual(['people.ana', 'people.Ben', 'people.cleo']);
  expect(rest!.pageInfo.hasNextPage).toBe(false);
});

test('nobody else reads the list: no newcomer, no organizer, no stranger, and no coordinator on hold', async () => {
  const held = { ...strike.carmen, standing: 'SUSPENDED' } as Viewer;
  const organizer = {
    ...(await newcomer(services, 'people-org')),
    roles: new Map([['x', 'ORGANIZER']]),
  } as Viewer;
  for (const viewer of [null, await newcomer(services, 'people-new'), organizer, held]) {
    expect(await people({ text: 'people' }, { viewer })).toBeNull();
  }
});

test('whoever is on hold stands there with why, and what they were before', async () => {
  await setStanding(services, strike.carmen, { handle: 'people.cleo', standing: 'VETTED' });
  await setStanding(services, strike.carmen, {
    handle: 'people.cleo',
    standing: 'SUSPENDED',
    note: 'We look into it',
  });
  const page = await people({ standing: 'SUSPENDED', text: 'people' });
  expect(page!.edges.map(({ node }) => node)).toEqual([
    {
      ...{ held: 0, finished: 0, heldNote: 'We look into it', standingBefore: 'VETTED' },
      person: { handle: 'people.cleo', standing: 'SUSPENDED' },
    },
  ]);
  await setStanding(services, strike.carmen, { handle: 'people.cleo', standing: 'VETTED' });
  const [after] = (await people({ text: 'people.cleo' }))!.edges;
  expect(after!.node).toMatchObject({ heldNote: null, standingBefore: null });
});

test('whoever left is not in it, and the cost does not grow with the people', async () => {
  await sql`update person set erased_at = now() where handle = 'people-new'`.execute(
    services.orm.em.fork().getKysely(),
  );
  expect(handlesIn(await people({ text: 'people' }))).not.toContain('people-new');
  const few = await countStatements(() => people({}, { first: 2 }));
  await aCard(services, strike, 'DONE');
  expect(await countStatements(() => people({}, { first: 100 }))).toBe(few);
});
