import { request as sendRequest, type IncomingHttpHeaders } from 'node:http';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, isNonNullType } from 'graphql';
import { type AddressInfo, createServer } from 'node:net';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type App, createApp } from '../src/app/app.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { BODY_LIMIT_BYTES } from '../src/platform/http/graphql-door.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

// One running server; whatever is refused at one door has to be refused in the same words at the other.

let database: TestDatabase;
let app: App;
let lines: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  app = await start({});
});
afterAll(async () => {
  await app.close();
  await database.drop();
});
beforeEach(() => {
  lines = [];
});

function start(environment: Record<string, string>): Promise<App> {
  const config = readConfig(
    { PORT: '0', DEMO: 'off', DATABASE_URL: database.url, APP_SECRET: 'x'.repeat(32), ...environment },
    'none',
  );
  // As a machine's log: everything, one object per line.
  return createApp(config, pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }));
}

interface GraphqlError {
  message: string;
  extensions?: { code?: string; logId?: string; field?: string; reason?: string; limit?: number };
}

interface Result {
  data?: Record<string, unknown> | null;
  errors?: GraphqlError[];
}

interface HttpAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

function send(
  body: string | undefined,
  { method = 'POST', path = '/graphql', ...headers }: Record<string, string> = {},
  url = app.url,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const request = sendRequest(
      `${url}${path}`,
      { method, headers: { 'content-type': 'application/json', ...headers }, agent: false },
      (response) => {
        let text = '';
        response.on('data', (part: Buffer) => (text += part.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

interface Operation {
  query: string;
  variables?: object;
  operationName?: string;
}

async function overHttp(operation: Operation, headers: Record<string, string> = {}): Promise<Result> {
  const { status, text } = await send(JSON.stringify(operation), headers);
  expect(status, text).toBeLessThan(500);
  expect(text).not.toContain('node_modules');
  return JSON.parse(text) as Result;
}

/** One operation on a socket of its own. A socket that closes instead is told as such. */
function overSocket(operation: Operation, headers: Record<string, string> = {}): Promise<Result> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers,
    });
    const finish = (result: Result) => {
      resolve(result);
      socket.terminate();
    };
    socket.on('error', reject);
    socket.on('close', (code, reason) =>
      reject(new Error(`The socket was closed: ${code} ${String(reason)}`)),
    );
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => {
      expect(String(data)).not.toContain('node_modules');
      const { type, payload } = JSON.parse(String(data)) as { type: string; payload?: unknown };
      if (type === 'connection_ack') {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: operation }));
      } else if (type === 'next') finish(payload as Result);
      else if (type === 'error') finish({ errors: payload as GraphqlError[] });
    });
  });
}

const codesOf = ({ errors }: Result) => [...new Set(errors?.map(({ extensions }) => extensions?.code))];

const doors = [
  ['HTTP', overHttp],
  ['WebSocket', overSocket],
] as const;

const id = (name: Parameters<typeof toGlobalId>[0]) =>
  toGlobalId(name, '019a0000-0000-7000-8000-000000000000');
const cursor = (...keys: unknown[]) => Buffer.from(JSON.stringify(keys)).toString('base64url');
const repeat = (times: number, part: (index: number) => string) =>
  Array.from({ length: times }, (_, i) => part(i)).join(' ');
