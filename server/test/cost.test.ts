import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { MAX_ANSWER_BYTES } from '../src/platform/graphql/answer-bytes.ts';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { readTrustedDocuments } from '../src/platform/graphql/trusted-documents.ts';
import { aCard, type LocalOnStrike, localOnStrike } from './support/local-on-strike.ts';
import { makeManyCards } from './support/many-cards.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { startApp, type TestApp } from './support/start-app.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

// The largest board there may be, behind both doors.

const CARDS = 5_000;

let database: TestDatabase;
let services: TestServices;
let app: TestApp;
let strike: LocalOnStrike;
let board: string;

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services);
  await aCard(services, strike, 'OPEN', { localSupplies: 'Photos of the picket line. '.repeat(10) });
  await makeManyCards(services, strike, CARDS);
  board = toGlobalId('Board', strike.boardId);
  app = await startApp(database.url);
});
afterAll(async () => {
  await app.close();
  await services.close();
  await database.drop();
});

interface Result {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string; limit?: number } }[];
}
interface Operation {
  query: string;
  variables?: object;
}

async function overHttp({ query, variables }: Operation): Promise<Result> {
  return (await (await app.ask(query, variables)).json()) as Result;
}

/** The first message of one operation on a socket of its own. */
function overSocket(operation: Operation): Promise<Result> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const finish = (result: Result) => {
      resolve(result);
      socket.terminate();
    };
    socket.on('error', reject);
    socket.on('close', (code) => reject(new Error(`The socket was closed: ${code}`)));
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => {
      const { type, payload } = JSON.parse(String(data)) as { type: string; payload?: unknown };
      if (type === 'connection_ack')
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: operation }));
      else if (type === 'next') finish(payload as Result);
      else if (type === 'error') finish({ errors: payload as NonNullable<Result['errors']> });
    });
  });
}

const repeat = (times: number, part: (index: number) => string) =>
  Array.from({ length: times }, (_, index) => part(index)).join(' ');
const all = {
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
};
/** As a page sends it. */
const ofOurPages = (name: string) =>
  [...readTrustedDocuments().values()].find((text) => text.includes(`query ${name}(`)) ?? '';

const tooCostly: [what: string, query: string][] = [
  [
    'snapshots below the cards of a snapshot',
    '{ card(campaign: "$slug", number: 1) { board { snapshot { cards { board { snapshot { cards { id } } } } } } } }',
  ],
  [
    'twelve snapshots by aliases and a fragment',
    `{ ${repeat(12, (i) => `a${i}: node(id: "$board") { ...B }`)} }
      fragment B on Board { snapshot { cards { id title } } }`,
  ],
  [
    'two snapshots by two ways',
    `{ node(id: "$board") { ... on Board { snapshot { revision } } }
      campaign(slug: "$slug") { board { snapshot { revision } } } }`,
  ],
  [
    'two snapshots of one board',
    '{ campaign(slug: "$slug") { board { one: snapshot { revision } other: snapshot { revision } } } }',
  ],
  ['a snapshot below a list without pages', '{ viewer { heldCards { board { snapshot { revision } } } } }'],
  ['a snapshot below pages', '{ openCards { edges { node { board { snapshot { revision } } } } } }'],
  [
    'a snapshot below a refusal',
    `mutation { claimCard(input: { cardId: "x" }) { errors {
      ... on StaleCard { card { board { snapshot { revision } } } } } } }`,
  ],
  [
    'a list below the cards of a snapshot',
    '{ campaign(slug: "$slug") { board { snapshot { cards { activity(first: 100) { edges { cursor } } } } } } }',
  ],
  [
    'lists without pages below pages',
    `{ campaigns(first: 100) { edges { node { organization { members {
      person { handle skills languages } } } } } } }`,
  ],
  [
    'lists without pages below each other',
    '{ cardTemplates { history { template { title deliverable localSupplies caution skill hours } } } }',
  ],
  [
    'aliases of a list',
    `{ ${repeat(19, (i) => `a${i}: cardTemplates { key title deliverable skill hours phase version retired caution }`)} }`,
  ],
  [
    'the schema many times',
    `{ ${repeat(12, (i) => `a${i}: __schema { types { ...T } }`)} }
      fragment T on __Type { name description fields { name type { ...R } args { name type { ...R } } } }
      fragment R on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`,
  ],
];

describe.each([
  ['HTTP', overHttp],
  ['WebSocket', overSocket],
])('over %s', (_door, ask) => {
  const asked = (query: string) =>
    ask({ query: query.replaceAll('$board', board).replaceAll('$slug', strike.slug) });

  test.each(tooCostly)('%s: refused before it is carried out', async (_what, query) => {
    const { data, errors } = await asked(query);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['TOO_COSTLY']);
    expect(errors?.[0]?.extensions.limit).toBeGreaterThan(0);
    expect(data ?? null).toBeNull();
  });

  test('the whole of the largest board, as our pages ask for it', async () => {
    const query = ofOurPages('BoardSnapshot');
    const { data, errors } = await ask({ query, variables: { boardId: board } });
    expect(errors).toBeUndefined();
    const { node } = data as { node: { snapshot: { cards: object[] } } };
    expect(node.snapshot.cards).toHaveLength(CARDS);
    // Room for longer words than these.
    expect(JSON.stringify(data).length).toBeLessThan(MAX_ANSWER_BYTES / 2);
  });

  test('one snapshot asked for in two parts is one', async () => {
    const { errors } = await asked(
      `{ node(id: "$board") { ...Head ...Cards } } fragment Head on Board { snapshot { revision } }
        fragment Cards on Board { snapshot { cards { id } } }`,
    );
    expect(errors).toBeUndefined();
  });

  test.each([
    ['as it is by default', getIntrospectionQuery()],
    ['with all there is to ask', getIntrospectionQuery({ ...all, inputValueDeprecation: true, oneOf: true })],
    ['without descriptions', getIntrospectionQuery({ descriptions: false })],
  ])('the introspection of the usual clients, %s', async (_which, query) => {
    const { data, errors } = await ask({ query });
    expect(errors).toBeUndefined();
    expect(data).toHaveProperty('__schema.types');
  });

  test('an answer that weighs too much is told as such, and nothing of it is sent', async () => {
    const query = `{ node(id: "${board}") { ... on Board { snapshot { cards {
      ${repeat(19, (i) => `a${i}: localSupplies`)} } } } } }`;
    const { data, errors } = await ask({ query });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'TOO_LARGE', limit: MAX_ANSWER_BYTES },
    ]);
    expect(data).toBeNull();
  });
});

test('a snapshot below the cards of a change: refused before anything is followed', async () => {
  const { errors } = await overSocket({
    query: `subscription { boardChanges(boardId: "${board}", after: { epoch: "x", revision: 1 }) {
      cards { board { snapshot { cards { id } } } } } }`,
  });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['TOO_COSTLY']);
});
