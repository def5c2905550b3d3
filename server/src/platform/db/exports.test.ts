import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCard, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { startApp, type TestApp } from '../../../test/support/start-app.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { until } from '../../../test/support/until.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { openSession } from '../../core/person/open-session.ts';
import { newcomer } from '../../../test/support/people.ts';
import { EXPORTS_AT_ONCE } from './exports.ts';

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

/** Connections that are in a transaction, or work. */
async function busyConnections(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and state like '%transaction%'`.execute(
    services.orm.em.fork().getKysely(),
  );
  return rows[0]!.count;
}

test('two are read at a time, and all in the end, also after some that failed', async () => {
  let running = 0;
  let most = 0;
  const gate = Promise.withResolvers<void>();
  const reads = Array.from({ length: 7 }, (_, index) =>
    services.exports.atOneMoment(async (em) => {
      running += 1;
      most = Math.max(most, running);
      await gate.promise;
      await sql`select 1`.execute(em.getKysely());
      running -= 1;
      if (index % 3 === 0) throw new Error('broken');
      return index;
    }),
  );
  await until('as many as may have begun', () => running === EXPORTS_AT_ONCE);
  gate.resolve();
  const settled = await Promise.allSettled(reads);
  expect(settled.map(({ status }) => status)).toEqual(
    [0, 1, 2, 3, 4, 5, 6].map((index) => (index % 3 === 0 ? 'rejected' : 'fulfilled')),
  );
  expect(most).toBe(EXPORTS_AT_ONCE);
});

test('one moment of the database, whatever is written meanwhile', async () => {
  const strike = await localOnStrike(services);
  const count = async (em: typeof services.orm.em) =>
    (await em.getKysely().selectFrom('card').select('id').where('board_id', '=', strike.boardId).execute())
      .length;
  const counts = await services.exports.atOneMoment(async (em) => {
    const before = await count(em);
    await aCard(services, strike);
    return [before, await count(em)];
  });
  expect(counts).toEqual([0, 0]);
});

test('a file that nobody reads holds no connection, and what failed leaves none behind', async () => {
  const file = await services.exports.toFile(async (_em, out) => void out.end('all of it'));
  expect(await busyConnections()).toBe(0);
  const parts = await file.reader.toArray();
  expect(Buffer.concat(parts as Buffer[]).toString()).toBe('all of it');
  file.drop();
  await expect(
    services.exports.toFile(async () => {
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
  // As often as one likes: each gave its place back.
  for (let time = 0; time < 50; time += 1)
    (await services.exports.toFile(async (_em, out) => void out.end())).drop();
});

test('downloads that nobody reads hold no connection and no transaction, and keep nobody from the board', async () => {
  const app: TestApp = await startApp(database.url);
  const opened: IncomingMessage[] = [];
  try {
    const strike = await localOnStrike(services);
    const { id } = await aCard(services, strike);
    const db = services.orm.em.fork().getKysely();
    const row = await db.selectFrom('card').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    // More than the lines between here and there take without a reader, also when packed.
    const more = Array.from({ length: 600 }, (_, index) => ({
      ...row,
      ...{ id: crypto.randomUUID(), number: index + 2, links: '[]', checklist: '[]' },
      deliverable: randomBytes(1_500).toString('base64'),
    }));
    for (let from = 0; from < more.length; from += 500)
      await db
        .insertInto('card')
        .values(more.slice(from, from + 500) as never)
        .execute();
    const { personId, handle } = await newcomer(services, 'Reader');
    await setRole(services, strike.carmen, {
      organizationId: strike.organizationId,
      handle,
      role: 'ORGANIZER',
    });
    const { token } = await openSession(services.orm.em.fork(), {
      personId,
      device: 'Phone',
      replaces: null,
    });
    const headers = { cookie: `strikeboard=${token}` };
    const download = `${app.url}/export/campaign/${strike.slug}.zip`;
    for (let time = 0; time < 2; time += 1) {
      const [answer] = (await once(get(download, { headers, agent: false }), 'response')) as [
        IncomingMessage,
      ];
      answer.on('error', () => undefined);
      opened.push(answer);
      expect(answer.statusCode).toBe(200);
      expect(Number(answer.headers['content-length'])).toBeGreaterThan(1_500_000);
    }
    await until('no transaction is left', async () => (await busyConnections()) === 0);
    expect((await app.ask('{ campaigns { edges { node { id } } } }')).status).toBe(200);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    // Given up, they leave room for one that is read: all of it.
    for (const answer of opened) answer.destroy();
    const whole = await until(
      'the server noticed',
      async () => {
        const answer = await fetch(download, { headers });
        const { byteLength } = await answer.arrayBuffer();
        return answer.status === 200 && byteLength === Number(answer.headers.get('content-length'));
      },
      60_000,
    );
    expect(whole).toBe(true);
    // Three at once of one person: one of them has to wait until another ended.
    const three = await Promise.all([1, 2, 3].map(() => fetch(download, { headers })));
    expect(three.map(({ status }) => status).sort()).toEqual([200, 200, 429]);
    await Promise.all(three.map((answer) => answer.arrayBuffer()));
  } finally {
    for (const answer of opened) answer.destroy();
    await app.close();
  }
}, 120_000);