const doubling = repeat(40, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`);

/** Everything that is too much or wrong, and the code by which a program knows it. */
const refused: [what: string, operation: Operation, code: string][] = [
  ['a syntax error', { query: '{ campaigns {' }, 'GRAPHQL_PARSE_FAILED'],
  ['too many tokens', { query: `{ ${repeat(2100, () => '__typename')} }` }, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', { query: '{ password }' }, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'too deep',
    {
      query: `{ campaigns { edges { node { organization { campaigns { edges { node { organization { campaigns {
        edges { node { organization { campaigns { edges { node { title } } } } } } } } } } } } } } } }`,
    },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'too deep behind fragments',
    {
      query: `{ campaigns { ...a } } fragment a on CampaignConnection { edges { node { organization { campaigns { ...b } } } } }
        fragment b on CampaignConnection { edges { node { organization { campaigns { ...c } } } } }
        fragment c on CampaignConnection { edges { node { organization { campaigns { edges { node { title } } } } } } }`,
    },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'too many aliases',
    { query: `{ ${repeat(21, (i) => `a${i}: cardTemplates { key }`)} }` },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'too many aliases of __typename',
    { query: `{ ${repeat(21, (i) => `a${i}: __typename`)} }` },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'too many directives',
    { query: `{ __typename ${repeat(21, () => '@include(if: true)')} }` },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'fragments in a circle',
    { query: '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }' },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'introspection in circles',
    {
      query:
        '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'too much at once',
    {
      query:
        '{ campaigns(first: 100) { edges { node { thanks(first: 100) { edges { node { title } } } } } } }',
    },
    'TOO_COSTLY',
  ],
  [
    'too much at once by a variable',
    {
      query: `query ($n: Int) { campaigns(first: $n) { edges { node { thanks(first: $n) { edges { node { title } } } } } } }`,
      variables: { n: 100 },
    },
    'TOO_COSTLY',
  ],
  [
    'boards in a list',
    { query: '{ campaigns { edges { node { board { snapshot { revision } } } } } }' },
    'TOO_COSTLY',
  ],
  ['a page of none', { query: '{ campaigns(first: 0) { edges { cursor } } }' }, 'INVALID_INPUT'],
  ['a page backwards', { query: '{ campaigns(first: -1) { edges { cursor } } }' }, 'INVALID_INPUT'],
  ['a page of 101', { query: '{ campaigns(first: 101) { edges { cursor } } }' }, 'INVALID_INPUT'],
  [
    'a huge number',
    { query: '{ campaigns(first: 2147483648) { edges { cursor } } }' },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a huge number in a variable',
    { query: 'query ($n: Int) { campaigns(first: $n) { edges { cursor } } }', variables: { n: 1e300 } },
    'BAD_USER_INPUT',
  ],
  [
    'a missing variable',
    { query: 'query ($id: ID!) { node(id: $id) { id } }', variables: {} },
    'BAD_USER_INPUT',
  ],
  [
    'an unknown operation',
    { query: 'query a { __typename } query b { __typename }', operationName: 'c' },
    'OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'no choice between operations',
    { query: 'query a { __typename } query b { __typename }' },
    'OPERATION_RESOLUTION_FAILURE',
  ],
  ['a cursor of nonsense', { query: '{ campaigns(after: "%%%") { edges { cursor } } }' }, 'INVALID_INPUT'],
  [
    'a cursor of numbers',
    { query: `{ openCards(after: "${cursor(1, 2)}") { edges { cursor } } }` },
    'INVALID_INPUT',
  ],
  [
    'a cursor of nothing',
    { query: `{ openCards(after: "${cursor()}") { edges { cursor } } }` },
    'INVALID_INPUT',
  ],
  [
    'a cursor with a foreign date',
    { query: `{ openCards(after: "${cursor("2020' or true", 'x')}") { edges { cursor } } }` },
    'INVALID_INPUT',
  ],
  [
    'a cursor with a year out of range',
    { query: `{ campaigns(after: "${cursor('0', '999999-01-01', 'x')}") { edges { cursor } } }` },
    'INVALID_INPUT',
  ],
  [
    'a NUL in a text',
    { query: 'query ($s: String!) { campaign(slug: $s) { id } }', variables: { s: 'a\u0000b' } },
    'INVALID_INPUT',
  ],
  [
    'a NUL in a list',
    {
      query: 'query ($l: [String!]) { openCards(filter: { languages: $l }) { edges { cursor } } }',
      variables: { l: ['\u0000'] },
    },
    'INVALID_INPUT',
  ],
  ['no skills', { query: '{ openCards(filter: { skills: [] }) { edges { cursor } } }' }, 'INVALID_INPUT'],
  ['no phases', { query: '{ openCards(filter: { phases: [] }) { edges { cursor } } }' }, 'INVALID_INPUT'],
  [
    'no languages',
    { query: '{ openCards(filter: { languages: [] }) { edges { cursor } } }' },
    'INVALID_INPUT',
  ],
  [
    'an unknown language',
    { query: '{ openCards(filter: { languages: ["not one"] }) { edges { cursor } } }' },
    'INVALID_INPUT',
  ],
  ['no hours', { query: '{ openCards(filter: { maxHours: 0 }) { edges { cursor } } }' }, 'INVALID_INPUT'],
  ['no statuses', { query: '{ asks(statuses: []) { edges { cursor } } }' }, 'INVALID_INPUT'],
  [
    'cards of a campaign that is not there',
    { query: `{ openCards(filter: { campaignId: "${id('Campaign')}" }) { edges { cursor } } }` },
    'NOT_FOUND',
  ],
  [
    'the id of another noun',
    { query: `{ openCards(filter: { campaignId: "${id('Card')}" }) { edges { cursor } } }` },
    'NOT_FOUND',
  ],
];

describe.each(doors)('over %s', (_door, ask) => {
  test.each(refused)('%s is refused', async (_what, operation, code) => {
    const result = await ask(operation);
    expect(codesOf(result), JSON.stringify(result)).toEqual([code]);
  });

  test('fragments that double are refused before they are followed', async () => {
    const began = performance.now();
    const result = await ask({ query: `{ ...f0 } ${doubling} fragment f40 on Query { __typename }` });
    expect(result.errors).toBeDefined();
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('what is within the limits is answered', async () => {
    const { data, errors } = await ask({ query: '{ campaigns(first: 100) { edges { node { title } } } }' });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ campaigns: { edges: [] } });
  });

  test('the schema tells about itself', async () => {
    const { data } = await ask({ query: getIntrospectionQuery() });
    const schema = buildClientSchema(data as unknown as IntrospectionQuery);
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toContain('claimCard');
  });

  test.each([
    '',
    'x',
    id('Card'),
    id('Session'),
    'Q2FyZDp4',
    Buffer.from('Card:1:2').toString('base64url'),
    '💥',
  ])('nothing is behind the id %j', async (crafted) => {
    const { data, errors } = await ask({
      query: 'query ($id: ID!) { node(id: $id) { id } }',
      variables: { id: crafted },
    });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ node: null });
  });

  test('what breaks on our side is masked, and found in the log by its id', async () => {
    await without('campaign', async () => {
      const { errors } = await ask({ query: '{ campaigns { edges { cursor } } }' });
      expect(errors).toHaveLength(1);
      const { message, extensions } = errors![0]!;
      expect(message).toBe('Something broke on our side. Try again in a moment.');
      expect(extensions?.code).toBe('INTERNAL_SERVER_ERROR');
      const logged = lines.find((line) => line.includes(extensions?.logId ?? 'no id'));
      expect(logged).toContain('does not exist');
    });
  });

  test('a session that ended is nobody, at the next operation', async () => {
    const { cookie } = await join();
    const whoAmI = { query: '{ viewer { person { handle } } }' };
    expect((await ask(whoAmI, { cookie })).data?.['viewer']).toBeTruthy();
    await overHttp({ query: 'mutation { signOut { signedOut } }' }, { cookie });
    expect((await ask(whoAmI, { cookie })).data).toEqual({ viewer: null });
  });
});

