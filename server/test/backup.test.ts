import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openContact } from '../src/features/ask/contact.ts';
import { readAskByToken } from '../src/features/ask/read-asks.ts';
import { saveAskAnswers } from '../src/features/ask/save-ask-answers.ts';
import { keepHistory } from '../src/core/board/history.ts';
import { projectDir } from '../src/platform/startup/project-dir.ts';
import { embeddedAddress } from '../src/platform/db/embedded-postgres.ts';
import { openOrm } from '../src/app/open-orm.ts';
import { createVault } from '../src/platform/vault/vault.ts';
import { anAsk } from './support/an-ask.ts';
import { build } from './support/build.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { type ServerProcess, startServer } from './support/start-server.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { dropDatabase } from './support/test-cluster.ts';
import { until } from './support/until.ts';
import { SocketClient } from './live/support/socket-client.ts';
import { aCard, startStrike, type Strike } from './live/support/strike.ts';
import { BOARD_CHANGES, freshSnapshot, type Message, Watcher } from './live/support/watcher.ts';

interface Cursor {
  epoch: string;
  revision: number;
}

/** What the stream says first to somebody who comes with a cursor. */
async function firstWord(url: string, board: string, after: Cursor): Promise<string> {
  const client = await new SocketClient(url).ready();
  try {
    let said: Message | undefined;
    client.subscribe(BOARD_CHANGES, { board, after }, ({ payload }) => {
      said ??= (payload as { data: { boardChanges: Message } }).data.boardChanges;
    });
    return (await until('the stream speaks', () => said)).kind;
  } finally {
    client.terminate();
  }
}

/** The use cases over the database of a server that runs, with the secret it made for itself. */
async function servicesOver(dataDir: string): Promise<TestServices> {
  const services = await createTestServices((await embeddedAddress(dataDir))!);
  return Object.assign(services, { vault: createVault(await readFile(join(dataDir, 'app-secret'), 'utf8')) });
}

/** The command as a person gives it. */
async function command(words: string[], dataDir: string): Promise<{ code: number; said: string }> {
  const main = join(projectDir(), 'server/dist/main.js');
  const run = promisify(execFile)(process.execPath, [main, ...words], {
    cwd: projectDir(),
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: dataDir },
  });
  return run.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }),
  );
}

beforeAll(build);

describe('a backup of the built-in database', () => {
  let folder = '';
  let server: ServerProcess;
  let services: TestServices;
  let strike: Strike;
  const [dataDir, elsewhere, file] = ['data', 'elsewhere', 'strike.backup'];
  const path = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'strikeboard-backup-'));
    server = await startServer({ DATA_DIR: path(dataDir) });
    services = await servicesOver(path(dataDir));
    strike = await startStrike(services);
  });
  afterAll(async () => {
    await services.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('is made while people work, and what it brings back is the board as it was, with nothing half', async () => {
    const { token } = await anAsk(services);
    await saveAskAnswers(services, { token, contact: 'Signal line.41' });
    const before: string[] = [];
    for (let count = 0; count < 20; count += 1)
      before.push(await aCard(services, strike, { title: `Before ${count}` }));

    // People go on while it is made.
    let made = false;
    const meanwhile: string[] = [];
    const people = (async () => {
      while (!made) meanwhile.push(await aCard(services, strike, { title: `Meanwhile ${meanwhile.length}` }));
    })();
    const backup = await command(['backup', path(file)], path(dataDir)).finally(() => (made = true));
    await people;
    expect(backup).toMatchObject({ code: 0, said: expect.stringContaining(path(file)) });
    expect(meanwhile.length).toBeGreaterThan(0);
    // Only who made it may read it, and nothing of the making is left: neither files nor kept log.
    expect((await stat(path(file))).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual([dataDir, file]);
    const db = services.orm.em.fork().getKysely();
    expect((await sql`select from pg_replication_slots`.execute(db)).rows).toEqual([]);

    // What is lost: more work, which a screen sees.
    for (let count = 0; count < 5; count += 1) await aCard(services, strike, { title: `Lost ${count}` });
    const screen = await new Watcher({ url: () => server.url, board: strike.board, token: null }).start();
    const { epoch, revision } = (await freshSnapshot(server.url, strike.board, null))!;
    await until('the screen is at the head', () => screen.revision === revision);
    await services.close();
    await server.stop();

    const restore = await command(['restore', path(file)], path(dataDir));
    expect(restore).toMatchObject({ code: 0, said: expect.stringContaining('what was there before is in') });
    server = await startServer({ DATA_DIR: path(dataDir) });
    services = await servicesOver(path(dataDir));

    // Every change that was acknowledged before it began is there, and the log has no gap.
    const now = (await freshSnapshot(server.url, strike.board, null))!;
    const titles = new Set(now.cards.map(({ title }) => title));
    for (let count = 0; count < before.length; count += 1) expect(titles).toContain(`Before ${count}`);
    expect([...titles].filter((title) => title.startsWith('Lost'))).toEqual([]);
    const { rows: log } = await sql<{ revision: number }>`select revision from board_event
      where board_id = ${strike.boardId} order by revision`.execute(services.orm.em.fork().getKysely());
    expect(log.map((event) => event.revision)).toEqual(
      Array.from({ length: now.revision }, (_, index) => index + 1),
    );
    // What was sealed opens: the secret came along.
    const ask = (await readAskByToken(services.orm.em.fork(), token))!;
    expect(openContact(services.vault, ask)).toBe('Signal line.41');

    // The lost revisions are given out again, with another content.
    while ((await freshSnapshot(server.url, strike.board, null))!.revision <= revision)
      await aCard(services, strike, { title: 'Another history' });
    expect(await firstWord(server.url, strike.board, { epoch, revision })).toBe('RESET');
    await until('the screen shows what is', () => screen.agrees());
    expect(screen.complaints).toEqual([]);
    screen.close();

    // The mutant: a restored history that goes by its old name. Whoever saw the lost one is told nothing of it.
    await sql`update board set epoch = ${epoch.slice(0, 36)}::uuid where id = ${strike.boardId}`.execute(
      services.orm.em.fork().getKysely(),
    );
    await until(
      'the server knows',
      async () => (await freshSnapshot(server.url, strike.board, null))!.epoch === epoch,
    );
    await expect(
      firstWord(server.url, strike.board, { epoch, revision }).then((word) => expect(word).toBe('RESET')),
    ).rejects.toThrow('RESET');
  }, 120_000);

  test('goes to another machine, and from a server that is stopped', async () => {
    const other = path('other.backup');
    const { revision } = (await freshSnapshot(server.url, strike.board, null))!;
    await services.close();
    await server.stop();
    expect((await command(['backup', other], path(dataDir))).code).toBe(0);
    const restored = await command(['restore', other], path(elsewhere));
    expect(restored).toMatchObject({ code: 0, said: expect.not.stringContaining('before is in') });
    server = await startServer({ DATA_DIR: path(elsewhere) });
    services = await servicesOver(path(elsewhere));
    expect((await freshSnapshot(server.url, strike.board, null))!.revision).toBe(revision);
  }, 60_000);

  test('is refused in a sentence where it would do harm, and then everything is as it was', async () => {
    const refused = async (words: string[], sentence: RegExp, where = elsewhere) => {
      const { code, said } = await command(words, path(where));
      expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(sentence) });
      expect(said.trim().split('\n')).toHaveLength(1);
    };
    await writeFile(path('letter.txt'), 'Dear all');
    await refused(['backup', path(file)], /is there already/);
    await refused(['backup'], /^Name a file/);
    await refused(['backup', path('x.backup')], /no database in/, 'nowhere');
    await refused(['restore', path(file)], /Another Strikeboard server is using/);
    await refused(['restore', path('letter.txt')], /could not be packed or read/, 'nowhere');
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect(readdirSync(folder).filter((name) => name.includes('.part-'))).toEqual([]);
  }, 60_000);
});

