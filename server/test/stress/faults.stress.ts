import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killBus } from '../faults/bus.ts';
import { skewClocks } from '../faults/clock.ts';
import { restartDatabase } from '../faults/database.ts';
import { fillDisk, whyNoDisk } from '../faults/disk-full.ts';
import { killWhileMailing } from '../faults/kill-while-mailing.ts';
import { killServer } from '../faults/kill.ts';
import { cutNetwork } from '../faults/network.ts';
import { type FaultReport, faultsIn } from '../faults/scene.ts';
import { build } from '../support/build.ts';
import { whyNoRedis } from '../support/redis-server.ts';
import { createTestDatabase } from '../support/test-database.ts';

// Faults by the thousand. FAULTS_SHARE=0.1 takes a tenth of each.

const share = Number(process.env['FAULTS_SHARE'] ?? 1);
const times = (count: number) => Math.max(1, Math.round(count * share));

const reports: (FaultReport & { seconds: number })[] = [];
beforeAll(() => build(), 240_000);
afterAll(() => printTable());

/** Each fault finds a database that nobody has used: servers with another secret would not begin on it. */
async function onDatabase<Report>(fault: (databaseUrl: string) => Promise<Report>): Promise<Report> {
  const database = await createTestDatabase();
  try {
    return await fault(database.url);
  } finally {
    await database.drop();
  }
}

async function run(fault: () => Promise<FaultReport>): Promise<void> {
  const startedAt = performance.now();
  const report = await fault();
  reports.push({ ...report, seconds: Math.round((performance.now() - startedAt) / 1_000) });
  expect(faultsIn(report)).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(0);
}

function printTable(): void {
  const heads = [
    'fault',
    'times',
    'acknowledged',
    'asked again',
    'lost',
    'doubled',
    'failed starts',
    'screens',
    'mails',
    'under way',
    'lost',
    'sent twice',
    's',
  ];
  const rows = reports.map((report) => [
    ...[report.fault, report.times, report.acknowledged, report.repeated, report.lost.length],
    ...[report.doubled.length, report.failedStarts, report.screens.length],
    ...[report.mails?.promised, report.mails?.underWay, report.mails?.lost.length, report.mails?.twice],
    report.seconds,
  ]);
  const table = [heads, ...rows.map((row) => row.map((cell) => String(cell ?? '')))];
  const widths = heads.map((_head, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}

/** A start takes a slow machine four seconds; an hour was not enough for a thousand. */
const KILL_MS = 10_000;
test('1,000 times the server is killed', () => run(() => killServer(times(1_000))), 1_000 * KILL_MS);
test('100 times the database ends', () => run(() => restartDatabase(times(100))));
test('1,000 times a line is cut', () => run(() => onDatabase((url) => cutNetwork(url, times(1_000)))));
test('clocks are twenty minutes apart', () =>
  run(() => onDatabase((url) => skewClocks(url, { skewMs: 10 * 60_000, cards: times(100) }))));

test('a server is killed while it sends a mail, and another sends it', async () => {
  const seconds = await onDatabase(killWhileMailing);
  process.stdout.write(`\nThe mail arrived ${seconds} s after the server was killed.\n`);
});

const noRedis = whyNoRedis();
test.skipIf(noRedis !== null)(noRedis ?? '50 times the bus is killed', () =>
  run(() => onDatabase((url) => killBus(url, times(50)))),
);

const noDisk = whyNoDisk();
test.skipIf(noDisk !== null)(noDisk ?? '20 times the disk is full', () => run(() => fillDisk(times(20))));
