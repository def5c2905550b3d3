import 'reflect-metadata';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { limitsForLongWork, limitsFrom } from '../src/platform/db/limits.ts';
import { createLog } from '../src/platform/log/log.ts';
import { type CuttableProxy, openCuttableProxy } from './faults/cuttable-proxy.ts';
import { aCard, startStrike, type Strike } from './live/support/strike.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { startApp, type TestApp } from './support/start-app.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { until } from './support/until.ts';

// A database that vanishes without a word, and one in which somebody holds what everybody needs: what is under way ends
// in words, and when it is over everything goes on.

let database: TestDatabase;
let proxy: CuttableProxy;
let services: TestServices;
let strike: Strike;
let app: TestApp;
let log = '';

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await startStrike(services);
  const { hostname, port, pathname, username } = new URL(database.url);
  proxy = await openCuttableProxy(() => ({ path: `${decodeURIComponent(hostname)}/.s.PGSQL.${port}` }));
  const url = `postgresql://${username}@127.0.0.1:${proxy.port}${pathname}`;
  app = await startApp(
    url,
    {
      APP_SECRET: 'a secret for tests, thirty-two characters',
      DATABASE_CONNECT_SECONDS: '1',
      DATABASE_STATEMENT_SECONDS: '2',
      DATABASE_LOCK_SECONDS: '1',
      DATABASE_IDLE_SECONDS: '1',
    },
    createLog({ forPeople: false, write: { write: (line) => void (log += line) } }),
  );
});
afterAll(async () => {
  // Silent lines keep nobody from stopping either.
  proxy.silence('all lines');
  await app.close();
  await proxy.close();
  await services.close();
  await database.drop();
});

interface Told {
  status: number;
  retryAfter: string | null;
  code: string | undefined;
}

const cookie = () => ({ cookie: `strikeboard=${strike.organizer.token}` });

/** A write of the organizer on the board, and how it was answered. */
async function write(title = 'Photos of the picket'): Promise<Told> {
  const input = {
    boardId: strike.board,
    title,
    deliverable: 'Something to use',
    skill: 'GRAPHIC_DESIGN',
    hours: 1,
    phase: 'FIRST_72_HOURS',
    sensitivity: 'PUBLIC',
  };
  const query =
    'mutation ($input: CreateCardInput!) { createCard(input: $input) { card { id } errors { code message } } }';
  return told(await app.ask(query, { input }, cookie()));
}

async function told(answer: Response): Promise<Told> {
  const body = (await answer.json()) as {
    errors?: { extensions?: { code?: string } }[];
    data?: { createCard?: { errors: { code: string; message: string }[] } } | null;
  };
  const code = body.errors?.[0]?.extensions?.code ?? body.data?.createCard?.errors[0]?.code;
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), code };
}

const AWAY = { status: 503, retryAfter: expect.stringMatching(/^\d+$/) as string, code: 'UNAVAILABLE' };
const DONE: Told = { status: 200, retryAfter: null, code: undefined };
const readiness = async () => (await fetch(`${app.url}/readyz`)).status;
const goesOn = (what: string, check: () => Promise<boolean>) => until(what, check, 15_000);

/** Watches the board over a socket: the titles that were told. */
async function watch(): Promise<{ titles: string[]; close(): void }> {
  const query = `subscription ($board: ID!, $after: BoardCursor!) {
    boardChanges(boardId: $board, after: $after) { kind events { cardTitle } } }`;
  const db = services.orm.em.fork().getKysely();
  const after = await db
    .selectFrom('board')
    .select(['epoch', 'revision'])
    .where('id', '=', strike.boardId)
    .executeTakeFirstOrThrow();
  const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const titles: string[] = [];
  const standing = Promise.withResolvers<void>();
  socket.on('open', () => socket.send('{"type":"connection_init"}'));
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as { type: string; payload?: { data?: unknown } };
    if (message.type === 'connection_ack')
      socket.send(
        JSON.stringify({
          ...{ id: '1', type: 'subscribe' },
          payload: { query, variables: { board: strike.board, after } },
        }),
      );
    if (message.type === 'error') standing.reject(new Error(String(data)));
    if (message.type !== 'next') return;
    standing.resolve();
    for (const [title] of String(data).matchAll(/(?<="cardTitle":")[^"]+/g)) titles.push(title);
  });
  await standing.promise;
  return { titles, close: () => socket.close() };
}

