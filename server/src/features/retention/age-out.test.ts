import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCard, aHandle, type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { joinAs } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createMailCarrier } from '../../platform/mail/mail-carrier.ts';
import { ageOutFiles, ageOutRows, keepAgingOut } from './age-out.ts';
import { features } from '../../app/features.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let dataDir: string;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services);
  dataDir = await mkdtemp(join(tmpdir(), 'age-out-'));
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
  await services.close();
  await database.drop();
});

const rows = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await query.execute(services.orm.em.fork().getKysely())).rows;
const DAY = 86_400_000;

test('mails in the outbox, and what a restore moved aside, go after a week; nothing else of the folder does', async () => {
  const send = createMailCarrier({ smtpUrl: undefined, dataDir }, 'http://localhost:1');
  const mail = { to: 'ana@example.org', subject: 'Code', text: '123456', headers: {} };
  await send(mail as Parameters<typeof send>[0]);
  const [old] = await readdir(join(dataDir, 'outbox'));
  await send(mail as Parameters<typeof send>[0]);
  const before = 'before-2026-11-01T10-00-00-000Z';
  for (const name of [before, 'before-2026-11-28T10-00-00-000Z', 'postgres', 'before-me']) {
    await mkdir(join(dataDir, name));
    await writeFile(join(dataDir, name, 'row'), 'words');
  }
  await writeFile(join(dataDir, 'app-secret'), 'x');
  const eightDaysAgo = new Date(Date.now() - 8 * DAY);
  for (const path of [`outbox/${old}`, before, 'postgres', 'before-me', 'app-secret'])
    await utimes(join(dataDir, path), eightDaysAgo, eightDaysAgo);
  await ageOutFiles(dataDir);
  const mails = await readdir(join(dataDir, 'outbox'));
  expect(mails).toHaveLength(1);
  expect(mails).not.toContain(old);
  expect((await readdir(dataDir)).sort()).toEqual(
    ['app-secret', 'before-2026-11-28T10-00-00-000Z', 'before-me', 'outbox', 'postgres'].sort(),
  );
  await ageOutFiles(dataDir, Date.now() + 8 * DAY);
  expect(await readdir(join(dataDir, 'outbox'))).toEqual([]);
});

test('a folder that is not there is no trouble', async () => {
  await ageOutFiles(join(dataDir, 'nowhere'));
});

test('rows go when their time is over, and not before', async () => {
  const me = (await joinAs(services, aHandle())).viewer;
  const card = await aCard(services, strike, 'OPEN');
  const insert = async (days: number) => {
    const then = sql`now() - make_interval(days => ${days})`;
    for (const statement of [
      sql`insert into delivery (id, person_id, channel, sent_at) values (gen_random_uuid(), ${me.personId}, 'EMAIL', ${then})`,
      sql`insert into delivery (id, person_id, channel, gave_up_at) values (gen_random_uuid(), ${me.personId}, 'PUSH', ${then})`,
      sql`insert into session (id, person_id, token_hash, device, expires_at)
        values (gen_random_uuid(), ${me.personId}, decode(md5(${days}::text), 'hex'), 'Planted', ${then})`,
      sql`insert into watch_link (id, campaign_id, token_hash, created_by_id, expires_at)
        values (gen_random_uuid(), ${strike.campaignId}, decode(md5(${days}::text), 'hex'), ${strike.organizer}, ${then})`,
      sql`insert into role_link (id, campaign_id, token_hash, label, role, created_by_id, expires_at)
        values (gen_random_uuid(), ${strike.campaignId}, decode(md5(${days}::text), 'hex'), 'Lou', 'APPROVER', ${strike.organizer}, ${then})`,
      sql`insert into role_removal (id, organization_id, person_id, role, by_id, at)
        values (gen_random_uuid(), ${strike.organizationId}, ${me.personId}, 'APPROVER', ${strike.organizer}, ${then})`,
      sql`insert into approval_link (id, card_id, token_hash, created_by_id, expires_at)
        values (gen_random_uuid(), ${card.id}, decode(md5(${days}::text), 'hex'), ${strike.organizer}, ${then})`,
    ])
      await rows(statement);
  };
  await insert(29);
  await insert(31);
  for (const days of [179, 181])
    await rows(sql`insert into notification (id, person_id, kind, at)
      values (gen_random_uuid(), ${me.personId}, 'COMMENTED', now() - make_interval(days => ${days}))`);
  await rows(sql`delete from entry_count`);
  await rows(
    sql`insert into entry_count (key, full_at) values ('over', now() - interval '1 second'), ('on', now() + interval '1 hour')`,
  );
  await ageOutRows(services, features);
  const count = async (table: string, where = sql`true`) =>
    (await rows(sql`select from ${sql.table(table)} where ${where}`)).length;
  expect(await count('delivery', sql`person_id = ${me.personId}`)).toBe(2);
  expect(await count('session', sql`device = 'Planted'`)).toBe(1);
  expect(await count('session', sql`person_id = ${me.personId}`)).toBe(2);
  expect(await count('watch_link')).toBe(1);
  expect(await count('approval_link')).toBe(1);
  expect(await count('role_link')).toBe(1);
  expect(await count('role_removal')).toBe(1);
  expect(await count('notification', sql`person_id = ${me.personId}`)).toBe(1);
  expect(await rows(sql`select key from entry_count`)).toEqual([{ key: 'on' }]);
});

test('a server does it when it starts, and stops with it', async () => {
  const me = (await joinAs(services, aHandle())).viewer;
  await rows(sql`insert into delivery (id, person_id, channel, sent_at)
    values (gen_random_uuid(), ${me.personId}, 'EMAIL', now() - interval '31 days')`);
  const folder = await mkdtemp(join(tmpdir(), 'age-out-'));
  await keepAgingOut({ ...services, config: { ...services.config, dataDir: folder } }, features).stop();
  await rm(folder, { recursive: true });
  expect(await rows(sql`select from delivery where person_id = ${me.personId}`)).toEqual([]);
});
