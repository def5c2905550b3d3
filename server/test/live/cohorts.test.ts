import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { moveCard } from '../../src/core/card/move-card.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { setStanding } from '../../src/core/trust/set-standing.ts';
import { countStatements } from '../support/count-statements.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { aCard, aHandle, startStrike, type Strike } from './support/strike.ts';
import { BOARD_CHANGES, SNAPSHOT, Watcher } from './support/watcher.ts';

/**
 * Not of the work itself: what runs by the clock asks for sessions and heads, tells the others and hears whether they
 * are there, looks after the queues (a queued job counts), and for places at events that came free.
 */
const BY_THE_CLOCK =
  /from "session"|board\.id = any|pg_notify|^select 1$|pgboss\.version|locked_parents|q\.retry_limit|from event where ends_at > now/;

let database: TestDatabase;
let replica: Replica;
/** What a read of the log waits for. */
let mayRead: Promise<void> = Promise.resolve();

beforeAll(async () => {
  database = await createTestDatabase();
  // No heartbeat during the counting.
  replica = await startReplica(database.url, {
    timing: { heartbeat: 1_000_000 },
    reads: (reads) => ({ ...reads, log: (...asked) => mayRead.then(() => reads.log(...asked)) }),
  });
});
afterAll(async () => {
  await replica.close();
  await database.drop();
});

test('one read of the log and one execution per class and revision, however many watch (rules 1 and 2)', async () => {
  const { services, live } = replica;
  const strike = await startStrike(services);
  const cardId = await aCard(services, strike);
  const vetted = await joinAs(services, aHandle());
  await setStanding(services, strike.coordinator, { handle: vetted.viewer.handle, standing: 'VETTED' });
  const tokens = [
    ...Array(24).fill(null),
    ...Array(4).fill(vetted.token),
    ...Array(4).fill(strike.organizer.token),
  ];
  const watchers = tokens.map(
    (token: string | null) => new Watcher({ url: () => replica.url, board: strike.board, token }),
  );
  await Promise.all(watchers.map((watcher) => watcher.start()));
  expect(live.boards.cohortCount).toBe(3);

  const before = { ...live.counts };
  const executionsBefore = replica.executions();
  const rounds = 10;
  for (let round = 0; round < rounds; round += 1) {
    const { revision } = await moveCard(services, strike.organizer.viewer.personId, { cardId });
    await until('everybody has the revision', () =>
      watchers.every((watcher) => watcher.revision === revision),
    );
  }

  expect(live.counts.logReads - before.logReads).toBe(rounds);
  expect(live.counts.replays - before.replays).toBe(0);
  expect(replica.executions() - executionsBefore).toBe(3 * rounds);
  expect(live.counts.executions - before.executions).toBe(3 * rounds);
  for (const watcher of watchers) {
    expect(watcher.complaints).toEqual([]);
    watcher.close();
  }
  await until('nobody watches any more', () => live.boards.cohortCount === 0);
});

test('changes that come fast go together: fewer reads than revisions, and nothing missing (rule 1)', async () => {
  const { services, live } = replica;
  const strike = await startStrike(services);
  const cardId = await aCard(services, strike);
  const watcher = await new Watcher({ url: () => replica.url, board: strike.board, token: null }).start();
  const before = live.counts.logReads;
  const moves = await Promise.all(
    Array.from({ length: 40 }, () => moveCard(services, strike.organizer.viewer.personId, { cardId })),
  );
  const head = Math.max(...moves.map(({ revision }) => revision));
  await until('the watcher is at the head', () => watcher.revision === head);
  expect(live.counts.logReads - before).toBeLessThanOrEqual(40);
  expect(watcher.messages.flatMap(({ events }) => events.map(({ revision }) => revision))).toEqual(
    Array.from({ length: 40 }, (_each, index) => head - 39 + index),
  );
  expect(watcher.complaints).toEqual([]);
  watcher.close();
});

/** How many statements it takes to move a card until all who watch have it. */
function statementsOf({
  strike,
  cardId,
  watchers,
}: {
  strike: Strike;
  cardId: string;
  watchers: readonly Watcher[];
}) {
  const mover = strike.organizer.viewer.personId;
  const oneEvent = () =>
    countStatements(async () => {
      const { revision } = await moveCard(replica.services, mover, { cardId });
      await until('everybody has it', () => watchers.every((watcher) => watcher.revision === revision));
    }, BY_THE_CLOCK);
  // The least of three: what a clock asks for in between does not count.
  const least = async () => Math.min(await oneEvent(), await oneEvent(), await oneEvent());
  return { oneEvent, least };
}

