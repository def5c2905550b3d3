import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from './support/start-app.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

// Who is counted by whose address: the limit on joining, seen through the whole server.

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
  const app = await startApp(database.url, { APP_SECRET: 'x'.repeat(32), ...environment });
  apps.push(app);
  return app;
}

let tries = 0;
/** How many of so many tries to join from an address are turned away. */
async function turnedAway(app: TestApp, times: number, headers: Record<string, string>): Promise<number> {
  let refused = 0;
  for (let time = 0; time < times; time += 1) {
    const handle = `Vi${[...String(++tries)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
    const query = `mutation { join(input: { handle: "${handle}", skills: [], languages: [] }) { errors { code } } }`;
    const text = await (await app.ask(query, {}, headers)).text();
    if (text.includes('"TOO_MANY_REQUESTS"')) refused += 1;
  }
  return refused;
}

test('a private address through a trusted proxy is counted like any other', async () => {
  const app = await start({ TRUST_PROXY: '1' });
  // As the bridge of a container network comes through the door.
  expect(await turnedAway(app, 32, { 'x-forwarded-for': '172.18.0.1' })).toBe(2);
  expect(await turnedAway(app, 1, { 'x-forwarded-for': '172.18.0.2' })).toBe(0);
});

test('a private peer without a trusted proxy, which may be one, is not counted', async () => {
  const app = await start();
  expect(await turnedAway(app, 32, { 'x-forwarded-for': '203.0.113.40' })).toBe(0);
});
