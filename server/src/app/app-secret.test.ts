import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAsk } from '../../test/support/an-ask.ts';
import { newcomer } from '../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../test/support/services.ts';
import { startApp } from '../../test/support/start-app.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { readAppSecret } from './app-secret.ts';
import { saveAskAnswers } from '../features/ask/save-ask-answers.ts';
import { readPushKeys } from '../platform/push/push-keys.ts';
import { setEmail } from '../features/contact/set-email.ts';
import { StartupError } from '../platform/startup/startup-error.ts';
import { sampleSealedRows } from '../platform/vault/sealed-rows.ts';

const SECRET = 'a secret for tests, thirty-two characters';

let database: TestDatabase;
let services: TestServices;
let dataDir: string;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-secret-'));
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const read = (appSecret?: string) =>
  sampleSealedRows(database.url).then((sealed) => readAppSecret({ appSecret, dataDir }, sealed));

test('nothing is sealed: one is made, and kept', async () => {
  const made = await read();
  expect(await read()).toBe(made);
  expect(await readFile(join(dataDir, 'app-secret'), 'utf8')).toBe(made);
  await rm(dataDir, { recursive: true });
});

const kinds: [string, () => Promise<unknown>][] = [
  ['the keys for push messages', () => readPushKeys(services, services.orm.em.fork())],
  [
    'an address',
    async () => setEmail(services, await newcomer(services, 'Sealed'), { address: 'sealed@example.org' }),
  ],
  [
    'how to reach a local',
    async () => saveAskAnswers(services, { token: (await anAsk(services)).token, contact: 'Signal line.41' }),
  ],
];

test.each(kinds)(
  '%s is sealed: no secret and another one stop the start with a sentence',
  async (_what, seal) => {
    const db = services.orm.em.fork().getKysely();
    await db.deleteFrom('contact').execute();
    await db.deleteFrom('push_key').execute();
    await db.updateTable('ask').set({ contact_sealed: null }).execute();
    await seal();
    await expect(read()).rejects.toThrow(StartupError);
    await expect(read()).rejects.toThrow('app-secret is not there: put it back');
    await expect(readFile(join(dataDir, 'app-secret'))).rejects.toThrow();
    await expect(read('another secret for tests, of thirty-two')).rejects.toThrow(
      'APP_SECRET is not the one',
    );
    expect(await read(SECRET)).toBe(SECRET);
    await rm(dataDir, { recursive: true });
  },
);

test('the whole server says so too', async () => {
  await expect(
    startApp(database.url, { APP_SECRET: 'another secret for tests, of thirty-two' }),
  ).rejects.toThrow('APP_SECRET is not the one');
});
