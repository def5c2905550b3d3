import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveCard } from '../src/core/card/move-card.ts';
import { createMetrics } from '../src/platform/metrics/metrics.ts';
import type { QueryRows } from '../src/platform/metrics/read-queues.ts';
import { registerSources, type Sources } from '../src/app/sources.ts';
import { noCounts } from './live/support/collector.ts';
import { aCard, startStrike } from './live/support/strike.ts';
import { Watcher } from './live/support/watcher.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { startApp, type TestApp } from './support/start-app.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { until } from './support/until.ts';

const TOKEN = 'whoever shows this one may read all figures';

let database: TestDatabase;
let services: TestServices;
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  app = await startApp(database.url, { METRICS_PORT: '0' });
});
afterAll(async () => {
  await app.close();
  await services.close();
  await database.drop();
});

/** All figures by name and labels, as they are written. */
async function figures(): Promise<Map<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${app.metricsPort}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

/** How much each figure grew while something was done. */
async function growth(act: () => Promise<void>): Promise<(name: string) => number> {
  const before = await figures();
  await act();
  const after = await figures();
  return (name) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
}

test('figures have a port of their own, and nothing else is there', async () => {
  expect((await fetch(`http://127.0.0.1:${app.metricsPort}/`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${app.metricsPort}/metrics`, { method: 'POST' })).status).toBe(404);
  expect((await fetch(`${app.url}/metrics`)).status).toBe(404);
});

test('on the main port they are for whoever shows the token', async () => {
  const other = await startApp(database.url, { METRICS_TOKEN: TOKEN });
  try {
    const status = async (authorization?: string) =>
      (await fetch(`${other.url}/metrics`, { headers: authorization ? { authorization } : {} })).status;
    expect(other.metricsPort).toBeUndefined();
    expect(await status()).toBe(401);
    expect(await status(`Bearer ${TOKEN}!`)).toBe(401);
    expect(await status(`Basic ${TOKEN}`)).toBe(401);
    expect(await status(`Bearer ${TOKEN}`)).toBe(200);
  } finally {
    await other.close();
  }
});

test('nobody asked, nothing is shown', async () => {
  const other = await startApp(database.url);
  expect((await fetch(`${other.url}/metrics`)).status).toBe(404);
  await other.close();
});

test('what a change costs can be asked: reads, executions, deliveries, lag; and what is open now', async () => {
  const strike = await startStrike(services);
  const cardId = await aCard(services, strike);
  const watchers = Array.from(
    { length: 6 },
    (_each, index) =>
      new Watcher({
        url: () => app.url,
        board: strike.board,
        token: index < 4 ? null : strike.organizer.token,
      }),
  );
  await Promise.all(watchers.map((watcher) => watcher.start()));
  const now = await figures();
  expect(now.get('strikeboard_sockets_open')).toBe(6);
  expect(now.get('strikeboard_socket_operations_open')).toBe(6);
  expect(now.get('strikeboard_watched_boards')).toBe(1);
  expect(now.get('strikeboard_cohorts')).toBe(2);
  expect(now.get('strikeboard_database_connections{pool="main",state="most"}')).toBe(12);
  expect(now.get('strikeboard_database_waiting{pool="main"}')).toBe(0);
  expect(now.get('strikeboard_jobs{queue="lease",state="waiting"}')).toBeDefined();

  const grew = await growth(async () => {
    // Hints of another replica's services stay there, so this server finds the change by its poll.
    const { revision } = await moveCard(services, strike.organizer.viewer.personId, { cardId });
    await until('everybody has it', () => watchers.every((watcher) => watcher.revision === revision));
    await until('it was counted', async () =>
      (await figures()).get('strikeboard_delivery_lag_seconds_count'),
    );
  });
  expect(grew('strikeboard_log_reads_total')).toBe(1);
  expect(grew('strikeboard_executions_total')).toBe(2);
  expect(grew('strikeboard_change_executions_total')).toBe(2);
  expect(grew('strikeboard_deliveries_total')).toBe(6);
  expect(grew('strikeboard_delivery_lag_seconds_count')).toBe(2);
  expect(grew('strikeboard_buffer_cuts_total')).toBe(0);
  for (const watcher of watchers) watcher.close();
  await until('sockets are closed', async () => (await figures()).get('strikeboard_sockets_open') === 0);
});

test('operations are told by name where the name is ours, and as other where it is not', async () => {
  const grew = await growth(async () => {
    await app.ask('query Landing { __typename }');
    await app.ask('query AnaFromLocal41 { __typename }');
    await app.ask('query Landing { nothing }');
    await app.ask('{');
  });
  const named = (operation: string, type: string, outcome: string) =>
    grew(
      `strikeboard_graphql_operations_total{operation="${operation}",type="${type}",outcome="${outcome}"}`,
    );
  expect(named('Landing', 'query', 'ok')).toBe(1);
  expect(named('other', 'query', 'ok')).toBe(1);
  // What cannot be read has no name.
  expect(named('other', 'unknown', 'refused')).toBe(2);
  expect([...(await figures()).keys()].join()).not.toContain('AnaFromLocal41');
});

test('a request is told by the class of its address: no label grows with what people type', async () => {
  const paths = [
    '/c/hold-the-line',
    '/p/Ana',
    '/approve/secret-token',
    '/%2e%2e/x',
    '/graphql?handle=Ana',
    '//evil',
  ];
  const asked = paths.map((path) =>
    fetch(`${app.url}${path}`, { headers: { 'x-forwarded-for': '203.0.113.9' } }),
  );
  await Promise.all(asked.map(async (answer) => (await answer).text()));
  await until('they are counted', async () =>
    (await figures()).get(
      'strikeboard_http_request_duration_seconds_count{route="/c/…",method="GET",status="404"}',
    ),
  );
  const all = [...(await figures()).keys()].join('\n');
  for (const secret of ['hold-the-line', 'Ana', 'secret-token', '203.0.113.9', 'evil']) {
    expect(all).not.toContain(secret);
  }
});

test('every name follows the conventions, and no label is another than these', async () => {
  const text = await (await fetch(`http://127.0.0.1:${app.metricsPort}/metrics`)).text();
  const types = [...text.matchAll(/^# TYPE (strikeboard_\w+) (\w+)$/gm)];
  expect(types.length).toBeGreaterThan(15);
  for (const [, name, type] of types) {
    expect(name).toMatch(/^strikeboard(_[a-z0-9]+)+$/);
    expect(name?.endsWith('_total'), name).toBe(type === 'counter');
    expect(name).not.toMatch(/_(ms|millis|milliseconds|kb)\b/);
    expect(text).toContain(`# HELP ${name} `);
  }
  const ours = text.split('\n').filter((line) => line.startsWith('strikeboard_'));
  const labels = new Set(ours.flatMap((line) => [...line.matchAll(/[{,](\w+)=/g)].map(([, label]) => label)));
  expect([...labels].sort()).toEqual(
    [
      ...['direction', 'kind', 'le', 'method', 'operation', 'outcome', 'pool', 'queue', 'route', 'state'],
      ...['status', 'type'],
    ].sort(),
  );
  expect(text).toContain('nodejs_eventloop_lag_seconds');
  expect(text).toContain('nodejs_gc_duration_seconds');
  expect(text).toContain('nodejs_heap_size_used_bytes');
});

/** A server that does nothing, over a database that answers so. */
const idleOver = (query: QueryRows): Sources => ({
  live: {
    counts: noCounts(),
    boards: { cohortCount: 0 },
    walls: { cohortCount: 0 },
    watchedBoards: 0,
  },
  sockets: { openSockets: 0, openOperations: 0 },
  busState: () => ({ kind: 'notify', connected: false, since: new Date(0), received: 3, sent: 2 }),
  pools: {},
  queues: ['lease'],
  query,
});

test('however often it is scraped, the queues are counted once in a while', async () => {
  const metrics = await createMetrics();
  let asked = 0;
  const lease = { queue: 'lease', scheduled: 1, waiting: 2, active: 3, failed: 4, oldestSeconds: 5 };
  metrics.follow(
    registerSources(
      idleOver(async () => {
        asked += 1;
        return { rows: [lease] };
      }),
    ),
  );
  const written = await Promise.all(Array.from({ length: 20 }, () => metrics.write()));
  expect(asked).toBe(1);
  expect(written[0]?.text).toContain('strikeboard_jobs{queue="lease",state="waiting"} 2');
  expect(written[0]?.text).toContain('strikeboard_jobs_oldest_waiting_seconds{queue="lease"} 5');
});

test('queues that cannot be counted are not shown, and the other figures are', async () => {
  const metrics = await createMetrics();
  metrics.follow(registerSources(idleOver(() => Promise.reject(new Error('gone')))));
  const { text } = await metrics.write();
  expect(text).not.toContain('strikeboard_jobs{');
  expect(text).toContain('strikeboard_sockets_open 0');
});

test('whether other servers are heard is shown, and what went to and fro', async () => {
  const now = await figures();
  expect(now.get('strikeboard_bus_connected{kind="notify"}')).toBe(1);
  const metrics = await createMetrics();
  const sources = {
    ...idleOver(async () => ({ rows: [] })),
    readDatabase: { counts: { answered: 5, behind: 1, away: 0 } },
  };
  metrics.follow(registerSources(sources));
  const { text } = await metrics.write();
  expect(text).toContain('strikeboard_bus_connected{kind="notify"} 0');
  expect(text).toContain('strikeboard_bus_messages_total{direction="sent"} 2');
  expect(text).toContain('strikeboard_bus_messages_total{direction="received"} 3');
  expect(text).toContain('strikeboard_read_database_total{outcome="answered"} 5');
  expect(text).toContain('strikeboard_read_database_total{outcome="behind"} 1');
});

test('those who come back with the same cursor share what was made for the first of them', async () => {
  const strike = await startStrike(services);
  const cardId = await aCard(services, strike);
  const watchers = Array.from(
    { length: 5 },
    () => new Watcher({ url: () => app.url, board: strike.board, token: null }),
  );
  await Promise.all(watchers.map((watcher) => watcher.start()));
  for (const watcher of watchers) watcher.sleep();
  const { revision } = await moveCard(services, strike.organizer.viewer.personId, { cardId });
  // One stays awake, so that the board goes on being watched and what was made is kept.
  const awake = await new Watcher({ url: () => app.url, board: strike.board, token: null }).start();
  const grew = await growth(async () => {
    for (const watcher of watchers) watcher.wake();
    await until('all have caught up', () => watchers.every((watcher) => watcher.revision === revision));
  });
  expect(grew('strikeboard_replays_total')).toBe(1);
  expect(grew('strikeboard_replays_shared_total')).toBe(4);
  for (const watcher of [...watchers, awake]) watcher.close();
});
