import 'reflect-metadata';
import { mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Replica, startReplica } from './live/support/replica.ts';
import { aCard, startStrike } from './live/support/strike.ts';
import { Watcher } from './live/support/watcher.ts';
import { type ServerProcess, startInVain, startServer } from './support/start-server.ts';
import { createTestDatabase } from './support/test-database.ts';
import { until } from './support/until.ts';

const stops: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'strikeboard-workers-'));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Those who answer for a server: the processes that it started and that run the same program. */
async function workersOf({ pid }: Pick<ServerProcess, 'pid'>): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  const found: number[] = [];
  for (const child of children.split(' ').filter(Boolean)) {
    const command = await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('main.js')) found.push(Number(child));
  }
  return found;
}

/** How many sockets a process has open. */
async function socketsOf(pid: number, port: string): Promise<number> {
  const inodes = new Set<string>();
  for (const name of await readdir(`/proc/${pid}/fd`)) {
    const target = await readlink(`/proc/${pid}/fd/${name}`).catch(() => '');
    const [, inode] = /^socket:\[(\d+)\]$/.exec(target) ?? [];
    if (inode) inodes.add(inode);
  }
  const hex = Number(port).toString(16).toUpperCase().padStart(4, '0');
  const table = `${await readFile('/proc/net/tcp', 'utf8')}${await readFile('/proc/net/tcp6', 'utf8')}`;
  const taken = table.split('\n').map((line) => line.trim().split(/\s+/));
  return taken.filter(
    ([, local = '', , state, , , , , , inode = '']) =>
      local.endsWith(`:${hex}`) && state === '01' && inodes.has(inode),
  ).length;
}

async function written(replica: Replica, strike: Awaited<ReturnType<typeof startStrike>>, many: number) {
  for (let count = 0; count < many; count += 1) await aCard(replica.services, strike);
}

test('several answer at one port, all tell the same, and of one that is killed nobody loses a thing', async () => {
  const database = await createTestDatabase();
  stops.push(() => database.drop());
  const server = await startServer({
    ...{ DATABASE_URL: database.url, DATA_DIR: await aFolder(), WORKERS: '3' },
  });
  stops.push(() => server.stop());
  const replica = await startReplica(database.url);
  stops.push(() => replica.close());
  const strike = await startStrike(replica.services);
  const watchers: Watcher[] = [];
  stops.push(() => watchers.forEach((watcher) => watcher.close()));
  for (let count = 0; count < 12; count += 1)
    watchers.push(
      await new Watcher({
        url: () => server.url,
        board: strike.board,
        token: null,
      }).start(),
    );
  const workers = await workersOf(server);
  expect(workers).toHaveLength(3);
  const { port } = new URL(server.url);
  for (const worker of workers) expect(await socketsOf(worker, port)).toBeGreaterThan(0);

  await written(replica, strike, 5);
  const allHave = (revision: number) => watchers.every((watcher) => watcher.revision === revision);
  await until('all have five', () => allHave(5));
  process.kill(workers[1]!, 'SIGKILL');
  await written(replica, strike, 5);
  await until('all have ten', () => allHave(10), 30_000);
  for (const watcher of watchers) {
    expect(await watcher.agrees()).toBe(true);
    expect(watcher.complaints).toEqual([]);
  }
  await until('a third one answers again', async () => (await workersOf(server)).length === 3, 30_000);
  expect(await workersOf(server)).not.toContain(workers[1]);
  expect(await server.stop()).toBe(0);
}, 120_000);

test('with the database of the house too, which stops when they have', async () => {
  const server = await startServer({ DATA_DIR: await aFolder(), DEMO: 'on', WORKERS: '2' });
  const answers = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const response = await fetch(server.url, { headers: { connection: 'close' } });
      return [response.status, (await response.text()).includes('Hold the line')];
    }),
  );
  expect(answers).toEqual(Array.from({ length: 8 }, () => [200, true]));
  const workers = await workersOf(server);
  expect(await server.stop()).toBe(0);
  for (const worker of workers) expect(() => process.kill(worker, 0)).toThrow('ESRCH');
}, 120_000);

test('what cannot be is refused in a sentence', async () => {
  const more = { DATA_DIR: await aFolder() };
  const wrong = await startInVain({ ...more, WORKERS: 'two' });
  expect(wrong).toMatchObject({ code: 1, output: 'WORKERS must be a number from 1 to 128, and is “two”.\n' });
  const figures = await startInVain({ ...more, WORKERS: '2', METRICS_TOKEN: 'x'.repeat(40) });
  expect(figures).toMatchObject({ code: 1, output: expect.stringContaining('set METRICS_PORT') as string });
});
