import 'reflect-metadata';
import { getIntrospectionQuery, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BoardChangesDocument } from '../../web/src/gql/graphql.ts';
import * as pages from '../../web/src/gql/graphql.ts';
import { usualBudgets } from '../src/platform/budget/budget-settings.ts';
import { priceOf } from '../src/platform/budget/price.ts';
import { reckon } from '../src/platform/graphql/limits.ts';
import { Documents } from '../src/platform/graphql/documents.ts';
import { createSchema } from '../src/app/schema.ts';
import { readTrustedDocuments } from '../src/platform/graphql/trusted-documents.ts';
import { startApp, type TestApp } from './support/start-app.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { until } from './support/until.ts';
import { SocketClient } from './live/support/socket-client.ts';

// What an address may ask for, seen from outside, on both doors and over two servers.

const trusted = readTrustedDocuments();
const FRAME = [...trusted].find(([, text]) => /query Frame\b/.test(text))?.[0] ?? '';
const SMALL = '{ viewer { isCoordinator } }';

let database: TestDatabase;
const apps: TestApp[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  for (const app of apps) await app.close();
  await database.drop();
});

async function start(environment: Record<string, string> = {}): Promise<TestApp> {
  const app = await startApp(database.url, {
    ...{ TRUST_PROXY: '1', APP_SECRET: 'x'.repeat(32), BUDGET_ADDRESS: '1000', BUDGET_PAGES: '30' },
    ...environment,
  });
  apps.push(app);
  return app;
}

const from = (address: string) => ({ 'x-forwarded-for': address });

async function post(app: TestApp, body: object, headers: Record<string, string>) {
  const answer = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const { data, errors, extensions } = (await answer.json()) as {
    data?: unknown;
    errors?: { message: string; extensions: Record<string, unknown> }[];
    extensions?: { rateLimit?: Record<string, unknown> };
  };
  return { status: answer.status, headers: answer.headers, data, error: errors?.[0], extensions };
}

test('the whole introspection fits the smallest budget, several times in a minute', async () => {
  const { address, person, network, token } = usualBudgets;
  const schema = await createSchema();
  const query = getIntrospectionQuery({
    ...{ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true },
    ...{ inputValueDeprecation: true, oneOf: true },
  });
  const reckoned = reckon(schema, parse(query), {});
  if (!('fields' in reckoned)) throw reckoned;
  expect(priceOf({ known: false }, reckoned).cost * 4).toBeLessThan(
    Math.min(address, person, network, token),
  );
});

