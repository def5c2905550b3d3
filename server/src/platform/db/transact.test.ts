import { CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { inOneTrip } from './one-trip.ts';
import { openOrm } from '../../app/open-orm.ts';
import { type Orm, outsideTransactions } from './orm.ts';
import { prepared } from './prepared.ts';
import { transact } from './transact.ts';

let database: TestDatabase;
let orm: Orm;
beforeAll(async () => {
  database = await createTestDatabase();
  orm = openOrm(database.url);
  await sql`create table note (n int primary key)`.execute(outsideTransactions(orm));
});
afterAll(async () => {
  await orm.close();
  await database.drop();
});
beforeEach(() => sql`delete from note`.execute(outsideTransactions(orm)));

const insert = (n: number) => CompiledQuery.raw('insert into note values ($1)', [n]);
const notes = async () => {
  const { rows } = await sql<{ n: number }>`select n from note order by n`.execute(outsideTransactions(orm));
  return rows.map(({ n }) => n);
};

test('what goes out with the begin, in between and with the commit is one transaction', async () => {
  const made = await transact(orm, [insert(1)], async ({ db }) => {
    expect(await notes()).toEqual([]);
    await db.executeQuery(insert(2));
    return { last: [insert(3)], word: 'done' };
  });
  expect(made).toEqual({ word: 'done' });
  expect(await notes()).toEqual([1, 2, 3]);
});

test.each([
  ['with the begin', [insert(1), insert(1)], []],
  ['with the commit', [insert(1)], [insert(2), insert(2), insert(3)]],
])('a statement that fails %s leaves nothing, and is the one that is thrown', async (_when, first, last) => {
  await expect(transact(orm, first, async () => ({ last }))).rejects.toThrow('duplicate key');
  expect(await notes()).toEqual([]);
  // The connection is as good as before.
  await transact(orm, [], async () => ({ last: [insert(1)] }));
  expect(await notes()).toEqual([1]);
});

test('what breaks in between leaves nothing', async () => {
  const broken = transact(orm, [insert(1)], () => Promise.reject(new Error('It breaks.')));
  await expect(broken).rejects.toThrow('It breaks.');
  expect(await notes()).toEqual([]);
});

test('it is by itself, also when whoever calls is in a transaction', async () => {
  await expect(
    orm.em.fork().transactional(async () => {
      await transact(orm, [], async () => ({ last: [insert(1)] }));
      throw new Error('It breaks.');
    }),
  ).rejects.toThrow('It breaks.');
  expect(await notes()).toEqual([1]);
});

test('statements of one trip answer in their order, and the first that fails is thrown', async () => {
  const db = outsideTransactions(orm);
  const [one, , three] = await inOneTrip(db, [
    sql<{ n: number }>`select 1 as n`.compile(db),
    insert(7),
    sql<{ n: number }>`select n from note`.compile(db),
  ]);
  expect([one.rows, three.rows]).toEqual([[{ n: 1 }], [{ n: 7 }]]);
  await expect(inOneTrip(db, [insert(8), insert(8), sql`select broken`.compile(db)])).rejects.toThrow(
    'duplicate key',
  );
});

test('a statement with blanks is filled in anew each time', async () => {
  const db = outsideTransactions(orm);
  const sum = prepared<{ a: number; b: number }, { sum: number }>(
    (_db, blank) => sql`select ${blank('a')}::int + ${blank('b')}::int + ${100}::int as sum`,
  );
  for (const [a, b] of [
    [1, 2],
    [30, 4],
  ] as const) {
    const { rows } = await db.executeQuery(sum(db, { a, b }));
    expect(rows).toEqual([{ sum: a + b + 100 }]);
  }
});
