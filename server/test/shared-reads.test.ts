import 'reflect-metadata';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCard } from '../src/core/card/create-card.ts';
import { countStatements } from './support/count-statements.ts';
import { aHandle, cardWords, type LocalOnStrike, localOnStrike } from './support/local-on-strike.ts';
import { joinAs } from './support/people.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { startApp, type TestApp } from './support/start-app.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

// Reads of nobody: those that come in one moment are carried out once.

const MANY = 20;
const OPEN_WORK = `query ($first: Int!) { openCards(first: $first) { totalCount edges { node { id title status } } } }`;

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let app: TestApp;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services, { settings: { craftReviewRequired: false } });
  app = await startApp(database.url, { TRUST_PROXY: '1' });
}, 120_000);
afterAll(async () => {
  await app.close();
  await services.close();
  await database.drop();
});

interface Asked {
  query: string;
  variables?: object;
  headers?: Record<string, string>;
}
interface Answer {
  data: { openCards: { totalCount: number }; rateLimit: { remaining: number } };
}

/** All of them by one write over one line, so that they come in one turn of the server's loop. */
async function atOnce(asked: readonly Asked[]): Promise<Answer[]> {
  const { port, hostname } = new URL(app.url);
  const line = connect(Number(port), hostname);
  await once(line, 'connect');
  let text = '';
  line.on('data', (part: Buffer) => (text += part.toString()));
  line.write(
    asked
      .map(({ query, variables = {}, headers = {} }, index) => {
        const body = JSON.stringify({ query, variables });
        const head = {
          ...{ host: 'here', 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
          ...(index === asked.length - 1 && { connection: 'close' }),
          ...headers,
        };
        const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
        return ['POST /graphql HTTP/1.1', ...lines, '', body].join('\r\n');
      })
      .join(''),
  );
  await once(line, 'close');
  return [...text.matchAll(/\r\n\r\n(\{.*?\})(?=HTTP\/1\.1|$)/gs)].map(
    ([, json]) => JSON.parse(json!) as Answer,
  );
}

/** Reads of cards alone: what a server does by the clock is none of these. */
const readsOfCards = (run: () => Promise<unknown>) => countStatements(run, /^(?!.*\bcard\b)/s);
const many = (asked: Asked) => Array.from({ length: MANY }, () => asked);
const aCard = () =>
  createCard(services, strike.organizer, { ...cardWords, boardId: strike.boardId, status: 'OPEN' });

test('as many as ask the same in one moment cost what one costs, and have what one has', async () => {
  await aCard();
  const asked = { query: OPEN_WORK, variables: { first: 10 } };
  await atOnce([asked]);
  let one: Answer[] = [];
  let all: Answer[] = [];
  const ofOne = await readsOfCards(async () => (one = await atOnce([asked])));
  const ofAll = await readsOfCards(async () => (all = await atOnce(many(asked))));
  expect(all).toEqual(many(asked).map(() => one[0]));
  expect(one[0]!.data.openCards.totalCount).toBeGreaterThan(0);
  expect(ofOne).toBeGreaterThan(0);
  expect(ofAll).toBe(ofOne);
});

test('who asks with other variables, or is somebody, is read for alone', async () => {
  const { token } = await joinAs(services, aHandle());
  const asked = { query: OPEN_WORK, variables: { first: 10 } };
  const mine = { ...asked, headers: { cookie: `strikeboard=${token}` } };
  const one = await readsOfCards(() => atOnce([mine]));
  expect(await readsOfCards(() => atOnce(many(mine)))).toBe(MANY * one);
  const nobodys = await readsOfCards(() => atOnce([asked]));
  const others = Array.from({ length: MANY }, (_each, first) => ({
    ...asked,
    variables: { first: first + 1 },
  }));
  expect(await readsOfCards(() => atOnce(others))).toBe(MANY * nobodys);
});

test('how one’s own purse stands is told to each', async () => {
  const query = '{ rateLimit { remaining } }';
  const from = (address: string) => ({ query, headers: { 'x-forwarded-for': address } });
  for (let count = 0; count < 3; count += 1) await atOnce([from('203.0.113.7')]);
  const answers = await atOnce([from('203.0.113.7'), from('198.51.100.9'), from('203.0.113.7')]);
  const [first, second, third] = answers.map(({ data }) => data.rateLimit.remaining);
  expect(second).toBeGreaterThan(first!);
  expect(third).toBeLessThan(first!);
});

test('who asks after a change was made is told of it, however many ask the same meanwhile', async () => {
  const asked = { query: OPEN_WORK, variables: { first: 1 } };
  const [before] = await atOnce([asked]);
  let isOver = false;
  const crowd = Promise.all(
    [1, 2, 3].map(async () => {
      while (!isOver) await atOnce(many(asked));
    }),
  );
  for (let count = 1; count <= 25; count += 1) {
    await aCard();
    const [answer] = await atOnce([asked]);
    expect(answer!.data.openCards.totalCount).toBe(before!.data.openCards.totalCount + count);
  }
  isOver = true;
  await crowd;
});
