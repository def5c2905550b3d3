import 'reflect-metadata';
import { queryObjects, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HintBus } from '../../src/platform/live/hints.ts';
import type { Following } from '../../src/platform/live/hints.ts';
import { agreeToConduct } from '../../src/core/trust/agree-to-conduct.ts';
import { appointCoordinator } from '../../src/core/trust/appoint-coordinator.ts';
import { CONDUCT_VERSION } from '../../src/core/person/conduct.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { hosts } from '../support/an-event.ts';
import { anOpening } from '../support/an-opening.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { type Heard, SocketClient } from './support/socket-client.ts';
import { aCard, aHandle, startStrike } from './support/strike.ts';

// Whoever came and went leaves nothing behind, however they went.

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const CYCLES = 10_000;
/** As many come and go at a time. */
const AT_ONCE = 40;
/** What a cycle may leave on average. Less than one object at one of the seven streams; */
const OBJECTS_LEFT = 0.1;
/** and, for strings and buffers, which are no objects, less than an entry of a map. */
const BYTES_LEFT = 80;

/** What is open of the bus: those who listen, and the boards that are followed. */
function countingBus(bus: HintBus) {
  const open = { listeners: 0, followed: 0 };
  const counted = (following: Following): Following => {
    open.followed += 1;
    const leave = () => {
      open.followed -= 1;
      following.leave();
    };
    return { ready: following.ready, leave };
  };
  const counting: HintBus = {
    send: (hint) => bus.send(hint),
    announce: (news) => bus.announce(news),
    listen: (listener) => {
      open.listeners += 1;
      const stop = bus.listen(listener);
      return () => {
        open.listeners -= 1;
        stop();
      };
    },
    follow: (boardId) => counted(bus.follow(boardId)),
    followAll: () => counted(bus.followAll()),
    state: () => bus.state(),
    connected: () => bus.connected(),
    close: () => bus.close(),
  };
  return { counting, open };
}

const STREAMS = [
  'subscription ($board: ID!) { boardChanges(boardId: $board, after: { epoch: "none", revision: 0 }) { kind revision } }',
  'subscription ($board: ID!) { boardPresence(boardId: $board) { count } }',
  'subscription { openCardsChanged { closedCardIds } }',
  'subscription { deskChanged { __typename } }',
  'subscription { notificationsChanged { unread } }',
  'subscription ($slug: String!) { wallChanges(slug: $slug) { at } }',
  'subscription ($opening: ID!) { applicationsChanged(openingId: $opening) { revision } }',
];
/** The first two leave a socket that stays, the others go with theirs. */
const WAYS = ['complete', 'complete mid-reply', 'close', 'terminate', 'terminate mid-reply'] as const;

let database: TestDatabase;
let replica: Replica;
let bus: ReturnType<typeof countingBus>;
let variables: { board: string; slug: string; opening: string };
let token: string;
const staying: SocketClient[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  replica = await startReplica(database.url, {
    // Clocks that have nobody to serve stop at their next turn, which comes soon.
    timing: {
      poll: 100,
      rights: 100,
      heartbeat: 100,
      presenceSettle: 20,
      presenceAnnounce: 100,
      openCardsLinger: 0,
      deskPause: 20,
      hiringPause: 20,
      lookForNotices: 100,
      wallPause: 20,
    },
    bus: (real) => {
      bus = countingBus(real);
      return bus.counting;
    },
  });
  const { services } = replica;
  const strike = await startStrike(services);
  await aCard(services, strike);
  const { slug } = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('campaign')
    .select('slug')
    .where('id', '=', strike.campaignId)
    .executeTakeFirstOrThrow();
  const { organizer, organizationId } = await hosts(services);
  const openingId = await anOpening(services, organizer, { organizationId });
  variables = { board: strike.board, slug, opening: toGlobalId('Opening', openingId) };
  const { viewer, token: theirs } = await joinAs(services, aHandle());
  await appointCoordinator(services, viewer.handle);
  await agreeToConduct(services, viewer, { version: CONDUCT_VERSION });
  token = theirs;
  for (let each = 0; each < AT_ONCE; each += 1)
    staying.push(await new SocketClient(replica.url, { token }).ready());
});
afterAll(async () => {
  for (const client of staying) client.terminate();
  await replica.close();
  await database.drop();
});

/** One comes to a stream and goes again: all streams in all ways, in turn. */
async function cycle(number: number): Promise<void> {
  const stream = STREAMS[number % STREAMS.length]!;
  const way = WAYS[number % WAYS.length]!;
  const stays = way.startsWith('complete');
  const client = stays
    ? staying[number % AT_ONCE]!
    : await new SocketClient(replica.url, { token: number % 7 === 0 ? null : token }).ready();
  let heard: Heard | undefined;
  const listen = (each: Heard) => (heard ??= each);
  const complete = client.subscribe(stream, variables, listen);
  if (!way.endsWith('mid-reply')) {
    await until('a word', () => heard, 20_000);
  }
  if (stays) complete();
  else if (way === 'close') client.socket.close();
  else client.terminate();
}

async function comeAndGo(cycles: number): Promise<void> {
  let next = 0;
  const oneAfterTheOther = async () => {
    for (let number = next++; number < cycles; number = next++) await cycle(number);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, oneAfterTheOther));
}

/** What is open for those who stay, who follow nothing. */
const NOBODY = { sockets: AT_ONCE, operations: 0, channels: 0, cohorts: 0, walls: 0, followed: 0 };

/** Everything that is open, by kind. */
function open() {
  const { live, sockets } = replica;
  const handles = process.getActiveResourcesInfo();
  return {
    ...bus.open,
    sockets: sockets.openSockets,
    operations: sockets.openOperations,
    channels: live.watchedBoards,
    cohorts: live.boards.cohortCount,
    walls: live.walls.cohortCount,
    timers: handles.filter((kind) => kind === 'Timeout' || kind === 'Immediate').length,
    handles: handles.filter((kind) => kind.endsWith('Wrap')).length,
  };
}

/** What is alive. The least of several looks, since what is on its way does not count. */
async function alive(): Promise<{ objects: number; bytes: number }> {
  let objects = Infinity;
  let bytes = Infinity;
  for (let look = 0; look < 5; look += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    objects = Math.min(objects, queryObjects(Object, { format: 'count' }) as number);
    collectGarbage();
    bytes = Math.min(bytes, process.memoryUsage().heapUsed);
  }
  return { objects, bytes };
}

/** Waits until nothing is open beyond what was; says what is, when it stays. */
async function backTo(base: ReturnType<typeof open>): Promise<void> {
  const beyond = () =>
    Object.entries(open()).filter(([kind, count]) => count > base[kind as keyof typeof base]);
  await until('everything is closed', () => beyond().length === 0, 20_000).catch(() => undefined);
  expect(beyond()).toEqual([]);
}

test(`after ${CYCLES} came and went, nothing of them is left`, async () => {
  // What is made once and kept, such as compiled code and connections to the database, is there after it.
  await comeAndGo(3_000);
  await backTo({ ...open(), ...NOBODY });
  const base = open();
  const before = await alive();

  await comeAndGo(CYCLES);
  await backTo(base);
  const after = await alive();
  expect(after.objects - before.objects).toBeLessThan(CYCLES * OBJECTS_LEFT);
  expect(after.bytes - before.bytes).toBeLessThan(CYCLES * BYTES_LEFT);
}, 300_000);
