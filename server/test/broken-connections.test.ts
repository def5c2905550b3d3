import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOrm } from '../src/app/open-orm.ts';
import type { Orm } from '../src/platform/db/orm.ts';
import { transact } from '../src/platform/db/transact.ts';
import { type CuttableProxy, openCuttableProxy } from './faults/cuttable-proxy.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { until } from './support/until.ts';

// Connections to the database that break in the middle of something. However it was begun, the pool is whole afterwards.

let database: TestDatabase;
let proxy: CuttableProxy;
let orm: Orm;
let pool: pg.Pool | undefined;
beforeAll(async () => {
  database = await createTestDatabase();
  const { hostname, port, pathname, username } = new URL(database.url);
  proxy = await openCuttableProxy(() => ({ path: `${decodeURIComponent(hostname)}/.s.PGSQL.${port}` }));
  const options = { poolSize: 3, onPool: (made: pg.Pool) => (pool = made) };
  orm = openOrm(`postgresql://${username}@127.0.0.1:${proxy.port}${pathname}`, options);
});
afterAll(async () => {
  await orm.close();
  await proxy.close();
  await database.drop();
});

const one = sql`select 1`;
/** The connection breaks before the next statement, or while it is carried out. */
const cuts = ['before it arrives', 'before the answer'] as const;

const ways: [string, () => Promise<unknown>][] = [
  ['a query', () => one.execute(orm.em.fork().getKysely())],
  [
    'a transaction, at its beginning',
    () => orm.em.fork().transactional(async (em) => one.execute(em.getKysely())),
  ],
  [
    'a transaction, in the middle',
    () =>
      orm.em.fork().transactional(async (em) => {
        await one.execute(em.getKysely());
        proxy.cut('before it arrives');
        await one.execute(em.getKysely());
      }),
  ],
  [
    'a transaction, at its end',
    () =>
      orm.em.fork().transactional(async (em) => {
        await one.execute(em.getKysely());
        proxy.cut('before the answer');
      }),
  ],
  ['a transaction of few trips', () => transact(orm, [], async () => ({ last: [] }))],
];

test.each(ways)('%s', async (_what, run) => {
  for (const cut of cuts) {
    // More often than the pool has connections.
    for (let time = 0; time < 6; time += 1) {
      const before = proxy.cuts;
      proxy.cut(cut);
      await expect(run()).rejects.toThrow();
      await until('a line broke', () => proxy.cuts > before);
    }
  }
  await until('nobody holds one', () => pool!.totalCount - pool!.idleCount === 0);
  expect(await one.execute(orm.em.fork().getKysely())).toMatchObject({ rows: [{ '?column?': 1 }] });
});