test('an event costs as many statements for two who watch as for sixty (rules 1 and 2)', async () => {
  const { services } = replica;
  const strike = await startStrike(services);
  const cardId = await aCard(services, strike);
  const watchers: Watcher[] = [];
  const more = async (count: number) => {
    const joined = Array.from(
      { length: count },
      () => new Watcher({ url: () => replica.url, board: strike.board, token: null }),
    );
    await Promise.all(joined.map((watcher) => watcher.start()));
    watchers.push(...joined);
  };
  const { oneEvent, least } = statementsOf({ strike, cardId, watchers });
  await more(2);
  await oneEvent();
  const forTwo = await least();
  await more(58);
  const forSixty = await least();
  expect(forTwo).toBeGreaterThan(3);
  expect(forSixty).toBe(forTwo);
  for (const watcher of watchers) watcher.close();
});

test('to tell all classes of an event, and of whom it speaks, costs one statement (rule 2)', async () => {
  const { services } = replica;
  const strike = await startStrike(services);
  const cardId = await aCard(services, strike);
  const holder = await joinAs(services, aHandle());
  await setStanding(services, strike.coordinator, { handle: holder.viewer.handle, standing: 'VETTED' });
  await claimCard(services, holder.viewer.personId, { cardId });
  const watchers: Watcher[] = [];
  const { oneEvent, least } = statementsOf({ strike, cardId, watchers });
  await oneEvent();
  const toNobody = await least();
  const changes = BOARD_CHANGES.replace('kind cardId', 'kind cardId actor { handle }');
  const asked = { url: () => replica.url, board: strike.board, documents: { changes, snapshot: SNAPSHOT } };
  for (const token of [null, holder.token, strike.organizer.token])
    watchers.push(await new Watcher({ ...asked, token }).start());
  expect(replica.live.boards.cohortCount).toBe(3);
  expect(await least()).toBe(toNobody + 1);
  for (const watcher of watchers) {
    const [event] = watcher.messages.at(-1)?.events ?? [];
    expect(event).toMatchObject({ actor: { handle: strike.organizer.viewer.handle } });
    expect(watcher.card(toGlobalId('Card', cardId))).toMatchObject({
      holder: { handle: holder.viewer.handle },
    });
    watcher.close();
  }
  await until('nobody watches any more', () => replica.live.boards.cohortCount === 0);
});

test('500 who come back at once cost at most one statement and one execution a cohort (rule 3)', async () => {
  const { services, live, sockets } = replica;
  const strike = await startStrike(services);
  const cardId = await aCard(services, strike);
  const watchers = Array.from(
    { length: 500 },
    (_each, index) =>
      new Watcher({
        url: () => replica.url,
        board: strike.board,
        token: index < 250 ? null : strike.organizer.token,
      }),
  );
  await Promise.all(watchers.map((watcher) => watcher.start()));
  for (const watcher of watchers) watcher.sleep();
  await until('everybody is gone', () => sockets.openSockets === 0, 15_000);
  const { revision } = await moveCard(services, strike.organizer.viewer.personId, { cardId });
  const before = { ...live.counts };
  const statements = await countStatements(async () => {
    // The log is held until all have asked: however slow the machine, they come in one moment.
    const opened = Promise.withResolvers<void>();
    mayRead = opened.promise;
    for (const watcher of watchers) watcher.wake();
    await until('all have asked', () => live.counts.replaysShared - before.replaysShared === 498, 30_000);
    opened.resolve();
    await until('everybody is back', () => watchers.every((each) => each.revision === revision), 30_000);
  }, BY_THE_CLOCK);
  // The log after a cursor is one statement, and the two cohorts share it. Beside it, at most: the place of the board.
  expect(live.counts.replays - before.replays).toBe(1);
  expect(statements).toBeGreaterThan(0);
  expect(statements).toBeLessThanOrEqual(2);
  expect(live.counts.executions - before.executions).toBe(2);
  for (const watcher of watchers) {
    expect(watcher.complaints).toEqual([]);
    expect(watcher.snapshots).toBe(1);
  }
  expect(await watchers[0]?.agrees()).toBe(true);
  for (const watcher of watchers) watcher.close();
}, 60_000);
