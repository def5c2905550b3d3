import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { BoardChangesDocument } from '../../../web/src/gql/graphql.ts';
import { moveCard } from '../../src/core/card/move-card.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { type Heard, SocketClient } from './support/socket-client.ts';
import { aCard, aHandle, startStrike, type Strike } from './support/strike.ts';

// What strangers may hold open, and that it costs nobody else anything.

let database: TestDatabase;
let replica: Replica;
const clients: SocketClient[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  replica = await startReplica(database.url, {
    timing: { heartbeat: 1_000_000 },
    limits: { hello: 2_000, ping: 10_000, silent: 500, refused: 100 },
    environment: {
      ...{ BUDGETS: 'on', TRUST_PROXY: '1', BUDGET_ADDRESS: '1000000', SOCKETS_ADDRESS: '12' },
      ...{ SOCKETS_ADDRESS_STRANGE: '3', SOCKETS_PERSON: '4', OPERATIONS_ADDRESS: '15' },
      ...{ OPERATIONS_SOCKET: '5', QUESTIONS_BOARD: '6', QUESTIONS_BOARD_ADDRESS: '2' },
    },
  });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.terminate();
  await until('all are gone', () => replica.sockets.openSockets === 0);
});
afterAll(async () => {
  await replica.close();
  await database.drop();
});

function connect(address: string, token: string | null = null): SocketClient {
  const headers = { 'x-forwarded-for': address };
  // Messages come out of a client in the order in which they are expanded: what is looked at here is that of the wire.
  const client = new SocketClient(replica.url, { token, headers, compresses: false });
  clients.push(client);
  return client;
}

/** The first word that comes to a subscription, and all that follow. */
async function follow(client: SocketClient, query: string, variables: object): Promise<Heard[]> {
  const heard: Heard[] = [];
  client.subscribe(query, variables, (each) => heard.push(each));
  await until('a word', () => heard.length > 0 || client.closed, 20_000);
  return heard;
}

const AFTER = { epoch: 'none', revision: 0 };
const known = (client: SocketClient, { board }: Strike) =>
  follow(client, String(BoardChangesDocument), { boardId: board, after: AFTER });
/** One of many questions about the same. */
const question = (client: SocketClient, { board }: Strike, number: number) =>
  follow(
    client,
    `subscription Own${number}($board: ID!, $after: BoardCursor!) {
      boardChanges(boardId: $board, after: $after) { kind revision cards { id title } } }`,
    { board, after: AFTER },
  );
const codeOf = (heard: Heard[]) =>
  heard[0]?.type === 'error'
    ? (heard[0].payload as { extensions: { code: string } }[])[0]?.extensions.code
    : heard[0]?.type;

test('an address has so many sockets, and one more is told why in words that clients know', async () => {
  const strike = await startStrike(replica.services);
  for (let i = 0; i < 12; i += 1) {
    expect(codeOf(await known(await connect('203.0.113.1').ready(), strike))).toBe('next');
  }
  const more = connect('203.0.113.1');
  await until('it is closed', () => more.closed);
  expect(more.closed).toEqual({ code: 1013, reason: expect.stringContaining('your network') as string });
  // When one leaves there is room again, and another network was never concerned.
  await connect('203.0.113.2').ready();
  clients[0]!.terminate();
  await until('one is gone', () => replica.sockets.openSockets === 12);
  await connect('203.0.113.1').ready();
});

test('strangers with questions of their own have few sockets; who asks what our pages ask, or signed in, does not count', async () => {
  const strike = await startStrike(replica.services);
  const address = '203.0.113.3';
  for (let i = 0; i < 4; i += 1) {
    expect(codeOf(await known(await connect(address).ready(), strike))).toBe('next');
  }
  for (let i = 0; i < 3; i += 1) {
    expect(codeOf(await question(await connect(address).ready(), strike, 1))).toBe('next');
  }
  const fourth = await connect(address).ready();
  await question(fourth, strike, 1);
  await until('it is closed', () => fourth.closed);
  expect(fourth.closed).toEqual({ code: 1013, reason: expect.stringContaining('own questions') as string });
  const { token } = await joinAs(replica.services, aHandle());
  expect(codeOf(await question(await connect(address, token).ready(), strike, 1))).toBe('next');
});

test('a socket that asks nothing counts as a stranger’s after a while', async () => {
  const address = '203.0.113.4';
  const silent = await Promise.all(Array.from({ length: 5 }, () => connect(address).ready()));
  await until('two are closed', () => silent.filter(({ closed }) => closed).length === 2);
  expect(silent.map(({ closed }) => closed?.code).filter(Boolean)).toEqual([1013, 1013]);
});

test('a person has so many sockets, wherever they are', async () => {
  const { token } = await joinAs(replica.services, aHandle());
  for (let i = 0; i < 4; i += 1) await connect(`203.0.113.${10 + i}`, token).ready();
  const fifth = connect('203.0.113.20', token);
  await until('it is closed', () => fifth.closed);
  expect(fifth.closed).toEqual({ code: 1013, reason: expect.stringContaining('yours') as string });
});

