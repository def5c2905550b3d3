import 'reflect-metadata';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quantile } from '../../bench/figures.ts';

import { makeGround, readBoard } from '../hostile/ground.ts';
import { OrdinaryPeople, type Wait } from '../hostile/ordinary.ts';
import type { HostileOrder, HostileTally } from '../hostile/order.ts';
import { build } from '../support/build.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { type ServerProcess, startServer } from '../support/start-server.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

// A minute of one hostile client of each kind, beside two hundred ordinary people. HOSTILE_SECONDS shortens it.

const SECONDS = Number(process.env['HOSTILE_SECONDS'] ?? 60);
const CALM_SECONDS = Math.max(10, SECONDS / 3);
/** How much longer ordinary people may wait than without them, at p95. */
const TIMES = 3;
/** Below it a wait is not felt, and is as much the machine's as ours (ms). */
const NOT_FELT_MS = 50;
const HEAP_MB = 1_024;
/** What the process may hold beside its heap: buffers of sockets, code. */
const MEMORY_MB = 1_300;

let database: TestDatabase;
let services: TestServices;
let server: ServerProcess;
beforeAll(async () => {
  await build();
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  server = await startServer({
    ...{ DATABASE_URL: database.url, APP_SECRET: 'x'.repeat(32) },
    ...{ BUDGETS: 'on', TRUST_PROXY: '1', NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` },
  });
}, 600_000);
afterAll(async () => {
  await server.stop();
  await services.close();
  await database.drop();
});

test('a minute of hostile clients of every kind leaves ordinary people alone', async () => {
  const { places, target } = await makeGround(services);
  const people = new OrdinaryPeople(server.url, places);
  await people.start();
  expect(people.size).toBe(200);
  await delay(CALM_SECONDS * 1_000);
  const calm = people.takeWaits();
  const tallies = await attack({ ...target, url: server.url, seconds: SECONDS });
  const beside = people.takeWaits();
  people.stop();

  const memory = peakMemory(server.pid);
  const rows = (Object.keys(calm) as Wait[]).map((wait) => ({
    ...{ wait, calm: p95(calm[wait]), beside: p95(beside[wait]), of: beside[wait].length },
  }));
  print(rows, tallies, memory);
  expect(people.complaints).toEqual([]);
  for (const row of rows) {
    expect(row.of, row.wait).toBeGreaterThan(0);
    expect(row.beside, row.wait).toBeLessThanOrEqual(TIMES * Math.max(row.calm, NOT_FELT_MS));
  }
  expect(memory).toBeLessThan(MEMORY_MB);
  for (const { kind, tries, refused } of tallies)
    expect([kind, tries > 0, refused > 0]).toEqual([kind, true, true]);
  // Nothing of it stays: the server answers as before.
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  expect(await readBoard(server.url, places[0]!.slug)).toBeGreaterThan(0);
}, 900_000);

async function attack(order: HostileOrder): Promise<HostileTally[]> {
  // Node reads its types away by itself; a loader would cost as much as the attack.
  const child = fork(fileURLToPath(new URL('../hostile/hostile-process.ts', import.meta.url)), {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (words) => (said += String(words)));
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`The hostile clients ended (${code ?? signal}). ${said.slice(-2_000)}`);
  });
  ended.catch(() => undefined);
  child.send(order);
  const [tallies] = (await Promise.race([once(child, 'message'), ended])) as [HostileTally[]];
  child.disconnect();
  return tallies;
}

const p95 = (waits: number[]) => (waits.length === 0 ? NaN : quantile(waits, 0.95));

/** The most memory that a process ever held (MB), as Linux counts it; 0 elsewhere. */
function peakMemory(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1_024);
  } catch {
    return 0;
  }
}

function print(
  rows: { wait: Wait; calm: number; beside: number; of: number }[],
  tallies: HostileTally[],
  memory: number,
): void {
  const lines = [
    'what ordinary people wait for, p95   calm ms  beside ms      ×     of',
    ...rows.map(({ wait, calm, beside, of }) =>
      [
        wait.padEnd(35),
        ...[calm, beside].map((ms) => ms.toFixed(0).padStart(9)),
        (beside / calm).toFixed(2).padStart(6),
        String(of).padStart(6),
      ].join(' '),
    ),
    `memory of the server at most: ${memory} MB`,
    'hostile client                           tries      done   refused',
    ...tallies.map(({ kind, ...counts }) =>
      [kind.padEnd(36), ...Object.values(counts).map((count) => String(count).padStart(9))].join(' '),
    ),
  ];
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}