describe('over HTTP', () => {
  test('a stranger reads how much is left, and is refused with when to come again', async () => {
    const app = await start();
    const first = await post(app, { query: SMALL }, from('203.0.113.1'));
    expect(first.status).toBe(200);
    expect(first.headers.get('ratelimit-policy')).toBe('"address";q=1000;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"address";r=9\d\d;t=\d+$/);
    expect(first.headers.get('ratelimit-limit')).toBe('1000');
    expect(first.headers.get('retry-after')).toBeNull();
    expect(first.extensions?.rateLimit).toEqual({
      ...{ policy: 'address', limit: 1000, window: 60, cost: expect.any(Number) as number },
      remaining: Number(first.headers.get('ratelimit-remaining')),
      reset: Number(first.headers.get('ratelimit-reset')),
    });
    // The same once more, as other APIs name it, and as a field.
    const { cost } = first.extensions as { cost: { requested: number; remaining: number; resetsAt: string } };
    expect(cost).toMatchObject({
      requested: first.extensions?.rateLimit?.['cost'],
      remaining: first.extensions?.rateLimit?.['remaining'],
    });
    expect(Math.abs(Date.parse(cost.resetsAt) - Date.now())).toBeLessThan(60_000);
    const asField = await post(
      app,
      { query: '{ rateLimit { policy limit window cost remaining resetsAt } }' },
      from('203.0.113.9'),
    );
    const { rateLimit, cost: told } = asField.extensions as {
      rateLimit: Record<string, unknown>;
      cost: { resetsAt: string };
    };
    expect(asField.data).toEqual({
      rateLimit: {
        ...{ policy: 'address', limit: 1000, window: 60, cost: rateLimit['cost'] },
        remaining: rateLimit['remaining'],
        resetsAt: expect.any(String) as string,
      },
    });
    const { resetsAt } = (asField.data as { rateLimit: { resetsAt: string } }).rateLimit;
    expect(Math.abs(Date.parse(resetsAt) - Date.parse(told.resetsAt))).toBeLessThan(2_000);
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => post(app, { query: SMALL }, from('203.0.113.1'))),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(15);
    const [one] = refused;
    expect(Number(one?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(one?.error?.extensions).toMatchObject({
      ...{ code: 'TOO_MANY_REQUESTS', retryAfter: Number(one?.headers.get('retry-after')) },
      rateLimit: { policy: 'address', limit: 1000, window: 60 },
      logId: expect.any(String) as string,
    });
    // Another network is not concerned.
    expect((await post(app, { query: SMALL }, from('203.0.113.2'))).status).toBe(200);
  });

  test('what is wrong is paid for too', async () => {
    const app = await start();
    const answers = [];
    for (let i = 0; i < 8; i += 1) {
      answers.push(await post(app, { query: `{ nothing${i} }` }, from('203.0.113.3')));
    }
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 429, 429, 429]);
  });

  test('our own pages’ documents bear the wide limit, by hash and by text, whatever strangers did', async () => {
    const app = await start();
    const address = from('203.0.113.4');
    for (let i = 0; i < 30; i += 1) await post(app, { query: SMALL }, address);
    expect((await post(app, { query: SMALL }, address)).status).toBe(429);
    const known = await post(app, { documentId: FRAME }, address);
    expect(known.status).toBe(200);
    expect(known.headers.get('ratelimit-policy')).toBe('"pages";q=30;w=60');
    expect(known.extensions).toBeUndefined();
    const byText = await post(app, { query: trusted.get(FRAME) }, address);
    // As a text it is known once it was read.
    expect([200, 429]).toContain(byText.status);
  });

  test('a network that uses up what pages may ask is told so', async () => {
    const app = await start();
    const statuses = [];
    for (let i = 0; i < 35; i += 1) {
      statuses.push((await post(app, { documentId: FRAME }, from('203.0.113.5'))).status);
    }
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(30);
    expect(statuses.at(-1)).toBe(429);
    // The state of a board, downloads and calendars are of the same purse.
    for (const path of ['/boards/none/snapshot', '/export/me.json', `/calendar/${'a'.repeat(43)}.ics`]) {
      const asks = Array.from({ length: 10 }, () => fetch(app.url + path, { headers: from('203.0.113.5') }));
      const refused = (await Promise.all(asks)).filter(({ status }) => status === 429);
      expect(refused.length, path).toBeGreaterThan(0);
      expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  test('who has a whole /48 has not one purse for each of its networks, and no more turns either', async () => {
    const app = await start({ BUDGET_NETWORK: '2000' });
    const statuses = await Promise.all(
      Array.from({ length: 60 }, async (_each, home) => {
        const { status } = await post(app, { query: SMALL }, from(`2001:db8:7:${home.toString(16)}::1`));
        return status;
      }),
    );
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(20);
    expect(statuses).toContain(429);
    // Their neighbour is not concerned.
    expect((await post(app, { query: SMALL }, from('2001:db8:8::1'))).status).toBe(200);
  });

  test('an address that stands for many is not counted', async () => {
    const app = await start({ TRUST_PROXY: '' });
    for (let i = 0; i < 30; i += 1) {
      const { status, headers, extensions } = await post(app, { query: SMALL }, from('203.0.113.6'));
      expect([status, headers.get('ratelimit'), extensions]).toEqual([
        200,
        '"address";r=1000;t=0',
        undefined,
      ]);
    }
  });
});

test('two servers on one database count together', async () => {
  const [one, other] = [await start(), await start()];
  const address = from('203.0.113.8');
  for (let i = 0; i < 12; i += 1) await post(one, { query: SMALL }, address);
  expect((await post(one, { query: SMALL }, address)).status).toBe(429);
  await until('the other one knows', async () => {
    const { headers } = await post(other, { query: SMALL }, address);
    return Number(headers.get('ratelimit-remaining')) < 500;
  });
});

describe('over the WebSocket', () => {
  function ask(client: SocketClient, query: string): Promise<{ type: string; payload?: unknown }> {
    return new Promise((resolve) => client.subscribe(query, {}, resolve));
  }

  test('the same purse is spent, with the same figures', async () => {
    const app = await start();
    const address = from('203.0.113.9');
    const client = await new SocketClient(app.url, { headers: address }).ready();
    const first = await ask(client, SMALL);
    expect(first).toMatchObject({
      type: 'next',
      payload: { extensions: { rateLimit: { policy: 'address', limit: 1000 } } },
    });
    let last: { type: string; payload?: unknown } = first;
    for (let i = 0; i < 12; i += 1) last = await ask(client, SMALL);
    expect(last).toMatchObject({
      type: 'error',
      payload: [
        {
          extensions: { code: 'TOO_MANY_REQUESTS', retryAfter: expect.any(Number) as number, rateLimit: {} },
        },
      ],
    });
    expect((await post(app, { query: SMALL }, address)).status).toBe(429);
    expect(client.closed).toBeUndefined();
    client.terminate();
  });
});

test('every document of our pages is known as they send it on sockets', async () => {
  const documents = new Documents(await createSchema(), trusted);
  const sent = Object.entries(pages).filter(([name]) => name.endsWith('Document'));
  expect(sent.length).toBeGreaterThan(80);
  for (const [name, document] of sent) {
    expect(documents.check(String(document)), name).toMatchObject({ known: true });
  }
  // With one field more it is somebody else's.
  const more = String(BoardChangesDocument).replace('epoch', 'epoch __typename');
  expect(documents.check(more)).toMatchObject({ known: false });
});
