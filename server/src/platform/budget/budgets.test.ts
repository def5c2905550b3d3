import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RedisServer, startRedisServer, whyNoRedis } from '../../../test/support/redis-server.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { until } from '../../../test/support/until.ts';
import { openOrm } from '../../app/open-orm.ts';
import { redisLedger } from '../entries/redis-ledger.ts';
import { usualBudgets } from './budget-settings.ts';
import { type Asker, Budgets } from './budgets.ts';
import { postgresSpending } from './postgres-spending.ts';
import { type SharedSpending, SpendingBook } from './spending.ts';

const log = pino({ level: 'silent' });
const settings = {
  ...usualBudgets,
  ...{ address: 1_000, person: 2_000, network: 3_000, token: 5_000, pages: 100, pagesOfPerson: 10 },
};

const stranger: Asker = { address: '203.0.113.7' };

function alone(now: () => number, more: Partial<typeof settings> = {}): Budgets {
  return new Budgets({ settings: { ...settings, ...more }, log, book: new SpendingBook(now) });
}

/** How many of so many are allowed. */
function allowed(budgets: Budgets, asker: Asker, times: number, price = { known: false, cost: 100 }): number {
  return Array.from({ length: times }, () => budgets.spend(asker, price)).filter((each) => each.allowed)
    .length;
}

test('what an address may ask for in a minute is had at once, and comes back evenly', () => {
  let now = 0;
  const budgets = alone(() => now);
  expect(budgets.spend(stranger, { known: false, cost: 250 })).toMatchObject({
    ...{ allowed: true, policy: 'address', limit: 1_000, remaining: 750, resetSeconds: 15, cost: 250 },
  });
  expect(allowed(budgets, stranger, 20)).toBe(7);
  expect(budgets.spend(stranger, { known: false, cost: 100 })).toMatchObject({
    ...{ allowed: false, remaining: 50, retrySeconds: 3 },
  });
  now += 3_000;
  expect(allowed(budgets, stranger, 2)).toBe(1);
  now += 60_000;
  expect(allowed(budgets, stranger, 20)).toBe(10);
});

test('a home of IPv6 has one purse, and each address of IPv4 its own', () => {
  const budgets = alone(() => 0);
  expect(allowed(budgets, { address: '2001:db8:1:2::1' }, 10)).toBe(10);
  expect(allowed(budgets, { address: '2001:db8:1:2:ffff::9' }, 10)).toBe(0);
  expect(allowed(budgets, { address: '2001:db8:1:3::1' }, 10)).toBe(10);
  expect(allowed(budgets, stranger, 10)).toBe(10);
  expect(allowed(budgets, { address: '::ffff:203.0.113.7' }, 10)).toBe(0);
});

test('who is signed in has a purse of their own, and all of one address have no more than one network', () => {
  const budgets = alone(() => 0);
  expect(allowed(budgets, stranger, 20)).toBe(10);
  const someone = (personId: string) => ({ ...stranger, personId });
  expect(allowed(budgets, someone('ana'), 30)).toBe(20);
  // A refusal takes from no purse: Ana's last tries left the network what it had.
  expect(allowed(budgets, someone('ben'), 30)).toBe(10);
  expect(allowed(budgets, { ...someone('ben'), address: '198.51.100.4' }, 30)).toBe(10);
  expect(budgets.bears(someone('cy'), { known: false, cost: 100 })).toMatchObject({
    ...{ allowed: false, policy: 'network' },
  });
});

test('a token is counted by itself', () => {
  const budgets = alone(() => 0);
  expect(allowed(budgets, { ...stranger, token: 'a' }, 60)).toBe(50);
  expect(allowed(budgets, stranger, 1)).toBe(1);
});

test('what our pages ask takes nothing from what others may ask, and the other way round', () => {
  const budgets = alone(() => 0);
  const known = { known: true, cost: 1 };
  expect(allowed(budgets, stranger, 20)).toBe(10);
  expect(allowed(budgets, stranger, 200, known)).toBe(100);
  const ana = { address: '198.51.100.4', personId: 'ana' };
  expect(allowed(budgets, ana, 200, known)).toBe(10);
  expect(budgets.bears(ana, known).policy).toBe('pages-person');
});

test('1,000 phones in a hall: six operations each at once, and ten in the minute after', () => {
  let now = 0;
  const budgets = new Budgets({ settings: usualBudgets, log, book: new SpendingBook(() => now) });
  const hall = (each: number) => {
    for (let phone = 0; phone < 1_000; phone += 1) {
      const who = phone % 3 === 0 ? stranger : { ...stranger, personId: `person ${phone}` };
      if (allowed(budgets, who, each, { known: true, cost: 1 }) < each) return phone;
    }
    return 'all';
  };
  expect(hall(6)).toBe('all');
  now += 60_000;
  expect(hall(10)).toBe('all');
});

test('an address that stands for many is never refused, and reads a full purse', () => {
  const budgets = alone(() => 0);
  expect(allowed(budgets, { address: undefined }, 100)).toBe(100);
  expect(budgets.bears({ address: undefined }, { known: false, cost: 1 })).toMatchObject({
    ...{ policy: 'address', remaining: 1_000, resetSeconds: 0 },
  });
});

test('more than a whole quota is had from a full purse, and from no other', () => {
  const budgets = alone(() => 0);
  expect(allowed(budgets, stranger, 2, { known: false, cost: 4_000 })).toBe(1);
  expect(budgets.bears(stranger, { known: false, cost: 1 }).retrySeconds).toBeLessThanOrEqual(60);
});

