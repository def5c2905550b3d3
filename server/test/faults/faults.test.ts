import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../support/build.ts';
import { whyNoRedis } from '../support/redis-server.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { killBus } from './bus.ts';
import { skewClocks } from './clock.ts';
import { restartDatabase } from './database.ts';
import { fillDisk, whyNoDisk } from './disk-full.ts';
import { killServer } from './kill.ts';
import type { Writer } from './ledger.ts';
import { cutNetwork } from './network.ts';
import { acknowledgedBy, type FaultReport, faultsIn, openScene, withServices } from './scene.ts';
import { startMailCatcher } from '../support/mail-catcher.ts';
import { until } from '../support/until.ts';
import { startApp } from '../support/start-app.ts';
import { sql } from 'kysely';

// Each fault a few times; `npm run stress` has them by the thousand.

let database: TestDatabase;
beforeAll(async () => {
  await build();
  database = await createTestDatabase();
}, 240_000);
afterAll(() => database.drop());

/** Whether all who gave an address have had their mail sent, and somebody has. */
const jobsDone = (databaseUrl: string) =>
  withServices(databaseUrl, async ({ orm }) => {
    const { rows } = await sql<{
      done: boolean;
    }>`select count(*) > 0 and bool_and(state = 'completed') as done
      from pgboss.job where name = 'delivery'`.execute(orm.em.fork().getKysely());
    return rows[0]?.done ?? false;
  });

function expectNothingLost(report: FaultReport): void {
  expect(faultsIn(report)).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(0);
}

test('the server is killed, and its database with it: nothing acknowledged is lost, each start succeeds', async () => {
  const report = await killServer(4);
  expectNothingLost(report);
  expect(report.mails?.promised).toBeGreaterThan(0);
}, 120_000);

test('the database ends under a server that goes on', async () => {
  const report = await restartDatabase(3);
  expectNothingLost(report);
  expect(report.mails?.promised).toBeGreaterThan(0);
  expect(report.repeated).toBeGreaterThan(0);
}, 120_000);

test('lines break before and after what was asked was done', async () => {
  const report = await cutNetwork(database.url, 30);
  expectNothingLost(report);
  expect(report.mails?.promised).toBeGreaterThan(0);
  expect(report.times).toBeGreaterThanOrEqual(30);
  expect(report.repeated).toBeGreaterThan(0);
}, 120_000);

test('clocks of two servers are twenty minutes apart', async () => {
  expectNothingLost(await skewClocks(database.url, { skewMs: 10 * 60_000, cards: 5 }));
}, 120_000);

const noRedis = whyNoRedis();
test.skipIf(noRedis !== null)(
  noRedis ?? 'the bus is killed while people write',
  async () => {
    expectNothingLost(await killBus(database.url, 3));
  },
  120_000,
);

const noDisk = whyNoDisk();
test.skipIf(noDisk !== null)(
  noDisk ?? 'the disk is full: it is said, and it passes',
  async () => {
    const report = await fillDisk(2);
    expectNothingLost(report);
    expect(report.said).toBe(2);
  },
  180_000,
);

describe('the ledger notices', () => {
  test('mails that went elsewhere', async () => {
    const own = await createTestDatabase();
    const catcher = await startMailCatcher();
    // Without SMTP_URL it writes them into a folder.
    const app = await startApp(own.url, { BUDGETS: 'off' });
    try {
      const post = { catcher, people: 2 };
      const scene = await openScene(own.url, () => app.url, { writers: 1, watchers: 0, post });
      await until('an address was taken and its mail written', () => jobsDone(own.url), 30_000);
      const report = await scene.finish(own.url);
      expect(report.mails?.lost).not.toEqual([]);
      expect(faultsIn({ fault: 'none', times: 0, failedStarts: 0, ...report })).toContainEqual(
        expect.stringMatching(/^lost: the mail to \w+@mail\.example$/),
      );
    } finally {
      await app.close();
      await catcher.stop();
      await own.drop();
    }
  });

  /** Writes some cards where nothing breaks, then lets somebody tamper with them. */
  async function auditAfter(tamper: string): Promise<string[]> {
    const own = await createTestDatabase();
    const app = await startApp(own.url, { BUDGETS: 'off' });
    try {
      const scene = await openScene(own.url, () => app.url, { writers: 1, watchers: 0 });
      const [writer] = scene.writers as [Writer];
      await writer.write();
      await writer.write();
      expect(acknowledgedBy(scene)).toBe(6);
      await withServices(own.url, ({ orm }) => sql.raw(tamper).execute(orm.em.fork().getKysely()));
      const report = await scene.finish(own.url);
      return faultsIn({ fault: 'none', times: 0, failedStarts: 0, ...report });
    } finally {
      await app.close();
      await own.drop();
    }
  }

  const CLAIM = `(select id from claim order by claimed_at limit 1)`;
  test.each([
    ['a card that was lost', `delete from card where number = 1`, /^lost: \w+ writer 0 0/],
    ['a claim that was lost', `delete from claim where id = ${CLAIM}`, /^lost: \w+ writer 0 0/],
    [
      'a claim that was doubled',
      `insert into claim (id, card_id, person_id, ended_at, how) select gen_random_uuid(), card_id, person_id, ended_at, how from claim where id = ${CLAIM}`,
      /^doubled: \w+ writer 0 0/,
    ],
    [
      'a job that was doubled',
      `insert into pgboss.job (id, name, data) select gen_random_uuid(), name, data from pgboss.job where name = 'lease' limit 1`,
      /^doubled: \w+ writer 0 \d/,
    ],
    ['an event that was lost', `delete from board_event where revision = 2`, /lost: \w+ writer 0 0|gap/],
  ])('%s', async (_what, tamper, sees) => {
    const faults = await auditAfter(tamper);
    expect(faults.some((fault) => sees.test(fault))).toBe(true);
  });
});
