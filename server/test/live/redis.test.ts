import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { moveCard } from '../../src/core/card/move-card.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import type { HintBus } from '../../src/platform/live/hints.ts';
import { joinAs } from '../support/people.ts';
import { type RedisServer, startRedisServer, whyNoRedis } from '../support/redis-server.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Replica, type ReplicaOptions, startReplica } from './support/replica.ts';
import { SocketClient } from './support/socket-client.ts';
import { aCard, aHandle, startStrike, type Strike } from './support/strike.ts';
import { Watcher } from './support/watcher.ts';

const noRedis = whyNoRedis();

describe.skipIf(noRedis !== null)(noRedis ?? 'several servers over Redis', () => {
  let database: TestDatabase;
  let redis: RedisServer;
  /** Writes, and tells nobody: as a server that died between its commit and its hint. */
  let silent: TestServices;
  let replicas: Replica[] = [];
  let watchers: Watcher[] = [];
  let clients: SocketClient[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    redis = await startRedisServer();
    silent = await createTestServices(database.url);
  });
  afterEach(async () => {
    for (const watcher of watchers) watcher.close();
    for (const client of clients) client.terminate();
    for (const replica of replicas) await replica.close();
    [replicas, watchers, clients] = [[], [], []];
  });
  afterAll(async () => {
    await silent.close();
    await redis.stop();
    await database.drop();
  });

  async function start(options: ReplicaOptions = {}): Promise<Replica> {
    const replica = await startReplica(database.url, { redisUrl: redis.url, ...options });
    replicas.push(replica);
    return replica;
  }

  async function watch(url: () => string, board: string): Promise<Watcher> {
    const watcher = new Watcher({ url, board, token: null });
    watchers.push(watcher);
    return await watcher.start();
  }

  /** Moves a new card of the strike at a server; returns the board's revision after it. */
  async function change({ services }: Pick<Replica, 'services'>, strike: Strike): Promise<number> {
    const cardId = await aCard(services, strike);
    return (await moveCard(services, strike.organizer.viewer.personId, { cardId })).revision;
  }

  /** The revisions a watcher was told of, each once, in the order they first came. */
  function toldRevisions(watcher: Watcher): number[] {
    return [...new Set(watcher.messages.flatMap(({ events }) => events.map(({ revision }) => revision)))];
  }

  test('Redis goes and comes, a server is replaced: everybody gets every revision, in order', async () => {
    let first = await start({ timing: { poll: 1_000 } });
    const second = await start({ timing: { poll: 1_000 } });
    const strike = await startStrike(first.services);
    // What a balancer does: who connects goes to the server that is meant for them now.
    const toFirst = () => first.url;
    const toSecond = () => second.url;
    await Promise.all(
      [toFirst, toFirst, toFirst, toSecond, toSecond, toSecond].map((url) => watch(url, strike.board)),
    );
    const begun = watchers[0]!.revision;
    let head = begun;
    const both = async () => {
      for (const replica of [first, second]) head = await change(replica, strike);
    };
    const allAtHead = (limitMs?: number) =>
      until('everybody is at the head', () => watchers.every(({ revision }) => revision === head), limitMs);

    await both();
    await allAtHead();

    await redis.kill();
    await until('both servers say so', async () => {
      const answers = await Promise.all([first, second].map(({ url }) => fetch(`${url}/readyz`)));
      const texts = await Promise.all(answers.map((answer) => answer.text()));
      // Ready all the same: the poll carries it.
      return texts.every((text) => text.startsWith('ready\nbus: redis lost, polling since '));
    });
    await both();
    await allAtHead(10_000);

    await redis.revive();
    await both();
    await until('the bus is back', () => [first, second].every(({ bus }) => bus.state().connected), 15_000);
    await both();
    await allAtHead();

    const leaving = first;
    first = await start({ timing: { poll: 1_000 } });
    const drained = leaving.close();
    replicas = replicas.filter((replica) => replica !== leaving);
    await both();
    await drained;
    await both();
    await allAtHead(10_000);

    const every = Array.from({ length: head - begun }, (_each, index) => begun + index + 1);
    for (const watcher of watchers) {
      expect(watcher.complaints).toEqual([]);
      expect(toldRevisions(watcher)).toEqual(every);
      // All of it came as changes: nobody had to take a fresh view.
      expect(watcher.snapshots).toBe(1);
      expect(await watcher.agrees()).toBe(true);
    }
  }, 120_000);

  /** Whether a change of which no hint ever came is seen when the bus is back. Without a poll only `lost` helps. */
  async function isFoundOnReturn(bus?: (bus: HintBus) => HintBus): Promise<boolean> {
    const replica = await start({ timing: { poll: 1_000_000 }, ...(bus && { bus }) });
    const strike = await startStrike(silent);
    const watcher = await watch(() => replica.url, strike.board);
    await redis.kill();
    const cardId = await aCard(silent, strike);
    await redis.revive();
    await until('the bus is back', () => replica.bus.state().connected, 15_000);
    // Another board of the same server is told after it, so that what was to be found has been.
    const other = await startStrike(silent);
    const reader = await watch(() => replica.url, other.board);
    replica.services.hints.send({
      board: other.boardId,
      revision: await change({ services: silent }, other),
    });
    await until('what came later is seen', () => reader.state?.cards.size === 1);
    const isSeen = () => watcher.card(toGlobalId('Card', cardId)) !== undefined;
    return await until('the change is seen', isSeen, 2_000).catch(() => false);
  }

  test('what was lost with Redis is found when it is back, without a poll', async () => {
    expect(await isFoundOnReturn()).toBe(true);
  }, 60_000);

  test('mutant: a bus that does not say what it may have lost leaves it unseen', async () => {
    const sayingNothing = (bus: HintBus): HintBus => ({
      send: (hint) => bus.send(hint),
      announce: (news) => bus.announce(news),
      listen: ({ lost: _lost, ...listener }) => bus.listen(listener),
      follow: (boardId) => bus.follow(boardId),
      followAll: () => bus.followAll(),
      state: () => bus.state(),
      connected: () => bus.connected(),
      close: () => bus.close(),
    });
    expect(await isFoundOnReturn(sayingNothing)).toBe(false);
  }, 60_000);

  test('a server hears nothing of boards that nobody watches there', async () => {
    const timing = { poll: 1_000_000 };
    const [busy, idle] = [await start({ timing }), await start({ timing })];
    const strike = await startStrike(busy.services);
    const quiet = await startStrike(busy.services);
    const watcher = await watch(() => busy.url, strike.board);
    const elsewhere = await watch(() => idle.url, quiet.board);
    // The presence of its own watcher comes over its own board.
    await until('all has settled', () => idle.bus.state().received > 0);
    const heard: string[] = [];
    idle.bus.listen({
      hint: (hint) => 'board' in hint && heard.push(hint.board),
      presence: (news) => heard.push(news.presence),
    });
    for (let count = 0; count < 20; count += 1) {
      const revision = await change(busy, strike);
      await until('its own watcher sees it', () => watcher.revision === revision);
    }
    const cardId = await aCard(busy.services, quiet);
    await until('the one that is watched there comes', () => elsewhere.card(toGlobalId('Card', cardId)));
    expect(new Set(heard)).toEqual(new Set([quiet.boardId]));
  });

  test('who is at a board is counted over both servers', async () => {
    const timing = { presenceSettle: 20, presenceAnnounce: 100, presenceForget: 400 };
    const [one, other] = [await start({ timing }), await start({ timing })];
    const strike = await startStrike(one.services);
    const ana = await joinAs(one.services, aHandle());
    let count = -1;
    const client = await new SocketClient(other.url).ready();
    clients.push(client);
    client.subscribe(
      'subscription ($board: ID!) { boardPresence(boardId: $board) { count } }',
      { board: strike.board },
      ({ payload }) => {
        count = (payload as { data: { boardPresence: { count: number } } }).data.boardPresence.count;
      },
    );
    for (const [{ url }, token] of [
      [one, ana.token],
      [other, ana.token],
      [one, null],
      [other, null],
    ] as const) {
      const watcher = new Watcher({ url: () => url, board: strike.board, token });
      watchers.push(watcher);
      await watcher.start();
    }
    // One session at two servers is one.
    await until('three are counted', () => count === 3);
    await redis.kill();
    await until('the other server is forgotten', () => count === 2);
    await redis.revive();
    await until('it is counted again', () => count === 3, 15_000);
  });
});
