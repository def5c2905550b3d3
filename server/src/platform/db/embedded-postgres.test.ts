import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { until } from '../../../test/support/until.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

let dataDir = '';
let running: EmbeddedPostgres[] = [];

// Making a cluster takes a second, so the tests of this file share one folder, each starting it anew.
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-pg-'));
});
afterEach(async () => {
  await Promise.all(running.map((postgres) => postgres.stop()));
  running = [];
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function start(options: { folder?: string; durable?: boolean } = {}): Promise<EmbeddedPostgres> {
  const { folder = dataDir, durable = false } = options;
  const postgres = await startEmbeddedPostgres({ dataDir: folder, durable, log: () => undefined });
  running.push(postgres);
  return postgres;
}

async function query(postgres: EmbeddedPostgres, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: postgres.connectionString });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
}

test('what was written is there after a stop and a start', async () => {
  const first = await start();
  await query(first, 'CREATE TABLE note AS SELECT 42 AS number');
  await first.stop();
  running = [];
  expect(await query(await start(), 'SELECT number FROM note')).toEqual([{ number: 42 }]);
});

test('it listens on no network, and its socket is in a folder for one account', async () => {
  const postgres = await start();
  expect(await query(postgres, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
  expect((await stat(join(dataDir, 'run'))).mode & 0o077).toBe(0);
});

test('a killed database comes back, with what was written', async () => {
  const postgres = await start({ durable: true });
  await query(postgres, 'CREATE TABLE killed AS SELECT 42 AS number');
  const killed = await postmasterPid();
  process.kill(killed, 'SIGKILL');
  await until('another database to answer', async () => {
    const rows = await query(postgres, 'SELECT number FROM killed').catch(() => undefined);
    return rows?.[0]?.number === 42 && (await postmasterPid()) !== killed;
  });
});

test('a stale pid file that names an unrelated live process does not stop the start', async () => {
  const first = await start();
  await first.stop();
  await writeFile(join(dataDir, 'postgres/postmaster.pid'), `${process.pid}\n${join(dataDir, 'postgres')}\n`);
  running = [];
  expect(await query(await start(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a folder too deep for a socket path still works', async () => {
  const deep = join(dataDir, 'x'.repeat(110));
  const postgres = await start({ folder: deep });
  expect(await query(postgres, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('stopping cuts open connections and ends at once', async () => {
  const postgres = await start();
  const client = new pg.Client({ connectionString: postgres.connectionString });
  let cut = false;
  client.on('error', () => (cut = true));
  await client.connect();
  const sleeping = client.query('SELECT pg_sleep(60)').catch(() => undefined);
  await postgres.stop();
  running = [];
  await sleeping;
  await until('the open connection to be cut', () => cut);
});

test('a folder of another PostgreSQL version is refused in a sentence', async () => {
  const first = await start();
  await first.stop();
  running = [];
  await writeFile(join(dataDir, 'postgres/PG_VERSION'), '15\n');
  await expect(start()).rejects.toThrow(/was made by PostgreSQL 15 and this is 18/);
});