describe('the database vanishes without a word', () => {
  test('the usual limits end what is under way within ten seconds', () => {
    const { connect, lock, statement, idle, answer } = limitsFrom();
    expect(Math.max(connect, lock, statement, idle, answer)).toBeLessThan(10_000);
    // Copies and changes of tables take their time, but hold no lock's line for long.
    expect(limitsForLongWork().lock).toBe(lock);
  });

  test('while new lines stand: what was under way ends in words, and the board goes on', async () => {
    const watcher = await watch();
    expect(await write('Before')).toEqual(DONE);
    await until('it was told', () => watcher.titles.includes('Before'));
    // So that something is under way when it happens: whoever writes waits for the board.
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from board where id = $1 for update', [strike.boardId]);
    const writing = Promise.all(Array.from({ length: 6 }, () => write('Into the void')));
    const waits = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await until('somebody waits', async () => (await holder.query(waits)).rowCount);
    proxy.silence('open lines');
    proxy.speak();
    await holder.query('rollback');
    await holder.end();
    const answers = await writing;
    // Whatever line each got: done, or told that there is no answer.
    expect(answers).toContainEqual(AWAY);
    for (const answer of answers) expect(answer).toEqual(answer.status === 200 ? DONE : AWAY);
    await goesOn('the next write is done', async () => (await write('After')).code === undefined);
    await goesOn('it was told', async () => watcher.titles.includes('After'));
    watcher.close();
    // Connections that are silent do not come back into the pool: as many at once as it has.
    const many = await Promise.all(
      Array.from({ length: 12 }, () => app.ask('{ campaigns { edges { node { id } } } }')),
    );
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set([200]));
  }, 60_000);

  test('and new ones are as silent: pages of the door, sockets and readiness say so, until it is back', async () => {
    proxy.silence('all lines');
    expect(await write()).toEqual(AWAY);
    expect(await readiness()).toBe(503);
    const download = await fetch(`${app.url}/export/me.json`, { headers: cookie() });
    expect([download.status, download.headers.get('content-type')]).toEqual([
      503,
      'text/plain; charset=utf-8',
    ]);
    expect(await download.text()).toContain('The board is restarting');
    const snapshot = await fetch(`${app.url}/boards/${strike.board}/snapshot`);
    expect(await told(snapshot)).toEqual(AWAY);
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: cookie(),
    });
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    const closed = await new Promise((resolve) =>
      socket.once('close', (code, reason) => resolve([code, String(reason)])),
    );
    expect(closed).toEqual([1013, 'Our database gives no answer: connect again']);
    proxy.speak();
    await goesOn('it is ready', async () => (await readiness()) === 200);
    await goesOn('writes are done', async () => (await write()).code === undefined);
    // Jobs too, whose words are those of what happened.
    const lines = log.split('\n').filter((line) => line.includes('a job could not be read'));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ err: { message: /./ } });
  }, 60_000);
});

describe('somebody holds what everybody needs', () => {
  test('a lock on a table: all who wait are told, and readiness asks where they wait', async () => {
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('begin');
    await holder.query('lock table session in access exclusive mode');
    try {
      const answers: Told[] = [];
      let isSeen = false;
      const crowd = Array.from({ length: 30 }, async () => {
        do answers.push(await told(await app.ask('{ viewer { isCoordinator } }', {}, cookie())));
        while (!isSeen);
      });
      await goesOn('readiness says that nobody is answered', async () => (await readiness()) === 503);
      isSeen = true;
      await Promise.all(crowd);
      for (const answer of answers) expect(answer).toEqual(AWAY);
      // Others are not kept by it.
      await goesOn(
        'who has no session',
        async () => (await app.ask('{ campaigns { edges { cursor } } }')).status === 200,
      );
      expect(await readiness()).toBe(200);
    } finally {
      await holder.query('rollback');
      await holder.end();
    }
    expect((await write()).code).toBeUndefined();
  }, 60_000);

  test('a transaction in which nothing is asked any more is ended', async () => {
    const cardId = await aCard(services, strike);
    const { orm } = services;
    const limited = (await import('../src/app/open-orm.ts')).openOrm(database.url, {
      limits: limitsFrom({ connect: 5_000, statement: 5_000, lock: 5_000, idle: 200 }),
    });
    const idle = limited.em.fork().transactional(async (em) => {
      const locked = await em
        .getKysely()
        .selectFrom('card')
        .select('id')
        .where('id', '=', cardId)
        .forUpdate()
        .execute();
      expect(locked).toHaveLength(1);
      // Whoever waits for the row gets it although this transaction never ends by itself.
      const taken = orm.em
        .fork()
        .transactional((other) =>
          other.getKysely().selectFrom('card').select('id').where('id', '=', cardId).forUpdate().execute(),
        );
      expect(await taken).toHaveLength(1);
    });
    await expect(idle).rejects.toThrow();
    await limited.close();
  });
});
