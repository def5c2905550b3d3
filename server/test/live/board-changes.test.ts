import 'reflect-metadata';
import { parse, subscribe } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimCard } from '../../src/board/claim-card.ts';
import { createContext } from '../../src/graphql/context.ts';
import { toGlobalId } from '../../src/graphql/global-id.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { asTheyAre } from '../../src/live/audience.ts';
import type { StreamContext } from '../../src/live/live.resolver.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { aCard, aHandle, startStrike } from './support/strike.ts';
import { BOARD_CHANGES, freshSnapshot, Watcher } from './support/watcher.ts';

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

test('an executor that knows nothing of cohorts gets the same stream, and ends it by return', async () => {
  const { services, live } = replica;
  const strike = await startStrike(services);
  await aCard(services, strike);
  const line = live.lines.open(null, { sessionEnded: () => undefined, tooSlow: () => undefined });
  const contextValue: StreamContext = {
    ...createContext(services, { viewer: null, requestId: 'test' }),
    stream: { live, line, audience: asTheyAre },
  };
  const snapshot = await freshSnapshot(replica.url, strike.board, null);
  const stream = await subscribe({
    schema: await createSchema(),
    document: parse(BOARD_CHANGES),
    variableValues: { board: strike.board, after: { epoch: snapshot?.epoch, revision: 0 } },
    contextValue,
  });
  if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream));
  expect((await stream.next()).value).toMatchObject({
    data: { boardChanges: { kind: 'CHANGES', previousRevision: 0, revision: 1, cards: [{ number: 1 }] } },
  });
  const next = stream.next();
  await aCard(services, strike);
  expect((await next).value).toMatchObject({
    data: { boardChanges: { revision: 2, cards: [{ number: 2 }] } },
  });
  const before = live.boards.cohortCount;
  await stream.return(undefined);
  expect(live.boards.cohortCount).toBe(before - 1);
});
