import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { migrate } from './migrate.ts';
import { openOrm } from './open-orm.ts';
import type { Orm } from '../platform/db/orm.ts';

let database: TestDatabase;
let orm: Orm;
beforeAll(async () => {
  database = await createTestDatabase();
  orm = openOrm(database.url);
});
afterAll(async () => {
  await orm.close();
  await database.drop();
});

test('the migrations make exactly what the entities describe', async () => {
  expect(await orm.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
});

test('a server that is one version older starts on what a newer one migrated: so a roll-back needs no restore', async () => {
  const db = orm.em.fork().getKysely();
  await sql`alter table ask add "of_the_next_version" text null`.execute(db);
  await sql`insert into migration (name) values ('2099-01-01-next')`.execute(db);
  await migrate(database.url);
  const { rows } = await sql`select from migration where name = '2099-01-01-next'`.execute(db);
  expect(rows).toHaveLength(1);
});
