import 'reflect-metadata';
import { graphql, type GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../src/app/schema.ts';
import { createContext } from '../src/core/access/context.ts';
import type { Viewer } from '../src/core/access/viewer.ts';
import { createCampaign } from '../src/core/board/create-campaign.ts';
import { setRole } from '../src/core/trust/set-role.ts';
import { countStatements } from './support/count-statements.ts';
import { aCard, aHandle, type LocalOnStrike, localOnStrike } from './support/local-on-strike.ts';
import { asNow, joinAs } from './support/people.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

// Every list that says how long it is and is turned both ways is one list, however it is read.

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let strike: LocalOnStrike;
let holder: Viewer;
let organizer: Viewer;

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  strike = await localOnStrike(services, { settings: { craftReviewRequired: false } });
  holder = (await joinAs(services, aHandle())).viewer;
  const joined = (await joinAs(services, aHandle())).viewer;
  const role = { organizationId: strike.organizationId, handle: joined.handle, role: 'ORGANIZER' } as const;
  await setRole(services, strike.carmen, role);
  organizer = await asNow(services, joined);
  const of = { holder: holder.personId };
  for (let index = 0; index < 5; index += 1) {
    await aCard(services, strike, 'DONE', { ...of, title: `Done ${index}` });
    await aCard(services, strike, 'IN_REVIEW', { ...of, title: `Handed in ${index}` });
    await createCampaign(services, strike.organizer, {
      ...{ organizationId: strike.organizationId, slug: `more-${index}`, title: 'More' },
      ...{ kind: 'BOYCOTT', sensitivity: 'PUBLIC', settings: { craftReviewRequired: true } },
    });
    await sql`insert into suggestion (id, about, kind, text, language, state, votes, same_hash, asker) values
      (uuidv7(), 'programme', 'SUGGESTION', ${`Words ${index}`}, 'en', 'SHOWN', ${index % 2}, sha256(${String(index)}::bytea),
        ${`asker ${index}`})`.execute(services.orm.em.fork().getKysely());
  }
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

interface Listed {
  totalCount: number;
  nodes: object[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

/** Where each list is: `*` stands for what is asked of it. */
const LISTS: Record<string, { at: string; of: string; as: () => Viewer | null; atLeast: number }> = {
  'Campaign.thanks': { at: 'campaign(slug: "$slug") { thanks* }', of: 'title', as: () => null, atLeast: 5 },
  'Viewer.finishedCards': { at: 'viewer { finishedCards* }', of: 'title', as: () => holder, atLeast: 5 },
  'VolunteerDifference.thanks': {
    ...{ at: 'viewer { difference { thanks* } }', of: 'title', as: () => holder, atLeast: 5 },
  },
  'Viewer.waiting': { at: 'viewer { waiting* }', of: 'kind card { title }', as: () => organizer, atLeast: 5 },
  'Desk.campaigns': {
    ...{ at: 'desk { campaigns* }', of: 'campaign { slug }', as: () => strike.carmen, atLeast: 6 },
  },
  'Desk.people': {
    ...{ at: 'desk { people* }', of: 'person { handle }', as: () => strike.carmen, atLeast: 5 },
  },
  'Desk.suggestions': { at: 'desk { suggestions* }', of: 'text', as: () => strike.carmen, atLeast: 5 },
  suggestions: { at: 'suggestions*', of: 'text', as: () => null, atLeast: 5 },
};

async function read(name: string, args: string): Promise<Listed> {
  const { at, of, as } = LISTS[name]!;
  const page = `(${args}) { totalCount nodes { ${of} } edges { cursor }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  const source = `{ ${at.replace('$slug', strike.slug).replace('*', page)} }`;
  const contextValue = createContext(services, { viewer: as(), requestId: 'pages' });
  const { data, errors } = await graphql({ schema, source, contextValue });
  expect(errors).toBeUndefined();
  let found = JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
  while (found['edges'] === undefined) found = Object.values(found)[0] as Record<string, unknown>;
  return found as unknown as Listed;
}

describe.each(Object.keys(LISTS))('%s', (name) => {
  test('is one list forwards, backwards and at once, and says how long it is', async () => {
    const whole = await read(name, 'first: 100');
    expect(whole.nodes.length).toBeGreaterThanOrEqual(LISTS[name]!.atLeast);
    expect(whole.totalCount).toBe(whole.nodes.length);
    const forwards: object[] = [];
    for (let page = await read(name, 'first: 2'); ;) {
      forwards.push(...page.nodes);
      expect(page.totalCount).toBe(whole.totalCount);
      if (!page.pageInfo.hasNextPage) break;
      page = await read(name, `first: 2, after: "${page.pageInfo.endCursor}"`);
    }
    const backwards: object[] = [];
    for (let page = await read(name, 'last: 2'); ;) {
      backwards.unshift(...page.nodes);
      if (!page.pageInfo.hasPreviousPage) break;
      page = await read(name, `last: 2, before: "${page.pageInfo.startCursor}"`);
    }
    expect(forwards).toEqual(whole.nodes);
    expect(backwards).toEqual(whole.nodes);
    const [first, , third] = whole.edges;
    const between = await read(name, `first: 100, after: "${first!.cursor}", before: "${third!.cursor}"`);
    expect(between.nodes).toEqual([whole.nodes[1]]);
  });
});

test('thanks of six campaigns cost as many statements as those of two', async () => {
  const source = `query ($first: Int!) { campaigns(first: $first, orderBy: TITLE) { nodes { title
    thanks(first: 3) { totalCount nodes { title holder { handle } thanks { text } } } } } }`;
  const count = async (first: number) => {
    const counts: number[] = [];
    for (let time = 0; time < 3; time += 1)
      counts.push(
        await countStatements(async () => {
          const contextValue = createContext(services, { viewer: null, requestId: 'thanks' });
          const { data, errors } = await graphql({ schema, source, contextValue, variableValues: { first } });
          expect(errors).toBeUndefined();
          const { nodes } = data!['campaigns'] as unknown as {
            nodes: { title: string; thanks: { totalCount: number; nodes: object[] } }[];
          };
          expect(nodes).toHaveLength(first);
          expect(nodes[0]).toMatchObject({ title: 'Hold the line', thanks: { totalCount: 5 } });
          expect(nodes[0]!.thanks.nodes).toHaveLength(3);
          expect(nodes.at(-1)!.thanks).toEqual({ totalCount: 0, nodes: [] });
        }),
      );
    return Math.min(...counts);
  };
  const forTwo = await count(2);
  expect(await count(6)).toBeLessThanOrEqual(forTwo);
});
