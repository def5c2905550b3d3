import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAsk } from '../../../test/support/an-ask.ts';
import { newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { openContact } from '../../features/ask/contact.ts';
import { readAskByToken } from '../../features/ask/read-asks.ts';
import { saveAskAnswers } from '../../features/ask/save-ask-answers.ts';
import { projectDir } from '../startup/project-dir.ts';
import { readPushKeys } from '../push/push-keys.ts';
import { readContact } from '../../features/contact/read-contact.ts';
import { setEmail } from '../../features/contact/set-email.ts';
import { createVault } from './vault.ts';

let database: TestDatabase;
let services: TestServices;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

test('after the secret was changed, the script of the runbook takes away all that does not open any more', async () => {
  const em = () => services.orm.em.fork();
  const viewer = await newcomer(services, 'Sealed');
  await setEmail(services, viewer, { address: 'sealed@example.org' });
  const { token } = await anAsk(services);
  await saveAskAnswers(services, { token, contact: 'Signal line.41' });
  const old = await readPushKeys(services, em());

  services.vault = createVault('another secret for tests, of thirty-two');
  const ask = async () => (await readAskByToken(em(), token))!;
  await expect(ask().then((row) => openContact(services.vault, row))).rejects.toThrow();
  await expect(readContact(services, em(), viewer.personId)).rejects.toThrow();

  await sql
    // Its lines for psql itself are none for the database.
    .raw(readFileSync(join(projectDir(), 'docker/rotate-secret.sql'), 'utf8').replace(/^\\.*$/gm, ''))
    .execute(em().getKysely());
  expect(openContact(services.vault, await ask())).toBeNull();
  expect(await readContact(services, em(), viewer.personId)).toMatchObject({ email: null });
  expect((await readPushKeys(services, em())).publicKey).not.toBe(old.publicKey);
  // The answers themselves are not sealed, and people stay signed in: their sessions do not hang on the secret.
  expect((await ask()).answers.organizationName).toBe('Night Bus Drivers 12');

  // What was sent as files is not sealed. A new sealed column has to come into the script: every one there is, by its name, was looked at above.
  const { rows } = await sql<{ column: string }>`select table_name || '.' || column_name as column
    from information_schema.columns where table_schema = 'public' and (data_type = 'bytea' or udt_name = '_bytea')
      and column_name not like '%hash' and table_name not in ('file_piece', 'import_source') order by 1`.execute(
    em().getKysely(),
  );
  expect(rows.map(({ column }) => column)).toEqual([
    'application.contact_sealed',
    'ask.contact_sealed',
    'ask.likeness_keys',
    'code_brake.key',
    'contact.address_key',
    'contact.address_sealed',
    'push_key.private_sealed',
    'push_subscription.endpoint_key',
    'push_subscription.sealed',
    'webhook.sealed_old_secret',
    'webhook.sealed_secret',
    'webhook.sealed_url',
  ]);
});
