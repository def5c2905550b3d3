import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RedisServer, startRedisServer, whyNoRedis } from '../../../test/support/redis-server.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { until } from '../../../test/support/until.ts';
import { openOrm } from '../../app/open-orm.ts';
import type { Orm } from '../db/orm.ts';
import { Refusal } from '../refusal/refusal.ts';
import { type EntryLedger, localLedger, postgresLedger, withFallback } from './entry-ledger.ts';
import { createEntryLimits, EntryLimit, type EntryRule } from './entry-limit.ts';
import { redisLedger } from './redis-ledger.ts';

const MINUTE = 60_000;
const PEOPLE: EntryRule = {
  entries: 30,
  windowMs: 10 * MINUTE,
  words: 'Many came from your network just now.',
};

async function enter(limit: EntryLimit, address: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await limit.count(address);
}

test('thirty may enter at once, the next is refused, and one more may enter after twenty seconds', async () => {
  let now = 0;
  const limit = new EntryLimit(
    PEOPLE,
    localLedger(() => now),
  );
  await enter(limit, '203.0.113.7', 30);
  await expect(limit.count('203.0.113.7')).rejects.toThrow(Refusal);
  now += MINUTE / 3;
  await limit.count('203.0.113.7');
  await expect(limit.count('203.0.113.7')).rejects.toThrow(/your network/);
  now += 60 * MINUTE;
  await enter(limit, '203.0.113.7', 30);
  await expect(limit.count('203.0.113.7')).rejects.toThrow(Refusal);
});

test('each address counts for itself, an IPv6 network of 64 bits as one', async () => {
  const limit = new EntryLimit();
  for (let i = 0; i < 30; i++) await limit.count(`2001:db8:1:2::${i.toString(16)}`);
  await expect(limit.count('2001:db8:1:2:ffff::1')).rejects.toThrow(Refusal);
  await limit.count('2001:db8:1:3::1');
  await limit.count('203.0.113.7');
  await limit.count('::ffff:203.0.113.8');
});

test('where no address may be counted, nothing is', async () => {
  const limit = new EntryLimit();
  for (let i = 0; i < 100; i++) await limit.count(undefined);
});

test('in memory, addresses that were quiet longest are forgotten first', async () => {
  const limit = new EntryLimit(
    PEOPLE,
    localLedger(() => 0),
  );
  await enter(limit, '203.0.113.7', 30);
  for (let i = 0; i < 10_000; i++) await limit.count(`198.51.${i >> 8}.${i & 255}`);
  await limit.count('203.0.113.7');
});

const noRedis = whyNoRedis();
let database: TestDatabase;
let redis: RedisServer | undefined;
const ends: (() => Promise<void> | void)[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  if (noRedis === null) redis = await startRedisServer();
});
afterAll(async () => {
  for (const end of ends) await end();
  await redis?.stop();
  await database.drop();
});

function anOrm(): Orm {
  const orm = openOrm(database.url);
  ends.push(() => orm.close());
  return orm;
}

async function openRedis(): Promise<EntryLedger> {
  const ledger = redisLedger(redis!.url);
  ends.push(() => ledger.close());
  const probe = { entries: 1, windowMs: 1 };
  await until('Redis counts', () => ledger.take(randomUUID(), probe).catch(() => false), 15_000);
  return ledger;
}

/** How many of 60 who come at once to two servers get in where 30 may. */
async function letIn(first: EntryLedger, second: EntryLedger): Promise<number> {
  const key = randomUUID();
  const takes = Array.from({ length: 60 }, (_each, index) => (index % 2 ? first : second).take(key, PEOPLE));
  return (await Promise.all(takes)).filter(Boolean).length;
}

const ledgers = [
  { name: 'PostgreSQL', missing: null, open: async () => postgresLedger(anOrm()) },
  { name: 'Redis', missing: noRedis, open: openRedis },
];

for (const { name, missing, open } of ledgers) {
  describe.skipIf(missing !== null)(missing ?? `over ${name}`, () => {
    test('two servers count together, however many come at once', async () => {
      expect(await letIn(await open(), await open())).toBe(30);
    });

    test('each key counts for itself, and time gives entries back', async () => {
      const ledger = await open();
      const [one, other] = [randomUUID(), randomUUID()];
      const pace = { entries: 2, windowMs: 400 };
      const take = (key: string) => ledger.take(key, pace);
      expect([await take(one), await take(one), await take(one)]).toEqual([true, true, false]);
      expect(await take(other)).toBe(true);
      await until('one is given back', () => take(one));
    });
  });
}

test('mutant: two servers that count alone let twice as many in', async () => {
  expect(await letIn(localLedger(), localLedger())).toBe(60);
});

test('what is kept names no network, and goes when its time is over', async () => {
  const orm = anOrm();
  const limits = createEntryLimits({ ledger: postgresLedger(orm), hash: (text) => `hash of ${text.length}` });
  await limits.join.count('203.0.113.7');
  const kept = () => sql<{ key: string }>`select key from entry_count`.execute(orm.em.fork().getKysely());
  expect((await kept()).rows.map(({ key }) => key)).toContain('hash of 11');
  await sql`update entry_count set full_at = now() - interval '1 second'`.execute(orm.em.fork().getKysely());
  await limits.join.count('2001:db8::1');
  await limits.join.count('2001:db8::1');
  await until('only the last is kept', async () => {
    await limits.join.count('2001:db8::1');
    return (await kept()).rows.length === 1;
  });
});

test('while the shared count is away or hangs, this server counts alone', async () => {
  const failing: EntryLedger = { take: async () => Promise.reject(new Error('away')) };
  const hanging: EntryLedger = { take: () => new Promise(() => undefined) };
  const log = pino({ level: 'silent' });
  const limit = new EntryLimit(PEOPLE, withFallback(failing, localLedger(), log));
  await enter(limit, '203.0.113.7', 30);
  await expect(limit.count('203.0.113.7')).rejects.toThrow(Refusal);
  await new EntryLimit(PEOPLE, withFallback(hanging, localLedger(), log)).count('203.0.113.7');
});

test.skipIf(noRedis !== null)('when Redis comes back, it counts again', async () => {
  const ledger = await openRedis();
  await redis!.kill();
  await until('it is away', () =>
    ledger.take('any', PEOPLE).then(
      () => false,
      () => true,
    ),
  );
  await redis!.revive();
  await until('it counts', () => ledger.take('any', PEOPLE).catch(() => false), 15_000);
});
