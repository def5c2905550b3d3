import { randomUUID } from 'node:crypto';
import { createClient } from '@redis/client';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createHintBus } from '../../src/platform/live/hint-bus.ts';
import { type HintBus } from '../../src/platform/live/hints.ts';
import { type PresenceNews } from '../../src/platform/live/hints.ts';
import type { Hint } from '../../src/platform/live/hints.ts';
import { type RedisServer, startRedisServer, whyNoRedis } from '../support/redis-server.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';

const noRedis = whyNoRedis();
let database: TestDatabase;
let redis: RedisServer | undefined;
const buses: HintBus[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  if (noRedis === null) redis = await startRedisServer();
});
afterEach(async () => {
  for (const bus of buses.splice(0)) await bus.close();
});
afterAll(async () => {
  await redis?.stop();
  await database.drop();
});

interface Replica {
  bus: HintBus;
  heard: Hint[];
  presence: PresenceNews[];
  losses(): number;
}

async function openBus(redisUrl?: string): Promise<Replica> {
  const bus = createHintBus({ databaseUrl: database.url, redisUrl, log: pino({ level: 'silent' }) });
  buses.push(bus);
  const heard: Hint[] = [];
  const presence: PresenceNews[] = [];
  let losses = 0;
  bus.listen({
    hint: (hint) => heard.push(hint),
    presence: (news) => presence.push(news),
    lost: () => (losses += 1),
  });
  await bus.connected();
  return { bus, heard, presence, losses: () => losses };
}

