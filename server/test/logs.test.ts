import 'reflect-metadata';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { createLog, type Log } from '../src/platform/log/log.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { startApp } from './support/start-app.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { until } from './support/until.ts';

/** What people type or carry. None of it may stand in a log. */
const secrets = {
  handle: 'Rosamunde',
  mean: 'Theodora',
  email: 'rosa@picket.example',
  address: '203.0.113.77',
  link: 'approval-token-in-a-link-0123456789',
  query: 'shop-floor-list',
  cookie: 'cookie-of-somebody',
  agent: 'FairPhone',
  slug: 'foundry-on-strike',
};

const JOIN = `mutation Join($handle: String!) {
  join(input: { handle: $handle, skills: [WRITING], languages: ["en"] }) { errors { code } } }`;

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

interface Line {
  level: number;
  msg: string;
  requestId?: string;
  [name: string]: unknown;
}

/** Does what goes well and what goes wrong, with people's data in all of it; gives what was logged. */
async function drive(
  makeLog: (write: { write(line: string): void }) => Log,
): Promise<{ log: string; ids: string[] }> {
  let log = '';
  const app = await startApp(database.url, {}, makeLog({ write: (line) => void (log += line) }));
  const headers = {
    cookie: `strikeboard=${secrets.cookie}`,
    'x-forwarded-for': secrets.address,
    'user-agent': secrets.agent,
  };
  const db = services.orm.em.getKysely();
  const ids: string[] = [];
  const ask = async (query: string, variables: object = {}) => {
    const answer = await app.ask(query, variables, headers);
    ids.push(answer.headers.get('x-request-id') ?? '');
    return await answer.json();
  };
  await ask(JOIN, { handle: secrets.handle });
  await ask(`{ campaign(slug: "${secrets.slug}") { id } }`);
  await ask(`{ nothing(email: "${secrets.email}") }`);
  await fetch(`${app.url}/approve/${secrets.link}?${secrets.query}`, { headers });
  // Faults of ours: one whose error holds the whole row, as PostgreSQL tells it, and one of a missing table.
  await sql`alter table person add constraint mean check (handle <> ${sql.lit(secrets.mean)})`.execute(db);
  const broken = await ask(JOIN, { handle: secrets.mean });
  await sql`alter table person drop constraint mean`.execute(db);
  expect(broken).toMatchObject({ errors: [{ extensions: { logId: ids.at(-1) } }] });
  await db.schema.alterTable('campaign').renameTo('campaign_away').execute();
  await ask(`{ campaign(slug: "${secrets.slug}") { id } }`);
  await db.schema
    .alterTable('campaign_away' as never)
    .renameTo('campaign')
    .execute();
  const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers,
  });
  await new Promise((resolve) => socket.once('open', resolve));
  socket.close();
  await until('all was logged', () => log.split('\n').filter((line) => line !== '').length >= ids.length);
  await app.close();
  // Emptying takes tables one after the other, as what the server does meanwhile does in another order.
  await sql`truncate person cascade`.execute(db);
  return { log, ids };
}

/** The one assertion about what a log may hold. */
function expectNothingTold(log: string): void {
  for (const [what, secret] of Object.entries(secrets)) expect(log.includes(secret), what).toBe(false);
}

test('each request is one line, with its id, its class and how it ended; faults carry the same id', async () => {
  const { log, ids } = await drive((write) => createLog({ forPeople: false, write }));
  const lines = log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
  const answered = lines.filter(({ msg }) => msg === 'answered');
  for (const id of ids) {
    expect(answered.filter(({ requestId }) => requestId === id)).toEqual([
      expect.objectContaining({ level: 30, method: 'POST', route: '/graphql', ms: expect.any(Number) }),
    ]);
  }
  expect(
    answered.map(({ method, route, status }) => `${String(method)} ${String(route)} ${String(status)}`),
  ).toEqual(expect.arrayContaining(['POST /graphql 200', 'GET /approve/… 404']));
  // Sockets come by the thousand: one line for all of a kind.
  expect(lines.filter(({ msg }) => msg === 'sockets answered')).toEqual([
    expect.objectContaining({ method: 'GET', route: '/graphql', status: 101, count: 1 }),
  ]);
  const faults = lines.filter(({ level }) => level >= 50);
  expect(faults.map(({ requestId }) => requestId)).toEqual(expect.arrayContaining([ids[3], ids[4]]));
  expect(faults[0]?.['err']).toMatchObject({ code: '23514', constraint: 'mean', table: 'person' });
  expectNothingTold(log);
});

test('in a terminal there are faults in words, and no requests', async () => {
  const { log } = await drive((write) => createLog({ forPeople: true, write }));
  expect(log).toMatch(/^\d\d:\d\d:\d\d error: an operation failed/m);
  expect(log).toContain('42P01');
  expect(log).not.toContain('answered');
  expectNothingTold(log);
});

test('mutant: a log that keeps errors as they come is caught', async () => {
  const { log } = await drive((write) => pino({ level: 'info' }, write));
  expect(() => expectNothingTold(log)).toThrow('mean');
});

test('mutant: a log of whole addresses is caught', async () => {
  const { log } = await drive((write) => {
    const careless = createLog({ forPeople: false, write });
    careless.info({ path: `/approve/${secrets.link}` }, 'answered');
    return careless;
  });
  expect(() => expectNothingTold(log)).toThrow('link');
});

test('whoever logs a whole request tells nothing by it', () => {
  let log = '';
  const careful = createLog({ forPeople: false, write: { write: (line) => void (log += line) } });
  const { handle, email, cookie, address } = secrets;
  careful.info(
    { handle, email, ip: address, headers: { cookie }, variables: { handle }, url: `/p/${handle}` },
    'x',
  );
  expectNothingTold(log);
});