test('an address has so many operations on all its sockets', async () => {
  const strike = await startStrike(replica.services);
  const answers: string[] = [];
  for (let socket = 0; socket < 4; socket += 1) {
    const client = await connect('203.0.113.30').ready();
    for (let i = 0; i < 5; i += 1) answers.push(String(codeOf(await known(client, strike))));
  }
  expect(answers.filter((answer) => answer === 'next')).toHaveLength(15);
  expect(answers.slice(15)).toEqual(Array(5).fill('TOO_MANY_REQUESTS'));
});

test('a board takes so many questions of strangers, an address its share of them, and everybody what others ask', async () => {
  const strike = await startStrike(replica.services);
  const answers: unknown[] = [];
  for (let address = 1; address <= 4; address += 1) {
    const client = await connect(`203.0.113.4${address}`).ready();
    for (let i = 0; i < 3; i += 1) answers.push(codeOf(await question(client, strike, address * 10 + i)));
  }
  const refused = 'TOO_MANY_REQUESTS';
  // Two each for three addresses, which is all there are.
  const two = ['next', 'next', refused];
  expect(answers).toEqual([...two, ...two, ...two, refused, refused, refused]);
  const late = await connect('203.0.113.49').ready();
  expect(codeOf(await question(late, strike, 10))).toBe('next');
  expect(codeOf(await known(late, strike))).toBe('next');
  // People have a share of their own, and another board has its own.
  const { token } = await joinAs(replica.services, aHandle());
  expect(codeOf(await question(await connect('203.0.113.49', token).ready(), strike, 77))).toBe('next');
  const other = await startStrike(replica.services);
  expect(codeOf(await question(late, other, 78))).toBe('next');
  // What nobody asks any more makes room.
  clients[0]!.terminate();
  await until('there is room', async () => codeOf(await question(late, strike, 79)) === 'next');
});

test('20 sockets with 6 questions each on one board: what our pages ask is carried out first, and once', async () => {
  const { services } = replica;
  const strike = await startStrike(services);
  const cardId = await aCard(services, strike);
  const page = await connect('198.51.100.1').ready();
  const seen = await known(page, strike);
  const strangers = await Promise.all(
    Array.from({ length: 20 }, (_each, index) => connect(`198.51.100.${2 + index}`).ready()),
  );
  const heard = await Promise.all(
    strangers.flatMap((client, socket) =>
      Array.from({ length: 6 }, (_each, index) => question(client, strike, socket * 6 + index)),
    ),
  );
  const following = heard.filter((each) => codeOf(each) === 'next');
  expect(following).toHaveLength(6);
  const before = replica.executions();
  const order: string[] = [];
  const lengths = [seen, ...following].map(({ length }) => length);
  const { revision } = await moveCard(services, strike.organizer.viewer.personId, { cardId });
  await until('all have it', () => {
    [seen, ...following].forEach((each, index) => {
      const name = index === 0 ? 'page' : 'stranger';
      if (each.length > lengths[index]! && !order.includes(name)) order.push(name);
    });
    return [seen, ...following].every((each, index) => each.length > lengths[index]!);
  });
  expect(JSON.stringify(seen.at(-1))).toContain(`"revision":${revision}`);
  expect(order[0]).toBe('page');
  expect(replica.executions() - before).toBe(7);
}, 40_000);

test('mutant: without limits all of them follow, and each change is carried out for each', async () => {
  const open = await startReplica(database.url, { environment: { TRUST_PROXY: '1' } });
  const strike = await startStrike(open.services);
  const client = await new SocketClient(open.url).ready();
  const heard = await Promise.all(
    Array.from({ length: 20 }, (_each, index) => question(client, strike, index)),
  );
  expect(heard.filter((each) => codeOf(each) === 'next')).toHaveLength(20);
  client.terminate();
  await open.close();
});

test('a question is not another one because of what is sent along, or how an id is written', async () => {
  const strike = await startStrike(replica.services);
  const client = await connect('203.0.113.60').ready();
  const text = String(BoardChangesDocument);
  const variables = { boardId: strike.board, after: AFTER };
  await follow(client, text, variables);
  await follow(client, text, { ...variables, more: 1 });
  expect(replica.live.boards.cohortCount).toBe(1);
  const written = Buffer.from(strike.board, 'base64url').toString('base64');
  expect(toGlobalId('Board', strike.boardId)).toBe(strike.board);
  expect(codeOf(await follow(client, text, { ...variables, boardId: `${strike.board}=` }))).toBe('NOT_FOUND');
  if (written !== strike.board) {
    expect(codeOf(await follow(client, text, { ...variables, boardId: written }))).toBe('NOT_FOUND');
  }
});

test('a socket that is refused may still be opened by others: nothing of it is kept', async () => {
  const address = '203.0.113.70';
  for (let round = 0; round < 40; round += 1) {
    const socket = new WebSocket(`${replica.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { 'x-forwarded-for': address },
    });
    await new Promise((resolve) => socket.once('open', resolve));
    socket.terminate();
  }
  await until('all are gone', () => replica.sockets.openSockets === 0);
  await connect(address).ready();
});