/** What carries hints: how a bus is opened on it, how its lines are cut, and how anybody else writes there. */
const carriers = [
  {
    name: 'PostgreSQL',
    missing: null,
    open: () => openBus(),
    cutAll: () =>
      asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'strikeboard-hints' and datname = current_database()`),
    write: (payload: string) => asAdmin('select pg_notify($1, $2)', ['strikeboard', payload]),
  },
  {
    name: 'Redis',
    missing: noRedis,
    open: () => openBus(redis?.url),
    cutAll: () => inRedis((client) => client.sendCommand(['CLIENT', 'KILL', 'SKIPME', 'yes'])),
    write: (payload: string) => inRedis((client) => client.publish('strikeboard:all', payload)),
  },
];

async function asAdmin(statement: string, values: string[] = []): Promise<void> {
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(statement, values).finally(() => admin.end());
}

async function inRedis(act: (client: ReturnType<typeof createClient>) => Promise<unknown>): Promise<void> {
  const client = createClient({ url: redis!.url });
  client.on('error', () => undefined);
  await client.connect();
  await act(client as ReturnType<typeof createClient>).finally(() => client.close());
}

for (const { name, missing, open, cutAll, write } of carriers) {
  describe.skipIf(missing !== null)(missing ?? `over ${name}`, () => {
    test('a hint is heard here at once, and elsewhere once and soon', async () => {
      const here = await open();
      const there = await open();
      await there.bus.follow('one').ready;
      here.bus.send({ board: 'one', revision: 1 });
      expect(here.heard).toEqual([{ board: 'one', revision: 1 }]);
      await until('it is heard there', () => there.heard.length > 0);
      there.bus.send({ person: 'ana' });
      await until('the answer is heard here', () => here.heard.length > 1);
      expect(there.heard).toEqual([{ board: 'one', revision: 1 }, { person: 'ana' }]);
      expect(here.heard).toEqual([{ board: 'one', revision: 1 }, { person: 'ana' }]);
    });

    test('many hints of one board travel as one', async () => {
      const here = await open();
      const there = await open();
      const boards = Array.from({ length: 500 }, () => randomUUID());
      await Promise.all(boards.map((board) => there.bus.follow(board).ready));
      for (const board of boards) for (const revision of [1, 3, 2]) here.bus.send({ board, revision });
      await until('all are heard', () => there.heard.length >= boards.length);
      expect(there.heard).toEqual(boards.map((board) => ({ board, revision: 3 })));
    });

    test('who is at a board is told elsewhere, and not here', async () => {
      const here = await open();
      const there = await open();
      await Promise.all([here, there].map(({ bus }) => bus.follow('one').ready));
      const news = { presence: 'one', sessions: ['a'], others: 2, people: ['ana'] };
      here.bus.announce(news);
      await until('it is heard there', () => there.presence.length > 0);
      expect(there.presence).toEqual([news]);
      expect(here.presence).toEqual([]);
    });

    test('after a broken line everybody is told to check, and hints pass again', async () => {
      const here = await open();
      const there = await open();
      await there.bus.follow('one').ready;
      const before = there.losses();
      await cutAll();
      here.bus.send({ board: 'one', revision: 1 });
      await until('it is told', () => there.losses() > before);
      here.bus.send({ board: 'one', revision: 2 });
      await until('hints pass again', () =>
        there.heard.some((hint) => 'board' in hint && hint.revision === 2),
      );
      expect(there.bus.state().connected).toBe(true);
    });

    test('what anybody else writes there does no harm', async () => {
      const { heard } = await open();
      const payloads = [
        '',
        'nonsense',
        '[]',
        '{"from":"me","news":[null,7,{"board":7},{"presence":"x"}]}',
        '{"news":{}}',
      ];
      for (const payload of payloads) await write(payload);
      await write('{"from":"me","news":[{"person":"ana"}]}');
      await until('the good one is heard', () => heard.length > 0);
      expect(heard).toEqual([{ person: 'ana' }]);
    });
  });
}

describe.skipIf(noRedis !== null)(noRedis ?? 'interest', () => {
  /** What a replica that follows nothing gets while a busy board is followed elsewhere. */
  async function receivedByTheUninterested(follow: (bus: HintBus) => void): Promise<number> {
    const [writing, watching, elsewhere] = [
      await openBus(redis?.url),
      await openBus(redis?.url),
      await openBus(redis?.url),
    ];
    follow(elsewhere.bus);
    await elsewhere.bus.follow('another').ready;
    await watching.bus.follow('busy').ready;
    for (let revision = 1; revision <= 50; revision += 1) {
      writing.bus.send({ board: 'busy', revision });
      writing.bus.announce({ presence: 'busy', sessions: [], others: revision, people: [] });
      await until('it is heard', () =>
        watching.heard.some((hint) => 'board' in hint && hint.revision === revision),
      );
    }
    // The same line carries both in order: when this has come, whatever was before it has come too.
    writing.bus.send({ desk: true });
    await until('the last is heard', () => elsewhere.heard.some((hint) => 'desk' in hint));
    return elsewhere.bus.state().received - 1;
  }

  test('a replica where nobody watches a board gets no message about it', async () => {
    expect(await receivedByTheUninterested(() => undefined)).toBe(0);
  });

  test('mutant: a replica that follows every board gets them all', async () => {
    expect(await receivedByTheUninterested((bus) => void bus.followAll())).toBeGreaterThanOrEqual(50);
  });

  test('a board is followed until the last has left it, and every board while somebody needs it', async () => {
    const here = await openBus(redis?.url);
    const { bus, heard } = await openBus(redis?.url);
    let revision = 0;
    const isHeard = async (board: string) => {
      here.bus.send({ board, revision: (revision += 1) });
      here.bus.send({ person: String(revision) });
      await until('the mark is heard', () =>
        heard.some((hint) => 'person' in hint && hint.person === String(revision)),
      );
      return heard.filter((hint) => 'board' in hint && hint.revision === revision).length;
    };
    const [first, second] = [bus.follow('one'), bus.follow('one')];
    await second.ready;
    first.leave();
    first.leave();
    expect(await isHeard('one')).toBe(1);
    expect(await isHeard('two')).toBe(0);
    const all = bus.followAll();
    await all.ready;
    expect(await isHeard('one')).toBe(1);
    expect(await isHeard('two')).toBe(1);
    all.leave();
    await bus.follow('three').ready;
    expect(await isHeard('one')).toBe(1);
    expect(await isHeard('two')).toBe(0);
    second.leave();
    await bus.follow('four').ready;
    expect(await isHeard('one')).toBe(0);
  });
});

describe.skipIf(noRedis !== null)(noRedis ?? 'when Redis goes', () => {
  test('killed and revived: said so meanwhile, everybody checks after, and what was followed is followed', async () => {
    const here = await openBus(redis?.url);
    const there = await openBus(redis?.url);
    await there.bus.follow('one').ready;
    await redis!.kill();
    await until('it is said', () => !there.bus.state().connected && !here.bus.state().connected);
    expect(there.bus.state()).toMatchObject({ kind: 'redis', connected: false });
    // Local delivery does not depend on it, and nobody waits for a bus that is away.
    here.bus.send({ board: 'one', revision: 1 });
    expect(here.heard).toEqual([{ board: 'one', revision: 1 }]);
    await there.bus.follow('two').ready;
    const before = there.losses();
    await redis!.revive();
    await until(
      'both are connected',
      () => here.bus.state().connected && there.bus.state().connected,
      15_000,
    );
    expect(there.losses()).toBe(before + 1);
    here.bus.send({ board: 'two', revision: 7 });
    await until('it is heard', () => there.heard.some((hint) => 'board' in hint && hint.board === 'two'));
  });

  test('a Redis that accepts and never answers counts as away', async () => {
    const { bus } = await openBus(redis?.url);
    redis!.freeze();
    try {
      await until('it is noticed', () => !bus.state().connected, 15_000);
      // Closing does not wait for it either.
      await bus.close();
    } finally {
      redis!.thaw();
    }
  });
});
