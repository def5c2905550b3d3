import 'reflect-metadata';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type pg from 'pg';
import WebSocket from 'ws';
import { LimitedClient } from '../src/platform/db/limited-client.ts';
import { limitSettings, limitsFrom } from '../src/platform/db/limits.ts';
import { type Replica, startReplica } from './live/support/replica.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

// While thousands connect in one moment a process hears nothing else for seconds: what came meanwhile is in time.

let database: TestDatabase;
let replica: Replica;

beforeAll(async () => {
  database = await createTestDatabase();
  replica = await startReplica(database.url, { limits: { hello: 300, ping: 400 } });
});
afterAll(async () => {
  await replica.close();
  await database.drop();
});

const LIMIT_MS = 800;

function standStill(): void {
  const end = performance.now() + 2 * LIMIT_MS;
  while (performance.now() < end);
}

function aClient(url: string): LimitedClient {
  const limits = { ...limitsFrom(), connect: LIMIT_MS, answer: LIMIT_MS };
  const client = new LimitedClient({ connectionString: url, ...limitSettings(limits) });
  client.on('error', () => undefined);
  return client;
}

test('a connection to the database is made', async () => {
  const client = aClient(database.url);
  const connected = client.connect();
  standStill();
  await connected;
  await client.end();
});

test('an answer of the database is heard, by whoever asks with a promise or with a callback', async () => {
  const client = aClient(database.url);
  await client.connect();
  const asked = client.query('select 1 as one');
  standStill();
  expect((await asked).rows).toEqual([{ one: 1 }]);
  const told = new Promise((resolve) => {
    client.query('select 2 as two', [], (error: Error | null, answer: pg.QueryResult) =>
      resolve(error ?? answer.rows),
    );
  });
  standStill();
  expect(await told).toEqual([{ two: 2 }]);
  await client.end();
});

test('who hears nothing all the time gives up, and so does all that waits on that line', async () => {
  const silent = createServer((socket) => socket.on('error', () => undefined).resume());
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as { port: number };
  await expect(aClient(`postgresql://somebody@127.0.0.1:${port}/any`).connect()).rejects.toThrow(
    'timeout expired',
  );
  silent.close();

  const client = aClient(database.url);
  await client.connect();
  // The database itself would go on for longer.
  await client.query('set statement_timeout = 0');
  const ended = new Promise((resolve) => client.once('end', resolve));
  await expect(client.query('select pg_sleep(30)')).rejects.toThrow('Connection terminated');
  await ended;
});

test('the hello of a socket is answered', async () => {
  const socket = new WebSocket(`${replica.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const closed = once(socket, 'close').then(([code]) => `closed with ${String(code)}`);
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  standStill();
  const answered = once(socket, 'message').then(([data]) => String(data));
  expect(await Promise.race([answered, closed])).toBe('{"type":"connection_ack"}');
  socket.terminate();
});
