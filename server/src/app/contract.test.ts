import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectDir } from '../platform/startup/project-dir.ts';

// What `npm run check` holds the contract to finds what it should: each case here is a mistake that it must not let by.

interface Rules {
  changesBetween(before: GraphQLSchema, after: GraphQLSchema): Promise<unknown[]>;
  unannounced(changes: unknown[], before: GraphQLSchema, today: Date): { message: string }[];
  mistakesIn(code: string): string[];
}

let rules: Rules;
beforeAll(async () => {
  const load = (file: string) => import(pathToFileURL(join(projectDir(), 'server/scripts', file)).href);
  rules = { ...(await load('contract-changes.mjs')), ...(await load('contract-rules.mjs')) } as Rules;
});

const today = new Date('2028-01-15');
const released = `
  type Query {
    "Cards." cards("How many." first: Int "Where." place: String @deprecated(reason: "Since 2026-12-01: ask for where.")): [Card]
    "Old." old: Int @deprecated(reason: "Since 2026-12-01: ask for cards.")
    "Just gone." young: Int @deprecated(reason: "Since 2027-12-01: ask for cards.")
    "Without a day." vague: Int @deprecated(reason: "Use cards.")
  }
  "A card." type Card { "Its title." title: String! "Its sort." sort: Sort }
  "Sorts." enum Sort { "One." ONE "Two." TWO @deprecated(reason: "Since 2026-12-01: ask for ONE.") }
`;

async function refused(from: string, to: string): Promise<string[]> {
  expect(released).toContain(from);
  const before = buildSchema(released);
  const changes = await rules.changesBetween(before, buildSchema(released.replace(from, to)));
  return rules.unannounced(changes, before, today).map(({ message }) => message);
}

describe('a change that breaks a program', () => {
  test.each([
    ['a field that is gone', '"Its title." title: String!', '"Another." name: String!'],
    ['a field that may be null now', 'title: String!', 'title: String'],
    ['an argument that is asked for now', 'first: Int', 'first: Int!'],
    ['a value that is gone', '"One." ONE', '"Three." THREE'],
    ['what was announced a month ago', '"Just gone." young: Int', '"Other." other: Int'],
    ['what was announced without a day', '"Without a day." vague: Int', '"Other." other: Int'],
  ])('mutant: %s is refused', async (_what, from, to) => {
    expect(await refused(from, to)).toHaveLength(1);
  });

  test.each([
    ['a field that was announced a year ago', /"Old[.]".*\n/.exec(released)![0], '\n'],
    ['an argument', /"Where[.]" place.*?where[.]"\)/.exec(released)![0], ''],
    ['a value', /"Two[.]" TWO.*?ONE[.]"\)/.exec(released)![0], ''],
    ['what is added', '"Its title."', '"New." more: Int "Its title."'],
    ['a description', '"Its title."', '"What it is called."'],
  ])('%s may go or come', async (_what, from, to) => {
    expect(await refused(from, to)).toEqual([]);
  });
});

describe('the rules of the contract', () => {
  const fair = `
    type Query { "Cards." cards("How many." first: Int "After." after: String): CardConnection }
    "A card." type Card { "Its title." title: String! "Its state." state: State }
    "States." enum State { "Open." OPEN }
    "A page of cards." type CardConnection { "Edges." edges: [CardEdge!]! "The page." pageInfo: PageInfo! }
    "A card in a page." type CardEdge { "Its place." cursor: String! "The card." node: Card! }
    "Where a page is." type PageInfo {
      "More after." hasNextPage: Boolean!
      "More before." hasPreviousPage: Boolean!
      "Its first." startCursor: String
      "Its last." endCursor: String
    }
  `;

  test('nothing is wrong with what keeps them', () => expect(rules.mistakesIn(fair)).toEqual([]));

  test.each([
    ['a field without a description', '"Its title." ', ''],
    ['a value without a description', '"Open." ', ''],
    ['an argument without a description', '"How many." ', ''],
    ['a name in another way', 'title: String!', 'Card_title: String!'],
    ['a value in another way', 'OPEN', 'open'],
    ['a page that does not say whether there is more', '"More after." hasNextPage: Boolean!', ''],
    ['a page without its page info', '"The page." pageInfo: PageInfo!', ''],
    ['an edge without a place', '"Its place." cursor: String!', ''],
    ['a page that cannot be asked on', ' "After." after: String', ''],
    ['a deprecation without a reason', 'title: String!', 'title: String! @deprecated'],
    ['a deprecation without a day', 'title: String!', 'title: String! @deprecated(reason: "Use name.")'],
  ])('mutant: %s is found', (_what, from, to) => {
    expect(fair).toContain(from);
    expect(rules.mistakesIn(fair.replace(from, to)).length).toBeGreaterThan(0);
  });
});

test('what is released is within what the code has', async () => {
  const read = (file: string) => buildSchema(readFileSync(join(projectDir(), 'schema', file), 'utf8'));
  const before = read('released.graphql');
  const changes = await rules.changesBetween(before, read('schema.graphql'));
  expect(rules.unannounced(changes, before, new Date())).toEqual([]);
});
