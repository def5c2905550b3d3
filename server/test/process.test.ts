import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { build } from './support/build.ts';
import {
  type ServerEnvironment,
  type ServerProcess,
  startInVain,
  startServer,
} from './support/start-server.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { until } from './support/until.ts';

let started: ServerProcess[] = [];

beforeAll(build);

async function start(environment: ServerEnvironment): Promise<ServerProcess> {
  const server = await startServer(environment);
  started.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(started.map((server) => server.stop()));
  started = [];
});

/** One sentence for a person: no stack, nothing else, and exit code 1. */
function expectSentence(result: { code: number | null; output: string }, sentence: RegExp): void {
  const said = result.output.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
  expect(said).toEqual([expect.stringMatching(sentence)]);
  expect(result.code).toBe(1);
}

describe('on a database of somebody else', () => {
  let database: TestDatabase;
  let dataDir = '';
  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-process-'));
  });
  afterAll(async () => {
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const environment = () => ({ DATABASE_URL: database.url, DATA_DIR: dataDir });

  test('it answers on one port: life, readiness and the page', async () => {
    const { url } = await start(environment());
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/);
  });

  test('a port in use is told in a sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await until('the port to be taken', () => other.listening);
    const { port } = other.address() as AddressInfo;
    const result = await startInVain({ ...environment(), PORT: String(port) });
    other.close();
    expectSentence(result, new RegExp(`^Port ${port} is in use: .*\\.$`));
  });

  test('SIGTERM says goodbye to sockets, finishes requests, and ends with 0 within five seconds', async () => {
    const server = await start(environment());
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const goodbye = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.once('open', () => socket.send('{"type":"connection_init"}'));
    await until('the socket to open', () => socket.readyState === WebSocket.OPEN);
    const slow = await beginPost(server.url, '{"query":"{ __typename }"}');

    const askedAt = performance.now();
    process.kill(server.pid, 'SIGTERM');
    expect(await goodbye).toBe(1001);
    await until('new connections to be refused', () => fetch(`${server.url}/healthz`).then(isFalse, isTrue));
    const answer = await slow.finish();
    expect(answer.headers['x-request-id']).toBeDefined();
    expect(answer.headers.connection).toBe('close');
    expect(await server.ended).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(5_000);
  });

  test('a request that never ends does not hold up the end', async () => {
    const server = await start(environment());
    const slow = await beginPost(server.url, '{"query":"{ __typename }"}');
    const askedAt = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(5_000);
    await expect(slow.finish()).rejects.toThrow();
  });

  test('one Ctrl-C that arrives twice still drains', async () => {
    const server = await start(environment());
    process.kill(server.pid, 'SIGINT');
    process.kill(server.pid, 'SIGTERM');
    expect(await server.ended).toBe(0);
  });
});

describe('what it cannot start with is told in a sentence', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'strikeboard-process-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('a wrong setting', async () => {
    expectSentence(await startInVain({ PORT: 'four' }), /^PORT must be a number/);
  });

  test('a database nobody listens for', async () => {
    const result = await startInVain({ DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:1/strikeboard' });
    expectSentence(
      result,
      /^The database in DATABASE_URL \(127\.0\.0\.1:1\/strikeboard\) cannot be reached: .*\.$/,
    );
    expect(result.output).not.toContain('hunter2');
  });

  test('a data folder that cannot be written', async () => {
    const file = join(folder, 'data');
    await writeFile(file, 'not a folder');
    expectSentence(await startInVain({ DATA_DIR: file }), /^The data folder .* cannot be written: .*\.$/);
  });
});

describe('with its own database', () => {
  let dataDir = '';
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-process-'));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));
  const postmasterPid = async () =>
    Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

  test('a second server on the same data folder is refused, and the first does not notice', async () => {
    const first = await start({ DATA_DIR: dataDir });
    expectSentence(await startInVain({ DATA_DIR: dataDir }), /^Another Strikeboard server is using .*\.$/);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  });

  test('SIGTERM stops the database too', async () => {
    const server = await start({ DATA_DIR: dataDir });
    const postmaster = await postmasterPid();
    expect(await server.stop()).toBe(0);
    expect(() => process.kill(postmaster, 0)).toThrow();
  });

  test('after the server alone is killed, the next start takes over', async () => {
    const killed = await start({ DATA_DIR: dataDir });
    process.kill(killed.pid, 'SIGKILL');
    await killed.ended;
    const next = await start({ DATA_DIR: dataDir });
    expect((await fetch(`${next.url}/readyz`)).status).toBe(200);
  });

  test('after everything is killed, the next start recovers', async () => {
    const killed = await start({ DATA_DIR: dataDir });
    process.kill(await postmasterPid(), 'SIGKILL');
    process.kill(killed.pid, 'SIGKILL');
    await killed.ended;
    const next = await start({ DATA_DIR: dataDir });
    expect((await fetch(`${next.url}/readyz`)).status).toBe(200);
  });

  test('when the database dies under it, it starts the database again', async () => {
    const server = await start({ DATA_DIR: dataDir });
    const killed = await postmasterPid();
    process.kill(killed, 'SIGKILL');
    const isReady = async () => (await fetch(`${server.url}/readyz`)).status === 200;
    await until(
      'another database',
      // Between the two its file is not there.
      async () => (await postmasterPid().catch(() => killed)) !== killed && (await isReady()),
      15_000,
    );
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});

/** Sends the head and half of the body of a POST, so that the server is in the middle of a request. */
async function beginPost(url: string, body: string): Promise<{ finish(): Promise<IncomingMessage> }> {
  const middle = Math.floor(body.length / 2);
  const post = request(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    post.once('response', resolve);
    post.once('error', reject);
  });
  answered.catch(() => undefined);
  // The server says "continue" when the request has reached it: only then is it in flight for certain.
  await new Promise<void>((resolve, reject) => {
    post.once('continue', resolve);
    post.once('error', reject);
    post.flushHeaders();
  });
  post.write(body.slice(0, middle));
  return {
    finish: () => {
      post.end(body.slice(middle));
      return answered;
    },
  };
}

const isTrue = () => true;
const isFalse = () => false;