test('turned off, nothing is counted', () => {
  expect(
    allowed(
      alone(() => 0, { counts: false }),
      stranger,
      100,
    ),
  ).toBe(100);
});

test('in memory, those who were quiet longest are forgotten first', () => {
  const budgets = alone(() => 0);
  expect(allowed(budgets, stranger, 11)).toBe(10);
  for (let i = 0; i < 20_000; i += 1) {
    budgets.charge({ address: `198.${i >> 16}.${(i >> 8) & 255}.${i & 255}` }, { known: false, cost: 1 });
  }
  expect(allowed(budgets, stranger, 11)).toBe(10);
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
  for (const end of ends.toReversed()) await end();
  await redis?.stop();
  await database.drop();
});

function openPostgres(): SharedSpending {
  const orm = openOrm(database.url);
  ends.push(() => orm.close());
  return postgresSpending(orm);
}

async function openRedis(): Promise<SharedSpending> {
  const ledger = redisLedger(redis!.url);
  ends.push(() => ledger.close());
  const probe = [{ key: randomUUID(), ms: 1 }];
  const works = () =>
    ledger.add(probe).then(
      () => true,
      () => false,
    );
  await until('Redis counts', works, 15_000);
  return ledger;
}

function server(shared: SharedSpending | undefined): Budgets {
  const budgets = new Budgets({ settings, log, shared, hash: (key) => `hash of ${key}` });
  ends.push(() => budgets.close());
  return budgets;
}

/** Whether a second server, where little was spent, learns what was spent at a first one that has told of it. */
async function learns(one?: SharedSpending, other?: SharedSpending): Promise<boolean> {
  const asker = { address: `2001:db8:${Math.floor(Math.random() * 65_535).toString(16)}::1` };
  let told = one === undefined;
  const telling: SharedSpending | undefined = one && {
    add: (spendings) => one.add(spendings).finally(() => (told = true)),
  };
  allowed(server(telling), asker, 10);
  await until('the first has told', () => told);
  const second = server(other);
  allowed(second, asker, 1);
  const heard = () => !second.bears(asker, { known: false, cost: 500 }).allowed;
  return await until('the other one knows', heard, 5_000).then(
    () => true,
    () => false,
  );
}

const stores = [
  { name: 'PostgreSQL', missing: null, open: async () => openPostgres() },
  { name: 'Redis', missing: noRedis, open: openRedis },
];
for (const { name, missing, open } of stores) {
  describe.skipIf(missing !== null)(missing ?? `over ${name}`, () => {
    test('servers add up what is spent, and each learns what all have spent', async () => {
      const [one, other] = [await open(), await open()];
      const [key, quiet] = [randomUUID(), randomUUID()];
      const [first] = await one.add([{ key, ms: 10_000 }]);
      expect(first).toBeGreaterThan(5_000);
      expect(first).toBeLessThanOrEqual(10_001);
      const [both, alone] = await other.add([
        { key, ms: 20_000 },
        { key: quiet, ms: 50 },
      ]);
      expect(both).toBeGreaterThan(25_000);
      expect(both).toBeLessThanOrEqual(30_001);
      expect(alone).toBeLessThanOrEqual(51);
    });

    test('nobody is in debt for longer than two windows', async () => {
      const store = await open();
      const key = randomUUID();
      await store.add([{ key, ms: 100_000 }]);
      expect((await store.add([{ key, ms: 100_000 }]))[0]).toBeLessThanOrEqual(120_001);
    });

    test('a quota holds over two servers', async () => {
      expect(await learns(await open(), await open())).toBe(true);
    });
  });
}

test('mutant: servers that count alone give a quota each', async () => {
  expect(await learns()).toBe(false);
}, 15_000);

test('the database keeps no address, hears of nobody who asks little, and is asked once for many', async () => {
  const added: number[] = [];
  const inner = openPostgres();
  const counting: SharedSpending = {
    add: async (spendings) => {
      added.push(spendings.length);
      return inner.add(spendings);
    },
  };
  const budgets = server(counting);
  for (let i = 0; i < 200; i += 1) {
    allowed(budgets, { address: `198.51.100.${i}` }, 1, { known: false, cost: 40 });
  }
  for (let i = 0; i < 100; i += 1) allowed(budgets, { address: `192.0.2.${i}` }, 10);
  await until('it was told', () => added.length > 0);
  expect(added).toEqual([100]);
  const orm = openOrm(database.url);
  ends.push(() => orm.close());
  const kept = async () =>
    (
      await sql<{ key: string }>`select key from entry_count where key like '%192.0.2.%'`.execute(
        orm.em.fork().getKysely(),
      )
    ).rows.map(({ key }) => key);
  await until('it is kept', async () => (await kept()).length === 100);
  expect((await kept()).every((key) => key.startsWith('hash of '))).toBe(true);
});

test('while the shared count is away, this server counts alone, and tells later', async () => {
  let away = true;
  const told: number[] = [];
  const shared: SharedSpending = {
    add: async (spendings) => {
      if (away) throw new Error('away');
      told.push(...spendings.map(({ ms }) => ms));
      return spendings.map(({ ms }) => ms);
    },
  };
  const budgets = server(shared);
  expect(allowed(budgets, stranger, 20)).toBe(10);
  away = false;
  await until('it was told', () => told.length > 0);
  expect(told).toEqual([60_000]);
});
