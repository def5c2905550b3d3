import 'reflect-metadata';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTracing } from '../src/platform/tracing/open-tracing.ts';
import { startStrike, type Strike } from './live/support/strike.ts';
import { Watcher } from './live/support/watcher.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { startApp, type TestApp } from './support/start-app.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { type SentSpan, startTraceCollector, type TraceCollector } from './support/trace-collector.ts';
import { until } from './support/until.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';

/** What people type or carry. None of it may ever be sent. */
const secrets = {
  title: 'Leaflet about the foreman Kowalski',
  handle: 'Rosamunde',
  email: 'rosa@picket.example',
  address: '203.0.113.77',
  tracestate: 'congo=t61rcWkgMzE',
  query: 'from=shop-floor-list',
  link: 'approval-token-in-a-link-0123456789',
  cookie: 'theme=of-somebody',
  agent: 'FairPhone of Rosamunde',
  operation: 'QuestionOfRosamunde',
};

let database: TestDatabase;
let services: TestServices;
let collector: TraceCollector;
let app: TestApp;
let strike: Strike;
let token = '';

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  collector = await startTraceCollector();
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = collector.url;
  process.env['OTEL_SERVICE_NAME'] = 'board-of-tests';
  process.env['OTEL_BSP_SCHEDULE_DELAY'] = '50';
  app = await startApp(database.url, { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  strike = await startStrike(services);
  token = strike.organizer.token;
});
afterAll(async () => {
  await app.close();
  for (const name of ['ENDPOINT', 'SERVICE_NAME', 'SCHEDULE_DELAY']) {
    for (const prefix of ['OTEL_EXPORTER_OTLP_', 'OTEL_', 'OTEL_BSP_']) delete process.env[prefix + name];
  }
  await collector.close();
  await services.close();
  await database.drop();
});

const headers = () => ({
  traceparent: `00-${TRACE}-${CALLER}-01`,
  tracestate: secrets.tracestate,
  cookie: `strikeboard=${token}; ${secrets.cookie}`,
  'x-forwarded-for': secrets.address,
  'user-agent': secrets.agent,
});

const CREATE_CARD = `mutation CreateCard($board: ID!, $title: String!) {
  createCard(input: { boardId: $board, title: $title, deliverable: "A leaflet", skill: WRITING, hours: 1,
    phase: ONGOING, sensitivity: PUBLIC }) { card { id } errors { code } } }`;

const JOIN = `mutation Join($handle: String!) {
  join(input: { handle: $handle, skills: [WRITING], languages: ["en"] }) { errors { code } } }`;

/** The spans from one up to its root, by their names. */
function lineage(spans: SentSpan[], span: SentSpan): string[] {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return [span.name, ...(parent ? lineage(spans, parent) : [])];
}

/** The one assertion about what leaves the house. */
function expectNothingTold(dump: string): void {
  for (const [what, secret] of Object.entries({ ...secrets, token, board: strike.board })) {
    expect(dump.includes(secret), what).toBe(false);
  }
}

test('from the request to the fan-out a change is one trace, part of the caller’s', async () => {
  const watcher = await new Watcher({ url: () => app.url, board: strike.board, token: null }).start();
  const answer = await app.ask(CREATE_CARD, { board: strike.board, title: secrets.title }, headers());
  expect(await answer.json()).toMatchObject({ data: { createCard: { errors: [] } } });
  const ofTrace = () => collector.spans().filter(({ traceId }) => traceId === TRACE);
  await until('the whole trace', () => ofTrace().some(({ name }) => name === 'fan out'));
  await until('its beginning', () => ofTrace().some(({ name }) => name === 'POST /graphql'));
  watcher.close();

  const spans = ofTrace();
  const lines = spans.map((span) => lineage(spans, span).join(' < '));
  const change = 'change a board < mutation CreateCard < POST /graphql';
  expect(lines).toContain(change);
  expect(lines).toContain(`SELECT board < ${change}`);
  expect(lines).toContain(`COMMIT < ${change}`);
  expect(lines).toContain(`WITH card < ${change}`);
  expect(lines).toContain(`read the log of a board < ${change}`);
  expect(lines).toContain(`render BoardChanges < read the log of a board < ${change}`);
  expect(lines).toContain(`fan out < read the log of a board < ${change}`);
  const root = spans.find(({ name }) => name === 'POST /graphql');
  expect(root).toMatchObject({ parentSpanId: CALLER, kind: 2 });
  expect(root?.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: 200 } });
  expect(root?.attributes).toContainEqual({
    key: 'strikeboard.request_id',
    value: { stringValue: answer.headers.get('x-request-id') },
  });
  expect(collector.resource()).toEqual({ 'service.name': 'board-of-tests' });
});

