import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type CuttableProxy, openCuttableProxy } from './faults/cuttable-proxy.ts';
import { startStrike } from './live/support/strike.ts';
import { build } from './support/build.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { type ServerProcess, startServer } from './support/start-server.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { until } from './support/until.ts';

// The built pages, as people get them, while their database is away; and addresses that lead nowhere.

let database: TestDatabase;
let services: TestServices;
let proxy: CuttableProxy;
let server: ServerProcess;
let slug: string;
let cookie: string;

beforeAll(async () => {
  await build();
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  const strike = await startStrike(services);
  const campaigns = services.orm.em.fork().getKysely().selectFrom('campaign').select('slug');
  ({ slug } = await campaigns.where('id', '=', strike.campaignId).executeTakeFirstOrThrow());
  cookie = `strikeboard=${strike.organizer.token}`;
  const { hostname, port, pathname, username } = new URL(database.url);
  proxy = await openCuttableProxy(() => ({ path: `${decodeURIComponent(hostname)}/.s.PGSQL.${port}` }));
  server = await startServer({
    DATABASE_URL: `postgresql://${username}@127.0.0.1:${proxy.port}${pathname}`,
    APP_SECRET: 'a secret for tests, thirty-two characters',
    DATABASE_CONNECT_SECONDS: '1',
    DATABASE_STATEMENT_SECONDS: '2',
  });
}, 240_000);
afterAll(async () => {
  await server.stop();
  await proxy.close();
  await services.close();
  await database.drop();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { redirect: 'manual', headers: { accept: 'text/html', ...headers } });

describe('the database is away', () => {
  test('every page says so in words, with 503 and when to come again; and they are back with it', async () => {
    const everybody = ['/', `/c/${slug}`, `/c/${slug}/board`, '/p/Nobody'];
    const mine = ['/me', '/me/notices', '/desk', `/c/${slug}/settings`];
    expect((await get(`/c/${slug}`, { cookie })).status).toBe(200);
    proxy.silence('all lines');
    onTestFinished(() => proxy.speak());
    // Those that were open find out; from then on nobody waits for a line that is silent.
    const asked = [
      ...everybody.map((path) => ({ path, headers: {} })),
      ...[...everybody, ...mine].map((path) => ({ path, headers: { cookie } })),
    ];
    const answers = await Promise.all(
      asked.map(async ({ path, headers }) => {
        const answer = await get(path, { ...headers, 'accept-language': 'en' });
        return { path, answer, words: await answer.text() };
      }),
    );
    for (const { path, answer, words } of answers) {
      expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 503, '5']);
      expect(words).toContain('The board is restarting');
    }
    const spanish = await get(`/c/${slug}/board`, { 'accept-language': 'es' });
    expect(await spanish.text()).toContain('El tablero se está reiniciando');
    proxy.speak();
    await until(
      'the pages are back',
      async () => (await get(`/c/${slug}`, { cookie })).status === 200,
      20_000,
    );
    // A database that is away is no fault of the pages.
    expect(server.output()).not.toContain('a page failed');
  }, 90_000);
});

describe('addresses that lead nowhere', () => {
  const of = (part: string) => [
    `/c/${part}`,
    `/c/${part}/board`,
    `/c/${part}/board/__data.json`,
    `/c/${part}/settings`,
    `/c/${part}/wall`,
    `/campaigns/${part}`,
    `/campaigns/${part}/wall/links`,
    `/p/${part}`,
    `/desk/asks/${part}`,
    `/unsubscribe/${part}`,
    `/_app/${part}`,
    `/${part}`,
  ];

  const parts = [
    '%00',
    'a%00b',
    '%0A',
    'a%0Ab',
    '%0D%0Aset-cookie:%20x',
    '%7f',
    '%ff',
    '%',
    '%zz',
    '..%2f..%2f',
    'x'.repeat(2_000),
  ];

  test.each(parts.map((part) => [part.slice(0, 40), part] as const))('%s', async (_name, part) => {
    for (const path of of(part)) {
      const { status } = await get(path, { cookie });
      expect([path, status < 500]).toEqual([path, true]);
    }
    const { status } = await get(`/c/${part}`, { cookie });
    expect([400, 404]).toContain(status);
    expect(server.output()).not.toContain('a page failed');
  });

  test('nor do queries that hold what nothing of ours does', async () => {
    for (const query of [
      'claim=%00',
      'next=%0a%0d',
      'after=%00',
      'card=99999999999999999999',
      'card=%00',
      'lang=%00',
      'theme=%00',
    ])
      for (const path of [
        '/',
        '/join',
        '/desk',
        `/c/${slug}`,
        `/c/${slug}/board`,
        `/campaigns/${slug}/wall`,
      ]) {
        const { status } = await get(`${path}?${query}`, { cookie });
        expect([path, query, status < 500]).toEqual([path, query, true]);
      }
  });
});
