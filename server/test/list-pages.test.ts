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
import { expectOneList } from './support/list-walk.ts';
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

describe.each(Object.keys(LISTS))('%s', (name) => {
  test('is one list forwards, backwards and at once, and says how long it is', async () => {
    const { at, of, as, atLeast } = LISTS[name]!;
    const place = { at: at.replace('$slug', strike.slug), of };
    const whole = await expectOneList({ services, schema, viewer: as() }, place);
    expect(whole.nodes.length).toBeGreaterThanOrEqual(atLeast);
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
