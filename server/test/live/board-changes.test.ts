import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { aCard, aHandle, startStrike } from './support/strike.ts';
import { Watcher } from './support/watcher.ts';

let database: TestDatabase;
let replica: Replica;
const watchers: Watcher[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  replica = await startReplica(database.url);
});
afterAll(async () => {
  for (const watcher of watchers) watcher.close();
  await replica.close();
  await database.drop();
});

function watcherOf(board: string, token: string | null = null): Watcher {
  const watcher = new Watcher({ url: () => replica.url, board, token });
  watchers.push(watcher);
  return watcher;
}

test('somebody claims a card, and the other sees it go', async () => {
  const { services } = replica;
  const strike = await startStrike(services);
  const cardId = await aCard(services, strike);
  const ana = await joinAs(services, aHandle());
  const watcher = await watcherOf(strike.board).start();
  const id = toGlobalId('Card', cardId);
  expect(watcher.card(id)).toMatchObject({ status: 'OPEN' });

  await claimCard(services, ana.viewer.personId, { cardId });

  await until('the claim is seen', () => watcher.card(id)?.status === 'CLAIMED');
  expect(watcher.card(id)).toMatchObject({ holder: { handle: ana.viewer.handle } });
  expect(await watcher.agrees()).toBe(true);
  expect(watcher.complaints).toEqual([]);
});
