import { once } from 'node:events';
import { request as sendRequest } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createLog } from '../src/platform/log/log.ts';
import { startApp, type TestApp } from './support/start-app.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { until } from './support/until.ts';

// What anybody can do to a server from outside: it is answered truly, and never told as a fault of ours.

let database: TestDatabase;
let app: TestApp;
let lines: { level: number; msg: string; status?: number }[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const write = (line: string) => void lines.push(JSON.parse(line) as { level: number; msg: string });
  app = await startApp(database.url, {}, createLog({ forPeople: false, write: { write } }));
});
beforeEach(() => {
  lines = [];
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const expectNoFault = () => expect(lines.filter(({ level }) => level >= 40)).toEqual([]);
const port = () => Number(new URL(app.url).port);

/** A request as it may come from anybody: what was answered, or undefined when the line was cut instead. */
async function raw(text: string | Buffer): Promise<string> {
  const socket = connect(port(), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(text);
  let answer = '';
  socket.on('data', (part) => (answer += part.toString()));
  socket.setTimeout(10_000, () => socket.destroy());
  await once(socket, 'close');
  return answer;
}

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

const codeOf = async (answer: Response) =>
  ((await answer.json()) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;

const nested = (times: number) => '['.repeat(times) + ']'.repeat(times);
const QUERY = '{"query":"{ __typename }"}';

describe('JSON', () => {
  test('a byte order mark is no part of it', async () => {
    const answer = await post(`\uFEFF${QUERY}`);
    expect([answer.status, await answer.json()]).toEqual([200, { data: { __typename: 'Query' } }]);
  });

  test.each([
    ['gzip', gzipSync(QUERY)],
    ['br', Buffer.from(QUERY)],
    ['zstd', Buffer.from(QUERY)],
    ['gzip, identity', gzipSync(QUERY)],
  ])('packed by %s is told as such', async (encoding, body) => {
    const answer = await post(body, { 'content-encoding': encoding });
    expect([answer.status, answer.headers.get('accept-encoding')]).toEqual([415, 'identity']);
    expect(await answer.json()).toMatchObject({
      errors: [
        {
          message: expect.stringContaining('Content-Encoding'),
          extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' },
        },
      ],
    });
  });

  test('as it is passes, however it says so; another charset does not', async () => {
    expect((await post(QUERY, { 'content-encoding': 'identity' })).status).toBe(200);
    expect((await post(QUERY, { 'content-type': 'application/json; charset=UTF-8' })).status).toBe(200);
    const other = await post(Buffer.from(QUERY, 'utf16le'), {
      'content-type': 'application/json; charset=utf-16',
    });
    expect([other.status, await codeOf(other)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  test.each([
    ['a body of brackets', nested(30_000)],
    ['variables', `{"query":"query ($a: [ID!]) { __typename }","variables":{"a":${nested(30_000)}}}`],
    ['extensions', `{"query":"{ __typename }","extensions":${nested(30_000)}}`],
    ['objects', `{"query":"{ __typename }","variables":${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}}`],
  ])('deep: %s', async (_what, body) => {
    const answer = await post(body);
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'BAD_REQUEST']);
    expectNoFault();
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', () => socket.send(`{"id":"1","type":"subscribe","payload":${body}}`));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(4400);
    expectNoFault();
  });

  test('brackets inside of texts are none', async () => {
    const answer = await app.ask('query ($a: String!) { campaign(slug: $a) { id } }', {
      a: `${'['.repeat(5_000)}\\"{`,
    });
    expect(answer.status).toBe(200);
  });
});

describe('who leaves', () => {
  test('in the middle of an upload', async () => {
    for (let time = 0; time < 5; time += 1) {
      const socket = connect(port(), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(
        'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"query":',
      );
      await once(socket, 'ready');
      socket.resetAndDestroy();
    }
    // The next one is answered, and by then those were seen.
    await until(
      'they were told as requests of somebody who left',
      () => lines.filter(({ status }) => status === 499).length >= 4,
    );
    expectNoFault();
  });

  test('before the answer', async () => {
    for (const path of [
      '/export/me.json',
      '/boards/x/snapshot',
      `/calendar/${'a'.repeat(43)}.ics`,
      '/graphql',
    ]) {
      const asked = sendRequest(`${app.url}${path}`, { method: path === '/graphql' ? 'POST' : 'GET' });
      asked.on('error', () => undefined);
      asked.end(QUERY);
      await once(asked, 'finish');
      asked.destroy();
    }
    expect((await app.ask('{ __typename }')).status).toBe(200);
    expectNoFault();
  });
});

test.each([
  [
    'too large',
    `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 900000\r\n\r\n${'x'.repeat(70_000)}`,
    /^HTTP\/1.1 413/,
  ],
  ['no method', 'NONSENSE\r\n\r\n', /^HTTP\/1.1 400/],
  [
    'two lengths',
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx',
    /^HTTP\/1.1 400/,
  ],
  [
    'headers without an end',
    `GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`,
    /^HTTP\/1.1 431/,
  ],
  ['a header that is none', 'GET / HTTP/1.1\r\nhost: x\r\nx\u0000y: 1\r\n\r\n', /^HTTP\/1.1 400/],
  ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', /^HTTP\/1.1 400/],
  ['a host that is none', 'GET /healthz HTTP/1.1\r\nhost: [\r\nconnection: close\r\n\r\n', /^HTTP\/1.1 200/],
  [
    'an origin that is none',
    `POST /graphql HTTP/1.1\r\nhost: x\r\norigin: [\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}`,
    /^HTTP\/1.1 400/,
  ],
  [
    'an expectation',
    'GET /healthz HTTP/1.1\r\nhost: x\r\nexpect: nonsense\r\nconnection: close\r\n\r\n',
    /^HTTP\/1.1 417/,
  ],
  ['a whole address', 'GET http://[ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', /^HTTP\/1.1 4\d\d/],
])('broken: %s', async (_what, text, answer) => {
  expect(await raw(text)).toMatch(answer);
  expectNoFault();
});

/** Each path with a part of ours in it. */
const PATHS = [
  (part: string) => `/boards/${part}/snapshot`,
  (part: string) => `/export/campaign/${part}.zip`,
  (part: string) => `/calendar/${part}.ics`,
  (part: string) => `/unsubscribe/${part}`,
  (part: string) => `/c/${part}`,
];

test.each([
  '%00',
  '%0A',
  'a%0Ab',
  'a%0D%0Aset-cookie:x',
  '%ff',
  '%',
  '%zz',
  '..%2f..',
  'x'.repeat(3_000),
  '%F0%9F%92%A5',
])('a part of a path that is none: %s', async (part) => {
  for (const path of PATHS) {
    const { status } = await fetch(app.url + path(part), { redirect: 'manual' });
    expect(status, path(part)).toBeGreaterThanOrEqual(400);
    expect(status, path(part)).toBeLessThan(500);
  }
  expectNoFault();
});

test('slugs that nobody can have are nobody’s, in every field that takes one', async () => {
  for (const slug of ['\u0000', 'a\u0000b', '\n', 'a\nb', '\uD800', ' ', 'x'.repeat(5_000)]) {
    for (const query of [
      'query ($slug: String!) { campaign(slug: $slug) { id } }',
      'query ($slug: String!) { card(campaign: $slug, number: 1) { id } }',
      'query ($slug: String!) { person(handle: $slug) { id } }',
      'query ($slug: ID!) { node(id: $slug) { id } }',
    ]) {
      const answer = await app.ask(query, { slug });
      expect(answer.status, query).toBeLessThan(500);
      expect(await codeOf(answer), query).not.toBe('INTERNAL_SERVER_ERROR');
    }
  }
  expectNoFault();
});

test('probes that are well are not told; sockets are told in sum', async () => {
  for (const path of ['/healthz', '/readyz']) expect((await fetch(app.url + path)).status).toBe(200);
  for (let time = 0; time < 20; time += 1) {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.terminate();
  }
  expect((await fetch(`${app.url}/healthz?x`, { method: 'POST' })).status).toBe(200);
  expect((await app.ask('{ __typename }')).status).toBe(200);
  await until('the last was told', () => lines.some(({ msg }) => msg === 'answered'));
  expect(lines.filter(({ msg }) => msg === 'answered')).toHaveLength(1);
  expect(lines.filter(({ status }) => status === 101).length).toBeLessThan(20);
});
