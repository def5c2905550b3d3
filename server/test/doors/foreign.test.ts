import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { codesOf, Doors, type Result } from './doors.ts';

// Pages of other sites read what anybody may read, and never as the visitor in whose browser they run.

const ORIGIN = 'https://union.example';
const VIEWER = '{ viewer { person { handle } } }';

let doors: Doors;
let cookie: string;
beforeAll(async () => {
  doors = await Doors.open();
  ({ cookie } = await doors.join());
});
afterAll(() => doors.close());

const asks = (query: string, headers: Record<string, string>) =>
  doors.send(JSON.stringify({ query }), { cookie, ...headers });

const ELSEWHERE: [what: string, headers: Record<string, string>][] = [
  ['a page of another site', { origin: ORIGIN }],
  ['a sandboxed page', { origin: 'null' }],
  ['a cross-site request without an origin', { 'sec-fetch-site': 'cross-site' }],
  ['a page whose host begins like ours', { origin: 'http://localhost.evil.example' }],
];

describe.each(ELSEWHERE)('%s', (_what, headers) => {
  test('asks as nobody, whatever cookie comes along, and may read the answer', async () => {
    const answer = await asks(VIEWER, headers);
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([200, { data: { viewer: null } }]);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
    expect(answer.headers['access-control-expose-headers']).toMatch(
      /RateLimit-Remaining.*Retry-After.*ETag.*x-request-id/,
    );
  });

  test('changes nothing', async () => {
    const before = await doors.overHttp({ query: VIEWER }, { cookie });
    for (const query of [
      'mutation { signOut { signedOut } }',
      'mutation Join { join(input: { handle: "Foreigner", skills: [], languages: [] }) { errors { code } } }',
      // What Apollo looks at first.
      'mutation A { signOut { signedOut } } mutation B { __typename }',
    ]) {
      const operationName = /^mutation (\w+)/.exec(query)?.[1];
      const answer = await doors.send(JSON.stringify({ query, operationName }), { cookie, ...headers });
      expect([answer.status, codesOf(JSON.parse(answer.text) as Result)]).toEqual([403, ['FOREIGN_ORIGIN']]);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    const weighed = { ...headers, accept: 'application/json;q=0.9' };
    expect((await asks('mutation { signOut { signedOut } }', weighed)).status).toBe(403);
    expect((await doors.overHttp({ query: VIEWER }, { cookie })).data).toEqual(before.data);
  });

  test('opens a socket as nobody, and changes nothing there', async () => {
    expect(await doors.overSocket({ query: VIEWER }, { cookie, ...headers })).toMatchObject({
      data: { viewer: null },
    });
    const refused = await doors.overSocket(
      { query: 'mutation { signOut { signedOut } }' },
      { cookie, ...headers },
    );
    expect(codesOf(refused)).toEqual(['FOREIGN_ORIGIN']);
  });
});

test('a browser that asks beforehand is told what may come', async () => {
  const answer = await doors.send(undefined, {
    method: 'OPTIONS',
    origin: ORIGIN,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type,x-apollo-operation-name',
  });
  expect(answer.status).toBe(204);
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD, POST',
    'access-control-allow-headers': 'authorization,content-type,x-apollo-operation-name',
    'access-control-max-age': '86400',
  });
  expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  const odd = { 'access-control-request-headers': 'a\tb: c', 'access-control-request-method': 'POST' };
  const other = await doors.send(undefined, { method: 'OPTIONS', origin: ORIGIN, ...odd });
  expect(other.headers['access-control-allow-headers']).toBeUndefined();
});

test('feeds and snapshots are read from anywhere; what is a person’s own is not', async () => {
  const from = { origin: ORIGIN, cookie };
  for (const path of ['/feeds/programme.ics', '/boards/none/snapshot']) {
    const answer = await doors.send(undefined, { method: 'GET', path, ...from });
    expect(answer.headers['access-control-allow-origin'], path).toBe('*');
    const before = {
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    };
    expect((await doors.send(undefined, { method: 'OPTIONS', path, origin: ORIGIN, ...before })).status).toBe(
      204,
    );
  }
  for (const path of ['/export/me.json', '/files/none', '/uploads']) {
    const answer = await doors.send(undefined, { method: 'GET', path, ...from });
    expect([answer.status, answer.headers['access-control-allow-origin']], path).toEqual([403, undefined]);
  }
});

test('our own pages have their session, and nothing is said of other sites', async () => {
  const answer = await asks(VIEWER, { origin: doors.app.url });
  expect(JSON.parse(answer.text)).toMatchObject({
    data: { viewer: { person: { handle: expect.any(String) as string } } },
  });
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
});

test('mutant: a door that took the cookie along would tell another site who is signed in', async () => {
  const told = (await asks(VIEWER, {})).text;
  expect(told).toContain('Doorway');
  expect((await asks(VIEWER, { origin: ORIGIN })).text).not.toContain('Doorway');
});

test('a socket of another site ends as others do', async () => {
  const socket = new WebSocket(`${doors.app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    origin: ORIGIN,
  });
  await new Promise((resolve) => socket.once('open', resolve));
  socket.close();
  await new Promise((resolve) => socket.once('close', resolve));
});
