import 'reflect-metadata';
import { graphql, type GraphQLSchema, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../src/app/schema.ts';
import { createContext } from '../src/core/access/context.ts';
import { readerOf, type Viewer } from '../src/core/access/viewer.ts';
import { createCampaign } from '../src/core/board/create-campaign.ts';
import type { CardOnBoard } from '../src/core/board/read-cards.ts';
import { blockCard } from '../src/core/card/block-card.ts';
import { CardOrder } from '../src/core/card/card-order.ts';
import type { CardWordsInput } from '../src/core/card/card-words.ts';
import { fits } from '../src/core/open-work/list-open-cards.ts';
import { createOrganization } from '../src/core/organization/create-organization.ts';
import { setPublicPage } from '../src/features/difference/set-public-page.ts';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { countStatements } from './support/count-statements.ts';
import { aCard, type LocalOnStrike, localOnStrike } from './support/local-on-strike.ts';
import { coordinator, newcomer } from './support/people.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

// Lists as outsiders read them: turned both ways, ordered, filtered, counted, and of nobody's secrets.

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let strike: LocalOnStrike;
let silent: LocalOnStrike;
const cards = new Map<string, CardOnBoard>();

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  strike = await localOnStrike(services, {
    title: 'Hold the line',
    story: 'Buses stand still',
    startHidden: true,
    startsAt: inDays(20),
  });
  silent = await localOnStrike(services, { title: 'Nobody knows yet', sensitivity: 'TEAM' });
  const words: CardWordsInput[] = [
    { title: 'A leaflet in Spanish', languages: ['es-MX'], hours: 2, dueAt: inDays(3) },
    {
      title: 'A poster',
      deliverable: '100% ready to print',
      languages: ['en'],
      skill: 'GRAPHIC_DESIGN',
      hours: 4,
    },
    {
      title: 'A film',
      languages: ['en', 'es'],
      skill: 'ONLINE_VIDEO',
      hours: 8,
      phase: 'BEFORE',
      dueAt: inDays(9),
    },
    { title: 'Before the hidden day', languages: ['en'], hours: 1, dueOffsetHours: -48 },
    { title: 'For the vetted', languages: ['en'], hours: 3, sensitivity: 'VETTED' },
  ];
  for (const each of words) cards.set(each.title!, await aCard(services, strike, 'OPEN', each));
  await aCard(services, strike, 'DONE', { title: 'Done', hours: 5 });
  const waits = await aCard(services, strike, 'CLAIMED', { title: 'It waits', hours: 6 });
  await blockCard(services, strike.volunteer, { cardId: waits.id, reason: 'A photo' });
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

// oxlint-disable-next-line no-explicit-any
type Answer = Record<string, any>;

interface Listed {
  totalCount: number;
  nodes: { id: string; title: string }[];
  edges: { cursor: string; node: { id: string; title: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

async function ask(query: string, variableValues: object = {}, viewer: Viewer | null = null, of = schema) {
  const contextValue = createContext(services, { viewer, requestId: 'lists' });
  const { data, errors } = await graphql({
    ...{ schema: of, source: query, contextValue },
    variableValues: variableValues as Record<string, unknown>,
  });
  return { data: JSON.parse(JSON.stringify(data ?? {})) as Answer, errors };
}

const LISTED = `totalCount nodes { id title } edges { cursor node { id title } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
const OPEN = `query ($filter: OpenCardsFilter, $by: CardOrder! = NEWEST, $first: Int, $after: String, $last: Int, $before: String) {
  list: openCards(filter: $filter, orderBy: $by, first: $first, after: $after, last: $last, before: $before) { ${LISTED} } }`;
const BOARD = `query ($slug: String!, $filter: BoardCardsFilter, $by: CardOrder! = NUMBER, $first: Int, $after: String,
  $last: Int, $before: String) { campaign(slug: $slug) { board { list: cards(filter: $filter, orderBy: $by,
    first: $first, after: $after, last: $last, before: $before) { ${LISTED} } } } }`;

const ofOpen = async (variables: object, viewer: Viewer | null = null, of = schema) => {
  const { data, errors } = await ask(OPEN, variables, viewer, of);
  expect(errors).toBeUndefined();
  return data['list'] as Listed;
};
const ofBoard = async (variables: object, viewer: Viewer | null = null) => {
  const { data, errors } = await ask(BOARD, { slug: strike.slug, ...variables }, viewer);
  expect(errors).toBeUndefined();
  return (data['campaign'] as { board: { list: Listed } }).board.list;
};
const titles = ({ nodes }: Listed) => nodes.map(({ title }) => title);

describe('pages', () => {
  const lists = [
    ['openCards', ofOpen],
    ['Board.cards', ofBoard],
  ] as const;
  const orders = Object.values(CardOrder);

  test.each(lists.flatMap(([name, read]) => orders.map((by) => [name, by, read] as const)))(
    '%s by %s: forwards, backwards and at once are one list',
    async (_name, by, read) => {
      const whole = await read({ by, first: 100 });
      expect(whole.totalCount).toBe(whole.edges.length);
      expect(whole.nodes).toEqual(whole.edges.map(({ node }) => node));
      const forwards: string[] = [];
      for (let page = await read({ by, first: 2 }); ;) {
        forwards.push(...titles(page));
        expect(page.totalCount).toBe(whole.totalCount);
        if (!page.pageInfo.hasNextPage) break;
        page = await read({ by, first: 2, after: page.pageInfo.endCursor });
      }
      const backwards: string[] = [];
      for (let page = await read({ by, last: 2 }); ;) {
        backwards.unshift(...titles(page));
        if (!page.pageInfo.hasPreviousPage) break;
        page = await read({ by, last: 2, before: page.pageInfo.startCursor });
      }
      expect(forwards).toEqual(titles(whole));
      expect(backwards).toEqual(titles(whole));
      const [first, , third] = whole.edges;
      const between = await read({ by, first: 100, after: first!.cursor, before: third!.cursor });
      expect(titles(between)).toEqual([whole.edges[1]!.node.title]);
    },
  );

  test('both ends at once, a cursor of another order, and a page that is too long are refused', async () => {
    const refused = async (variables: object) => (await ask(OPEN, variables)).errors?.[0]?.originalError;
    expect(await refused({ first: 1, last: 1 })).toMatchObject({ code: 'INVALID_INPUT', field: 'last' });
    expect(await refused({ last: 101 })).toMatchObject({ field: 'last', reason: 'OUT_OF_RANGE' });
    expect(await refused({ before: 'nonsense' })).toMatchObject({ field: 'before' });
    const { pageInfo } = await ofOpen({ by: 'NEWEST', first: 1 });
    expect((await ask(OPEN, { by: 'LONGEST', after: pageInfo.endCursor })).errors).toHaveLength(1);
  });

  test('events of a board go both ways, by kind and since', async () => {
    const read = async (args: string) => {
      const { data } = await ask(
        `{ campaign(slug: "${strike.slug}") { board { activity(${args}) { nodes { id revision kind at }
          pageInfo { hasNextPage hasPreviousPage startCursor } } } } }`,
      );
      return (data['campaign'] as { board: { activity: ActivityPage } }).board.activity;
    };
    const all = (await read('first: 100')).nodes;
    const oldest = await read('last: 3');
    expect(oldest.nodes).toEqual(all.slice(-3));
    expect(oldest.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
    const { nodes } = await read(`last: 3, before: "${oldest.pageInfo.startCursor}"`);
    expect(nodes).toEqual(all.slice(-6, -3));
    const done = (await read('first: 100, kinds: [CARD_APPROVED, CARD_BLOCKED]')).nodes;
    expect(done.map(({ kind }) => kind)).toEqual(['CARD_BLOCKED', 'CARD_APPROVED']);
    expect((await read(`first: 100, since: "${done[1]!.at}"`)).nodes).toEqual(
      all.slice(0, all.findIndex(({ id }) => id === done[1]!.id) + 1),
    );
    // Each is found again by its id, by who may read it.
    const { data } = await ask(`{ node(id: "${done[1]!.id}") { id ... on BoardEvent { revision kind } } }`);
    expect(data['node']).toEqual({ id: done[1]!.id, revision: done[1]!.revision, kind: 'CARD_APPROVED' });
  });
});

interface ActivityPage {
  nodes: { id: string; revision: number; kind: string; at: string }[];
  pageInfo: { startCursor: string };
}

describe('filters', () => {
  const of: [filter: { languages?: string[]; text?: string; [name: string]: unknown }, found: string[]][] = [
    [{ languages: ['es'] }, ['A film', 'A leaflet in Spanish']],
    [{ languages: ['es-MX'] }, ['A leaflet in Spanish']],
    [{ languages: ['e'] }, []],
    [{ text: 'spanish LEAFLET' }, ['A leaflet in Spanish']],
    [{ text: '100%' }, ['A poster']],
    [{ text: '_' }, []],
    [{ minHours: 4, maxHours: 6 }, ['A poster']],
    [{ skills: ['GRAPHIC_DESIGN', 'ONLINE_VIDEO'], phases: ['BEFORE'] }, ['A film']],
    [{ dueAfter: inDays(1), dueBefore: inDays(5) }, ['A leaflet in Spanish']],
    // The card that counts from the hidden day is due within these.
    [{ dueAfter: inDays(1), dueBefore: inDays(30) }, ['A film', 'A leaflet in Spanish']],
  ];
  test.each(of.filter(([{ languages }]) => languages?.[0] !== 'e'))('%j', async (filter, found) => {
    const list = await ofOpen({ filter, first: 100 });
    expect(titles(list).sort()).toEqual(found);
    expect(list.totalCount).toBe(found.length);
    expect(titles(await ofBoard({ filter: { ...filter, statuses: ['OPEN'] }, first: 100 })).sort()).toEqual(
      found,
    );
  });

  test('the stream takes what the list takes', async () => {
    const reader = readerOf(null);
    for (const [filter, found] of of) {
      const { text, ...rest } = filter;
      const asked = { ...rest, words: text?.toLowerCase().split(' ') ?? [] };
      const public_ = [...cards.values()].filter(({ sensitivity }) => sensitivity === 'PUBLIC');
      expect(
        public_
          .filter((card) => fits(reader, card, asked))
          .map(({ title }) => title)
          .sort(),
      ).toEqual(found);
    }
  });

  test('by organization, column and what waits; what nothing can fit is refused', async () => {
    const organizationId = toGlobalId('Organization', strike.organizationId);
    expect((await ofOpen({ filter: { organizationId } })).totalCount).toBe(4);
    const other = toGlobalId('Organization', silent.organizationId);
    expect((await ofOpen({ filter: { organizationId: other } })).totalCount).toBe(0);
    expect(titles(await ofBoard({ filter: { statuses: ['DONE', 'CLAIMED'] } }))).toEqual([
      'Done',
      'It waits',
    ]);
    expect(titles(await ofBoard({ filter: { isWaiting: true } }))).toEqual(['It waits']);
    for (const filter of [{ skills: [] }, { languages: [] }, { minHours: 3, maxHours: 2 }])
      expect((await ask(OPEN, { filter })).errors?.[0]?.originalError).toMatchObject({
        code: 'INVALID_INPUT',
      });
    const { data } = await ask(
      `{ a: campaigns(filter: { text: "buses line", kinds: [STRIKE], languages: ["en"], isRunning: true,
          organizationId: "${organizationId}" }) { totalCount nodes { title } }
        b: campaigns(filter: { isRunning: false }) { totalCount }
        organizations(filter: { text: "transit", kinds: [UNION_LOCAL] }) { nodes { campaigns { totalCount } } } }`,
    );
    expect(data).toEqual({
      a: { totalCount: 1, nodes: [{ title: 'Hold the line' }] },
      b: { totalCount: 0 },
      organizations: { nodes: [{ campaigns: { totalCount: 1 } }] },
    });
  });

  test('counts tell of waits and hours', async () => {
    const { data } = await ask(
      `{ campaign(slug: "${strike.slug}") { counts { open waiting waitingSince hoursClaimed hoursInReview } } }`,
    );
    const since = expect.stringMatching(/^\d{4}-.*Z$/) as string;
    expect(data['campaign']).toEqual({
      counts: { open: 4, waiting: 1, waitingSince: since, hoursClaimed: 6, hoursInReview: 0 },
    });
  });
});

describe('of nobody’s secrets', () => {
  const HIDDEN = 'Before the hidden day';

  test('a hidden T-0 is not found by order or filter; its team has it in its place', async () => {
    const { carmen } = strike;
    const order = async (viewer: Viewer | null) => titles(await ofOpen({ by: 'DUE', first: 100 }, viewer));
    expect((await order(null)).slice(0, 2)).toEqual(['A leaflet in Spanish', 'A film']);
    expect((await order(carmen)).slice(0, 3)).toEqual(['A leaflet in Spanish', 'A film', HIDDEN]);
    const near = { dueAfter: inDays(17), dueBefore: inDays(19) };
    expect((await ofOpen({ filter: near })).totalCount).toBe(0);
    expect(titles(await ofOpen({ filter: near }, carmen))).toEqual([HIDDEN]);
    // The cursor holds the key of the order.
    const { edges } = await ofOpen({ by: 'DUE', first: 100 });
    const cursor = edges.find(({ node }) => node.title === HIDDEN)!.cursor;
    expect(Buffer.from(cursor, 'base64url').toString()).toContain('infinity');
  });

  test('mutant: a list that is read with the rights of the team shows both', async () => {
    const mutant = await createSchema();
    const query = mutant.getQueryType()!;
    const { resolve } = query.getFields()['openCards']!;
    const asTeam = createContext(services, { viewer: strike.carmen, requestId: 'mutant' });
    query.getFields()['openCards']!.resolve = (root, args, _context, info) =>
      resolve!(root, args, asTeam, info) as unknown;
    const near = { dueAfter: inDays(17), dueBefore: inDays(19) };
    expect((await ofOpen({ filter: near }, null, mutant)).totalCount).toBe(1);
    expect((await ofOpen({}, null, mutant)).totalCount).toBeGreaterThan((await ofOpen({})).totalCount);
  });

  test('totals count what one may read', async () => {
    const names = async (viewer: Viewer | null) => {
      const { data } = await ask(
        '{ campaigns { totalCount } organizations { totalCount nodes { id } } openCards { totalCount } }',
        {},
        viewer,
      );
      return data as unknown as Record<'campaigns' | 'organizations' | 'openCards', { totalCount: number }>;
    };
    const stranger = await names(null);
    expect(stranger).toMatchObject({
      ...{ campaigns: { totalCount: 1 }, openCards: { totalCount: 4 } },
      organizations: { totalCount: 1, nodes: [{ id: toGlobalId('Organization', strike.organizationId) }] },
    });
    const carmen = await names(strike.carmen);
    expect(carmen.campaigns.totalCount).toBe(2);
    expect(carmen.openCards.totalCount).toBe(5);
    // Two locals and one other for each of them.
    expect(carmen.organizations.totalCount).toBe(4);
  });

  test('an event of a board is no node for who may read nothing that it touched', async () => {
    const { data } = await ask(
      `{ campaign(slug: "${strike.slug}") { board { activity(first: 100) { nodes { id cardTitle } } } } }`,
      {},
      strike.carmen,
    );
    const { nodes } = (
      data['campaign'] as { board: { activity: { nodes: { id: string; cardTitle: string }[] } } }
    ).board.activity;
    const { id } = nodes.find(({ cardTitle }) => cardTitle === 'For the vetted')!;
    const seen = async (viewer: Viewer | null) =>
      (await ask(`{ node(id: "${id}") { id } }`, {}, viewer)).data;
    expect(await seen(null)).toEqual({ node: null });
    expect(await seen(strike.carmen)).toEqual({ node: { id } });
    const forged = Buffer.from(Buffer.from(id, 'base64url').toString().replace('BoardEvent', 'Board'));
    expect((await ask(`{ node(id: "${forged.toString('base64url')}") { id } }`)).data).toEqual({
      node: null,
    });
  });
});

describe('what it costs', () => {
  const statements = (query: string, viewer: Viewer | null = null) =>
    countStatements(async () => expect((await ask(query, {}, viewer)).errors).toBeUndefined());

  test('a total is one statement, and none where nobody asks', async () => {
    for (const list of ['openCards', 'campaigns', 'organizations', 'events', 'openings']) {
      const without = await statements(`{ ${list} { nodes { id } } }`);
      expect(without, list).toBe(1);
      expect(await statements(`{ ${list} { totalCount nodes { id } } }`), list).toBe(2);
    }
  });

  test('as many statements for thirty organizations as for two', async () => {
    const LIST = `{ organizations(first: 50) { nodes { name campaigns(first: 3) { totalCount nodes { title url counts { waiting }
      board { cards(first: 3, filter: { statuses: [OPEN] }) { totalCount nodes { title url holder { url } } } } } } } } }`;
    const few = await statements(LIST);
    const cora = await coordinator(services, 'Cora');
    for (let index = 0; index < 28; index += 1) {
      const organizationId = await createOrganization(services, cora, {
        name: `Local ${index}`,
        kind: 'WORKER_CENTER',
      });
      await createCampaign(services, cora.personId, {
        ...{ organizationId, slug: `local-${index}`, title: 'Another one' },
        ...{ kind: 'BOYCOTT', sensitivity: 'PUBLIC' },
      });
    }
    const { data } = await ask('{ organizations { totalCount } }');
    expect(data['organizations']).toEqual({ totalCount: 29 });
    expect(await statements(LIST)).toBeLessThanOrEqual(few);
  });
});

describe('addresses', () => {
  test('cards, campaigns and people who show a page have one; others have none', async () => {
    const shows = await newcomer(services, 'Shows');
    await setPublicPage(services, shows, { on: true });
    const { data } = await ask(
      `{ openCards(filter: { text: "poster" }) { nodes { url number campaign { url slug } } }
        shows: node(id: "${toGlobalId('Person', shows.personId)}") { ... on Person { url } }
        hides: node(id: "${toGlobalId('Person', strike.volunteer)}") { ... on Person { url } } }`,
    );
    const slug = strike.slug;
    expect(data).toEqual({
      openCards: {
        nodes: [{ url: `/c/${slug}/board?card=2`, number: 2, campaign: { url: `/c/${slug}`, slug } }],
      },
      ...{ shows: { url: '/p/Shows' }, hides: { url: null } },
    });
  });

  test('every list that can be counted is a connection, and every connection has nodes', () => {
    const connections = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && type.name.endsWith('Connection'),
    );
    expect(connections.length).toBeGreaterThan(20);
    for (const type of connections)
      if (isObjectType(type)) expect(Object.keys(type.getFields()), type.name).toContain('nodes');
  });
});
