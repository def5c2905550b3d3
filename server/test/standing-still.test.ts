import 'reflect-metadata';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type pg from 'pg';
import WebSocket from 'ws';
import { openOrm } from '../src/app/open-orm.ts';
import { LimitedClient } from '../src/platform/db/limited-client.ts';
import { limitSettings, limitsFrom } from '../src/platform/db/limits.ts';
import { createReadDatabase } from '../src/platform/db/read-database.ts';
import { type EntryLedger, localLedger, withFallback } from '../src/platform/entries/entry-ledger.ts';
import { CollectingBus } from '../src/platform/live/collecting-bus.ts';
import type { HintWire } from '../src/platform/live/hint-wire.ts';
import { type Replica, startReplica } from './live/support/replica.ts';
import { anAnswer, standStill } from './support/stand-still.ts';
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

const log = pino({ level: 'silent' });
const LIMIT_MS = 800;
const STILL_MS = 1_200;

function aClient(url: string): LimitedClient {
  const limits = { ...limitsFrom(), connect: LIMIT_MS, answer: LIMIT_MS };
  const client = new LimitedClient({ connectionString: url, ...limitSettings(limits) });
  client.on('error', () => undefined);
  return client;
}

test('a connection to the database is made', async () => {
  const client = aClient(database.url);
  const connected = client.connect();
  standStill(STILL_MS);
  await connected;
  await client.end();
});

test('an answer of the database is heard, by whoever asks with a promise or with a callback', async () => {
  const client = aClient(database.url);
  await client.connect();
  const asked = client.query('select 1 as one');
  standStill(STILL_MS);
  expect((await asked).rows).toEqual([{ one: 1 }]);
  const told = new Promise((resolve) => {
    client.query('select 2 as two', [], (error: Error | null, answer: pg.QueryResult) =>
      resolve(error ?? answer.rows),
    );
  });
  standStill(STILL_MS);
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

test('a copy of the database has answered, and is asked again', async () => {
  const readDatabase = createReadDatabase({
    databaseUrl: database.url,
    open: openOrm,
    log,
    answerLimitMs: LIMIT_MS,
  });
  const ask = () =>
    readDatabase.ask(
      async (em) => (await sql<{ one: number }>`select 1 as one`.execute(em.getKysely())).rows,
    );
  await ask();
  const asked = ask();
  standStill(STILL_MS);
  expect(await asked).toEqual([{ one: 1 }]);
  expect(readDatabase.counts).toEqual({ answered: 2, behind: 0, away: 0 });
  await readDatabase.close();
});

test('what all servers count together is counted there', async () => {
  const shared: EntryLedger = {
    take: async () => {
      await anAnswer();
      return false;
    },
  };
  const taken = withFallback(shared, localLedger(), log).take('any', { entries: 1, windowMs: 1_000 });
  standStill(STILL_MS);
  expect(await taken).toBe(false);
});

test('the line to other servers stands', async () => {
  const gone = Promise.withResolvers<void>();
  const close = vi.fn(gone.resolve);
  const checked = Promise.withResolvers<void>();
  const wire: HintWire = {
    send: async (news) => news.length,
    follow: async () => undefined,
    check: async () => {
      standStill(3_000);
      await anAnswer();
      checked.resolve();
    },
    ended: gone.promise,
    close,
  };
  const bus = new CollectingBus({ kind: 'notify', openWire: async () => wire, log, collectMs: 1 });
  await checked.promise;
  await anAnswer();
  expect(close).not.toHaveBeenCalled();
  await bus.close();
});

test('the hello of a socket is answered', async () => {
  const socket = new WebSocket(`${replica.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const closed = once(socket, 'close').then(([code]) => `closed with ${String(code)}`);
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  standStill(STILL_MS);
  const answered = once(socket, 'message').then(([data]) => String(data));
  expect(await Promise.race([answered, closed])).toBe('{"type":"connection_ack"}');
  socket.terminate();
});