describe('a database that is another one than before', () => {
  let database: TestDatabase;
  let services: TestServices;
  let strike: Strike;
  const epochOf = async ({ orm }: Pick<TestServices, 'orm'>) =>
    (
      await sql<{ epoch: string }>`select epoch from board where id = ${strike.boardId}`.execute(
        orm.em.fork().getKysely(),
      )
    ).rows[0]!.epoch;

  beforeAll(async () => {
    database = await createTestDatabase();
    services = await createTestServices(database.url);
    strike = await startStrike(services);
    await keepHistory(services);
  });
  afterAll(async () => {
    await services.close();
    await database.drop();
  });

  test('the same database keeps its epochs, however often and however many servers start', async () => {
    const before = await epochOf(services);
    expect(await Promise.all([1, 2, 3].map(() => keepHistory(services)))).toEqual([0, 0, 0]);
    expect(await epochOf(services)).toBe(before);
  });

  test('a copy of it, or a dump put back, begins anew by itself, once', async () => {
    const [admin, name] = [new URL(database.url), `copy_${process.pid}_${Date.now()}`];
    const original = admin.pathname.slice(1);
    admin.pathname = '/postgres';
    await services.close();
    const client = new pg.Client({ connectionString: admin.href });
    await client.connect();
    await client.query(`create database ${name} template ${original} strategy wal_log`);
    await client.end();
    admin.pathname = `/${name}`;
    services = await createTestServices(database.url);
    const copy = await createTestServices(admin.href);
    try {
      expect(await epochOf(copy)).toBe(await epochOf(services));
      expect(await Promise.all([keepHistory(copy), keepHistory(copy)]).then((all) => all.sort())).toEqual([
        0, 1,
      ]);
      expect(await epochOf(copy)).not.toBe(await epochOf(services));
    } finally {
      await copy.close();
      admin.pathname = '/postgres';
      await dropDatabase(admin.href, name);
    }
  });

  test('a copy of its disk shows nothing, so a person says it: --restored', async () => {
    const before = await epochOf(services);
    expect(await keepHistory(services, { restored: true })).toBe(1);
    expect(await epochOf(services)).not.toBe(before);
  });

  test('an account without special rights is enough to see it', async () => {
    const role = `plain_${process.pid}_${Date.now()}`;
    const db = services.orm.em.fork().getKysely();
    await sql.raw(`create role ${role} login`).execute(db);
    await sql.raw(`grant select, insert, update on history, board to ${role}`).execute(db);
    const url = new URL(database.url);
    url.username = role;
    const orm = openOrm(url.href);
    try {
      expect(await keepHistory({ orm, log: services.log })).toBe(0);
      expect(await keepHistory({ orm, log: services.log }, { restored: true })).toBe(1);
    } finally {
      await orm.close();
      await sql.raw(`drop owned by ${role}`).execute(db);
      await sql.raw(`drop role ${role}`).execute(db);
    }
  });
});
