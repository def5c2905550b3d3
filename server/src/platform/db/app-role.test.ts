import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../app/app.ts';
import { claimCard } from '../../core/card/claim-card.ts';
import { eraseMyself } from '../../features/closing/erase-myself.ts';
import { readConfig } from '../config/config.ts';
import { aCard, startStrike } from '../../../test/live/support/strike.ts';
import { newcomer } from '../../../test/support/people.ts';
import { createTestServices } from '../../../test/support/services.ts';
import { startApp } from '../../../test/support/start-app.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { embeddedAddress, startEmbeddedPostgres } from './embedded-postgres.ts';
import { migrate } from '../../app/migrate.ts';
import { isNoAnswer } from './no-answer.ts';
import { openOrm } from '../../app/open-orm.ts';
import { APP_ROLE, asAppRole } from '../../app/start-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

const FORBIDDEN = [
  `select pg_read_file('/etc/hostname')`,
  `copy person to program 'cat'`,
  'create table mine (id int)',
  'alter table person drop column handle',
  'drop table card',
  'truncate board_event',
  'create role another superuser',
  'set role strikeboard',
  `alter system set fsync = 'off'`,
];

test('the server works under a role that owns nothing and may nothing else', async () => {
  const url = asAppRole(database.url, 'strikeboard_test');
  const app = await startApp(url, { DATABASE_OWNER_URL: database.url });
  const services = await createTestServices(url);
  try {
    expect(
      await ask(
        url,
        `select rolsuper, rolcreaterole, rolbypassrls from pg_roles where rolname = current_user`,
      ),
    ).toEqual([{ rolsuper: false, rolcreaterole: false, rolbypassrls: false }]);
    for (const statement of FORBIDDEN)
      await expect(ask(url, statement), statement).rejects.toMatchObject({ code: '42501' });
    // The whole path of a change, jobs and leaving included, under it.
    const strike = await startStrike(services);
    const cardId = await aCard(services, strike);
    const person = await newcomer(services, 'Ordinary');
    await claimCard(services, person.personId, { cardId });
    await eraseMyself(services, person, person.handle);
    expect((await app.ask('{ campaigns { edges { node { id } } } }')).status).toBe(200);
  } finally {
    await services.close();
    await app.close();
  }
  // Again, on what is there: the role, its grants, and tables that came since.
  await ask(database.url, 'create table came_later (id int)');
  await (await startApp(url, { DATABASE_OWNER_URL: database.url })).close();
  expect(await ask(url, 'select * from came_later')).toEqual([]);
  await ask(database.url, 'drop table came_later');
}, 60_000);

test('mutant: under the owner everything forbidden is allowed', async () => {
  await expect(ask(database.url, `select pg_read_file('PG_VERSION')`)).resolves.toHaveLength(1);
});

test('a database that asks both roles for their passwords', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-passwords-'));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false, log: () => undefined });
  try {
    const withPassword = (url: string, password: string) => {
      const known = new URL(url);
      known.password = encodeURIComponent(password);
      return known.href;
    };
    const owner = withPassword(postgres.connectionString, 'of the owner: %@/');
    const url = withPassword(asAppRole(postgres.connectionString), 'of the server');
    const [{ file }] = (await ask(
      postgres.connectionString,
      `select current_setting('hba_file') as file`,
    )) as [{ file: string }];
    await ask(postgres.connectionString, `alter role strikeboard password 'of the owner: %@/'`);
    await writeFile(file, `local all all scram-sha-256\n${await readFile(file, 'utf8')}`);
    await ask(postgres.connectionString, 'select pg_reload_conf()');
    await expect.poll(() => ask(postgres.connectionString, 'select 1').catch(String)).toContain('password');
    const app = await startApp(url, { DATABASE_OWNER_URL: owner });
    expect((await app.ask('{ campaigns { edges { node { id } } } }')).status).toBe(200);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    const before = openOrm(url, { poolSize: 4 });
    const sleep = () => before.em.getConnection().execute('select pg_sleep(0.2)');
    await sleep();
    // Another one in the settings is the one that holds.
    const next = withPassword(url, 'another one');
    const later = await startApp(next, { DATABASE_OWNER_URL: owner });
    await expect(ask(url, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(await ask(next, 'select 1 as one')).toEqual([{ one: 1 }]);
    // Who knows only the one before does not live on what was open: the first that is refused empties the pool.
    await Promise.allSettled([sleep(), sleep()]);
    await expect.poll(() => sleep().then(() => 'done', isNoAnswer)).toBe(true);
    await before.close();
    // And leaves people to the others.
    await ask(
      next,
      'select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()',
    );
    const isReady = async ({ url }: { url: string }) => (await fetch(`${url}/readyz`)).status;
    await expect.poll(() => isReady(later)).toBe(200);
    expect(await isReady(app)).toBe(503);
    expect((await app.ask('{ campaigns { edges { node { id } } } }')).status).toBe(503);
    await later.close();
    await app.close();
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}, 60_000);

test('the built-in database of an earlier version is carried over at the start', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-role-'));
  // As it was: everything under the one role that there is.
  const before = await startEmbeddedPostgres({ dataDir, durable: false, log: () => undefined });
  await migrate(before.connectionString);
  expect(await ask(before.connectionString, `select 1 from pg_roles where rolname = '${APP_ROLE}'`)).toEqual(
    [],
  );
  await before.stop();
  const config = readConfig({ PORT: '0', DEMO: 'off', DATA_DIR: dataDir }, 'none');
  const app = await createApp(config, pino({ level: 'silent' }));
  try {
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    const owner = (await embeddedAddress(dataDir))!;
    const users = await ask(
      owner,
      `select distinct usename from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    expect(users).toEqual([{ usename: APP_ROLE }]);
    for (const statement of FORBIDDEN)
      await expect(ask(asAppRole(owner), statement), statement).rejects.toMatchObject({ code: '42501' });
  } finally {
    await app.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}, 60_000);