test('nothing that people type or carry is sent, whatever goes wrong', async () => {
  const sent = collector.spans().length;
  await fetch(`${app.url}/approve/${secrets.link}?${secrets.query}`, { headers: headers() });
  await fetch(`${app.url}/graphql?${secrets.query}`, { method: 'POST', body: '{', headers: headers() });
  const asked = [
    `query ${secrets.operation} { __typename }`,
    `{ campaign(slug: "${secrets.handle}") { id } }`,
    '{ nothing }',
  ];
  for (const query of asked) await app.ask(query, { email: secrets.email }, headers());
  const joined = await app.ask(JOIN, { handle: secrets.handle }, { ...headers(), cookie: secrets.cookie });
  expect(await joined.json()).toMatchObject({ data: { join: { errors: [] } } });
  // A fault of ours, whose error holds the statement with what was typed in it.
  await services.orm.em.getKysely().schema.alterTable('campaign').renameTo('campaign_away').execute();
  const broken = await app.ask(`query { campaign(slug: "${secrets.handle}") { id } }`, {}, headers());
  await services.orm.em
    .getKysely()
    .schema.alterTable('campaign_away' as never)
    .renameTo('campaign')
    .execute();
  expect(await broken.json()).toMatchObject({
    errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
  await until('the fault', () => collector.spans().some(({ status }) => status.code === 2));
  await until('all requests', () => {
    const fresh = collector.spans().slice(sent);
    return fresh.filter(({ kind }) => kind === 2).length === asked.length + 4;
  });

  const names = new Set(collector.spans().map(({ name }) => name));
  expect(names).toContain('GET /approve/…');
  expect(names).toContain('query other');
  expect(names).toContain('unknown other');
  expect(names).toContain('INSERT person');
  expectNothingTold(collector.dump());
});

test('the poll and the clocks leave no traces of their own', () => {
  const roots = collector.spans().filter(({ parentSpanId }) => !parentSpanId);
  const known = /^(GET|POST) |^change a board$|^read the log of a board$/;
  expect(roots.map(({ name }) => name).filter((name) => !known.test(name))).toEqual([]);
});

test('mutant: spans as careless instrumentation makes them are caught, one by one', async () => {
  const careless = {
    title: ['graphql.variables', JSON.stringify({ title: secrets.title })],
    handle: ['db.query.text', `select id from person where handle = '${secrets.handle}'`],
    address: ['client.address', secrets.address],
    query: ['url.full', `${app.url}/graphql?${secrets.query}`],
    link: ['url.path', `/approve/${secrets.link}`],
    cookie: ['http.request.header.cookie', secrets.cookie],
  };
  for (const [what, [attribute = '', value = '']] of Object.entries(careless)) {
    const other = await startTraceCollector();
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = other.url;
    const tracing = await openTracing(pino({ level: 'silent' }));
    await tracing.span('careless', { [attribute]: value }, async () => undefined);
    await tracing.close();
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = collector.url;
    expect(other.spans()).toHaveLength(1);
    expect(() => expectNothingTold(other.dump())).toThrow(what);
    await other.close();
  }
});

test('a collector that is away is told of once at most, and does not hold up the end', async () => {
  const away = await startTraceCollector();
  await away.close();
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = away.url;
  const lines: string[] = [];
  const tracing = await openTracing(pino({ level: 'warn' }, { write: (line) => void lines.push(line) }));
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = collector.url;
  await tracing.span('lost', {}, async () => undefined);
  await tracing.close();
  expect(lines.length).toBeLessThanOrEqual(1);
});