/** Runs while a table is not there: a fault that no code of ours foresees. */
async function without(table: string, run: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query(`alter table ${table} rename to gone`);
    await run();
  } finally {
    await client.query(`alter table gone rename to ${table}`);
    await client.end();
  }
}

/** A port that was free a moment ago: with a public address the app does not tell its own. */
function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) =>
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    }),
  );
}

let people = 0;
async function join(
  url = app.url,
  headers: Record<string, string> = {},
): Promise<{ cookie: string; setCookie: string }> {
  const handle = `Doorway${'abcdefghijklmnopqrstuvwxyz'[people++]}`;
  const query = `mutation { join(input: { handle: "${handle}", skills: [], languages: [] }) { errors { code message } } }`;
  const { headers: answered, text } = await send(JSON.stringify({ query }), headers, url);
  const [setCookie = ''] = answered['set-cookie'] ?? [];
  expect(text).toContain('"errors":[]');
  return { cookie: setCookie.split(';', 1)[0] ?? '', setCookie };
}

describe('over HTTP only', () => {
  test.each<
    [what: string, body: string | undefined, headers: Record<string, string>, status: number, code: string]
  >([
    ['GET', undefined, { method: 'GET', path: '/graphql?query={__typename}' }, 405, 'METHOD_NOT_ALLOWED'],
    ['PUT', '{"query":"{__typename}"}', { method: 'PUT' }, 405, 'METHOD_NOT_ALLOWED'],
    ['OPTIONS', undefined, { method: 'OPTIONS', origin: 'https://evil.example' }, 403, 'FOREIGN_ORIGIN'],
    ['a batch', '[{"query":"{__typename}"},{"query":"{__typename}"}]', {}, 400, 'BAD_REQUEST'],
    ['no JSON', 'query=%7B__typename%7D', {}, 400, 'BAD_REQUEST'],
    ['JSON that is no object', '"{__typename}"', {}, 400, 'BAD_REQUEST'],
    ['deep JSON', '['.repeat(30_000), {}, 400, 'BAD_REQUEST'],
    ['an empty body', '', {}, 400, 'BAD_REQUEST'],
    [
      'a form',
      '{"query":"{__typename}"}',
      { 'content-type': 'application/x-www-form-urlencoded' },
      400,
      'BAD_REQUEST',
    ],
    ['plain text', '{"query":"{__typename}"}', { 'content-type': 'text/plain' }, 400, 'BAD_REQUEST'],
    [
      'another JSON',
      '{"query":"{__typename}"}',
      { 'content-type': 'application/json-patch+json' },
      400,
      'BAD_REQUEST',
    ],
    ['a query that is no text', '{"query":{"a":1}}', {}, 400, 'BAD_REQUEST'],
    ['variables that are a list', '{"query":"{__typename}","variables":[1]}', {}, 400, 'BAD_REQUEST'],
    ['a foreign page', '{"query":"{__typename}"}', { origin: 'https://evil.example' }, 403, 'FOREIGN_ORIGIN'],
    ['a sandboxed page', '{"query":"{__typename}"}', { origin: 'null' }, 403, 'FOREIGN_ORIGIN'],
    [
      'a cross-site request without origin',
      '{"query":"{__typename}"}',
      { 'sec-fetch-site': 'cross-site' },
      403,
      'FOREIGN_ORIGIN',
    ],
  ])('%s is refused', async (_what, body, headers, status, code) => {
    const answer = await send(body, headers);
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(`"code":"${code}"`)]);
    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.text).not.toContain('node_modules');
  });

  test('a body past the limit is refused, with and without its length said', async () => {
    const body = JSON.stringify({ query: '{ __typename }', pad: 'x'.repeat(BODY_LIMIT_BYTES) });
    for (const headers of [{}, { 'transfer-encoding': 'chunked' }]) {
      const answer = await send(body, headers as Record<string, string>);
      expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('"code":"BODY_TOO_LARGE"')]);
    }
  });

  test('a subscription is refused in words', async () => {
    const query = `subscription { boardPresence(boardId: "${id('Board')}") { count } }`;
    const result = await overHttp({ query });
    expect(codesOf(result)).toEqual(['BAD_REQUEST']);
    expect(result.errors?.[0]?.message).toContain('WebSocket');
  });

  test('a session that cannot be read is masked too', async () => {
    const { cookie } = await join();
    await without('session', async () => {
      const { status, text } = await send('{"query":"{ __typename }"}', { cookie });
      expect(status).toBe(500);
      const [error] = (JSON.parse(text) as Result).errors ?? [];
      expect(error?.message).toBe('Something broke on our side.');
      expect(error?.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
      expect(lines.some((line) => line.includes(error?.extensions?.logId ?? 'no id'))).toBe(true);
    });
  });

  test('no answer is kept by anybody on the way', async () => {
    const { headers } = await send('{"query":"{ __typename }"}');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('over the WebSocket only', () => {
  function closeOf(headers: Record<string, string>, talk: (socket: WebSocket) => void): Promise<number> {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers,
    });
    return new Promise((resolve) => {
      socket.on('error', () => undefined);
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.on('open', () => talk(socket));
      socket.on('close', (code) => resolve(code));
    });
  }

  test.each([['https://evil.example'], ['null'], ['http://localhost.evil.example']])(
    'a page of %s is refused',
    async (origin) => {
      expect(await closeOf({ origin }, () => undefined)).toBe(403);
    },
  );

  test('a cross-site upgrade without an origin is refused', async () => {
    expect(await closeOf({ 'sec-fetch-site': 'cross-site' }, () => undefined)).toBe(403);
  });

  test('a message past the limit closes the socket', async () => {
    expect(await closeOf({}, (socket) => socket.send('x'.repeat(BODY_LIMIT_BYTES + 1)))).toBe(1009);
  });

  test.each([
    ['no JSON', 'hello'],
    ['an unknown type', '{"type":"drop"}'],
    ['null', 'null'],
  ])('a message of %s closes the socket', async (_what, message) => {
    expect(await closeOf({}, (socket) => socket.send(message))).toBe(4400);
  });

  test('an operation before the hello closes the socket', async () => {
    const message = { id: '1', type: 'subscribe', payload: { query: '{ __typename }' } };
    expect(await closeOf({}, (socket) => socket.send(JSON.stringify(message)))).toBe(4401);
  });

  test('a socket is closed when its session ends', async () => {
    const { cookie } = await join();
    const closed = closeOf({ cookie }, (socket) => {
      socket.send('{"type":"connection_init"}');
      socket.once('message', () => {
        void overHttp({ query: 'mutation { signOut { signedOut } }' }, { cookie });
      });
    });
    expect(await closed).toBe(4403);
  });
});

describe('the cookie', () => {
  test('is out of reach for scripts and other sites', async () => {
    const { setCookie } = await join();
    expect(setCookie).toMatch(/^strikeboard=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  });

  test('is bound to the host and to https where that is spoken', async () => {
    const port = await freePort();
    const secure = await start({ PUBLIC_URL: 'https://board.example.org', PORT: String(port) });
    try {
      const { cookie, setCookie } = await join(`http://127.0.0.1:${port}`, {
        origin: 'https://board.example.org',
      });
      expect(setCookie).toMatch(
        /^__Host-strikeboard=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
      );
      // The same token under the name that any subdomain could set is no session.
      const query = JSON.stringify({ query: '{ viewer { isCoordinator } }' });
      const { text } = await send(
        query,
        { cookie: cookie.replace('__Host-', '') },
        `http://127.0.0.1:${port}`,
      );
      expect(JSON.parse(text)).toEqual({ data: { viewer: null } });
    } finally {
      await secure.close();
    }
  });

  test('is refused when it is made up', async () => {
    for (const cookie of ['strikeboard=x', `strikeboard=${'A'.repeat(43)}`, 'strikeboard=', 'strikeboard']) {
      expect((await overHttp({ query: '{ viewer { isCoordinator } }' }, { cookie })).data).toEqual({
        viewer: null,
      });
    }
  });

  test('is in no line of the log, whatever goes wrong', async () => {
    const { cookie } = await join();
    const token = cookie.split('=')[1] ?? 'no token';
    await without('person', async () => {
      await send('{"query":"{ viewer { person { handle } } }"}', { cookie });
      await overSocket({ query: '{ __typename }' }, { cookie }).catch(() => undefined);
    });
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('')).not.toContain(token);
  });
});

test.each(doors)('over %s, a page that cannot be given takes nothing else away', async (_door, ask) => {
  const { data, errors } = await ask({
    query: `{ campaigns(first: 101) { edges { cursor } } openCards(after: "%%%") { edges { cursor } }
      none: openCards(filter: { skills: [] }) { edges { cursor } } cardTemplates { key } programme { finishers } }`,
  });
  expect(data).toMatchObject({ campaigns: null, openCards: null, none: null, programme: null });
  expect(data?.['cardTemplates']).not.toEqual([]);
  expect(errors?.map(({ extensions }) => extensions)).toEqual(
    expect.arrayContaining([
      { code: 'INVALID_INPUT', field: 'first', reason: 'OUT_OF_RANGE', limit: 100 },
      { code: 'INVALID_INPUT', field: 'after', reason: 'UNKNOWN' },
      { code: 'INVALID_INPUT', field: 'filter.skills', reason: 'EMPTY' },
    ]),
  );
});

test('every root that reads may be null: one that fails takes nothing else away', async () => {
  const { data } = await overHttp({ query: getIntrospectionQuery() });
  const fields =
    buildClientSchema(data as unknown as IntrospectionQuery)
      .getQueryType()
      ?.getFields() ?? {};
  const sure = Object.values(fields).filter(({ type }) => isNonNullType(type));
  // This one answers what can be expected as data.
  expect(sure.map(({ name }) => name)).toEqual(['approvalByLink']);
});
