import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { readerOf, type Viewer } from '../../src/core/access/viewer.ts';
import { joinAs } from '../support/people.ts';
import type { Audience } from '../../src/core/stream/audience.ts';
import type { Line } from '../../src/core/stream/lines.ts';
import type { OpenCardsMessage } from '../../src/core/open-work/open-cards-cohort.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { asTheyAre, collect, shared } from './support/collector.ts';
import { faultyBus } from './support/faulty-bus.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { SocketClient } from './support/socket-client.ts';
import { aCard, aHandle, startStrike, type Strike } from './support/strike.ts';
import { OPEN_CARDS, OpenCardsReaders } from './support/open-cards.ts';

// Beginnings, endings and changes of rights that take their time, and what happens meanwhile.

let database: TestDatabase;
let replica: Replica;
let strike: Strike;
let readers: OpenCardsReaders;

beforeAll(async () => {
  database = await createTestDatabase();
  // Only hints, so that what is found was told.
  replica = await startReplica(database.url, {
    timing: { poll: 1_000_000, heartbeat: 1_000_000 },
  });
  strike = await startStrike(replica.services);
  readers = new OpenCardsReaders(replica);
});
afterEach(() => readers.leave());
afterAll(async () => {
  await replica.close();
  await database.drop();
});

test('rights change while a message is in the making: nothing older comes after what is newer', async () => {
  const { services, live } = replica;
  const ana = await joinAs(services, aHandle());
  const line: Line & { viewer: Viewer | null } = {
    viewer: ana.viewer,
    onMoved: (listener) => ((moved = listener), () => undefined),
    close: () => undefined,
  };
  let moved = () => {};
  // Each execution waits for its word, in whatever order they are given.
  const waiting: { message: OpenCardsMessage; go(): void }[] = [];
  const audience: Audience = {
    key: 'slow',
    render: (message) =>
      new Promise((resolve) => {
        waiting.push({ message: message as OpenCardsMessage, go: () => resolve(shared(message)) });
      }),
  };
  const { outbox, messages } = collect<OpenCardsMessage>();
  await live.openCards.follow({ line, audience, outbox }, {}, null);
  const inTheMaking = (what: string, fits: (message: OpenCardsMessage) => boolean) =>
    until(what, () => waiting.find(({ message }) => fits(message)));
  (await inTheMaking('the first message', ({ kind }) => kind === 'HEARTBEAT')).go();
  await until('it came', () => messages.length === 1);

  const cardId = await aCard(services, strike);
  const has = (id: string) => (message: OpenCardsMessage) => message.opened.some((card) => card.id === id);
  const before = await inTheMaking('what was told before', has(cardId));
  const raised = { ...ana.viewer, standing: 'VETTED' as const };
  line.viewer = raised;
  moved();
  const reset = await inTheMaking('the reset', ({ kind }) => kind === 'RESET');
  const next = await aCard(services, strike);
  const after = await inTheMaking('what is told after', has(next));
  after.go();
  before.go();
  reset.go();
  await until('all came', () => messages.length === 3);
  const { epoch } = reset.message;
  expect(messages.map(({ kind }) => kind)).toEqual(['HEARTBEAT', 'RESET', 'CHANGES']);
  expect(messages.slice(1).every((message) => message.epoch === epoch)).toBe(true);
  expect(messages[2]?.previousRevision).toBe(messages[1]?.revision);
  expect(readerOf(raised).base).toBe('VETTED');
  outbox.close();
});

test('everybody left while it began: nothing is followed for nobody', async () => {
  const hears = Promise.withResolvers<void>();
  let held = 0;
  const begun = await startReplica(database.url, {
    bus: (bus) => ({
      ...faultyBus(bus, () => 'arrives'),
      followAll: () => {
        held += 1;
        const { leave } = bus.followAll();
        return { ready: hears.promise, leave: () => ((held -= 1), leave()) };
      },
    }),
    timing: { openCardsLinger: 0 },
  });
  const line = begun.live.lines.open(null, { sessionEnded: () => undefined });
  const { outbox } = collect();
  const following = begun.live.openCards.follow({ line, audience: asTheyAre, outbox }, {}, null);
  expect(held).toBe(1);
  outbox.close();
  hears.resolve();
  await following;
  await until('it let go', () => held === 0);
  await begun.live.openCards.follow({ line, audience: asTheyAre, outbox }, {}, null);
  expect(held).toBe(0);
  await begun.close();
});

test('who waits for it to begin hears of what happens, also where another one who waited has left', async () => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  const slow = await startReplica(database.url, {
    timing: { poll: 1_000_000, heartbeat: 1_000_000, openCardsLinger: 0 },
    bus: (real) => ({
      ...{ send: (hint) => real.send(hint), announce: (news) => real.announce(news) },
      ...{ listen: (listener) => real.listen(listener), follow: (boardId) => real.follow(boardId) },
      ...{ state: () => real.state(), connected: () => real.connected(), close: () => real.close() },
      followAll: () => {
        const following = real.followAll();
        return { ready: gate.then(() => following.ready), leave: () => following.leave() };
      },
    }),
  });
  try {
    const [leaving, staying] = await Promise.all(
      [1, 2].map(() => new SocketClient(slow.url, { token: null }).ready()),
    );
    readers.clients.push(leaving!, staying!);
    const leave = leaving!.subscribe(OPEN_CARDS, {}, () => undefined);
    await until('one waits', () => slow.sockets.openOperations === 1);
    const heard: unknown[] = [];
    staying!.subscribe(OPEN_CARDS, {}, ({ payload }) => heard.push(payload));
    await until('two wait', () => slow.sockets.openOperations === 2);
    leave();
    await until('one has left', () => slow.sockets.openOperations === 1);
    release();
    await until('the first word', () => heard.length > 0);
    const cardId = await aCard(slow.services, strike);
    await until('the card', () => JSON.stringify(heard.at(-1)).includes(toGlobalId('Card', cardId)));
  } finally {
    await slow.close();
  }
});
