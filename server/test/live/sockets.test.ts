import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { createCardsFromTemplates } from '../../src/features/template/create-cards.ts';
import { moveCard } from '../../src/core/card/move-card.ts';
import { cardTemplates } from '../support/templates.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { type ClientOptions, type Heard, SocketClient } from './support/socket-client.ts';
import { aCard, startStrike } from './support/strike.ts';
import { Watcher } from './support/watcher.ts';

let database: TestDatabase;
let replica: Replica;
const clients: SocketClient[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  replica = await startReplica(database.url, {
    limits: { operations: 3, hello: 300, ping: 150, bufferedBytes: 64 * 1024 },
  });
});
afterEach(() => {
  for (const client of clients.splice(0)) client.terminate();
});
afterAll(async () => {
  await replica.close();
  await database.drop();
});

function connect(options: ClientOptions = {}): SocketClient {
  const client = new SocketClient(replica.url, options);
  clients.push(client);
  return client;
}

async function ask(client: SocketClient, query: string, variables: object = {}): Promise<Heard> {
  const heard: Heard[] = [];
  client.subscribe(query, variables, (each) => heard.push(each));
  await until('an answer', () => heard.length > 0);
  return heard[0] as Heard;
}

test('a page of another site is nobody on its socket, whoever sits before it', async () => {
  const { token } = (await startStrike(replica.services)).organizer;
  const who = '{ viewer { isCoordinator } }';
  const foreign = await connect({ origin: 'https://elsewhere.example', token }).ready();
  expect(await ask(foreign, who)).toMatchObject({ payload: { data: { viewer: null } } });
  const own = await connect({ origin: replica.url, token }).ready();
  expect(await ask(own, who)).toMatchObject({ payload: { data: { viewer: { isCoordinator: false } } } });
});

test('queries and mutations work over the socket, as the person of the cookie', async () => {
  const strike = await startStrike(replica.services);
  const client = await connect({ token: strike.organizer.token }).ready();
  expect(await ask(client, '{ viewer { person { handle } } }')).toMatchObject({
    payload: { data: { viewer: { person: { handle: strike.organizer.viewer.handle } } } },
  });
  const created = await ask(
    client,
    `mutation ($board: ID!) { createCard(input: { boardId: $board, title: "Call the paper", deliverable: "A call",
      skill: WRITING, hours: 1, phase: ONGOING, sensitivity: PUBLIC }) { card { number } errors { code } } }`,
    { board: strike.board },
  );
  expect(created).toMatchObject({ payload: { data: { createCard: { card: { number: 1 }, errors: [] } } } });
});

test('the limits of the HTTP door hold here too', async () => {
  const client = await connect().ready();
  const deep = `{ campaigns { edges { node { ${'organization { campaigns { edges { node { '.repeat(5)} id ${'} } } }'.repeat(5)} } } } }`;
  const long = `{ ${'viewer { isCoordinator } '.repeat(800)} }`;
  const unnamed = '{ nothing }';
  for (const query of [deep, long, unnamed]) {
    expect(await ask(client, query), query.slice(0, 40)).toMatchObject({ type: 'error' });
  }
  expect(client.closed).toBeUndefined();
});

test('variables of a wrong shape are an error of the operation, not of the socket', async () => {
  const client = await connect().ready();
  const query = 'query ($first: Int!) { campaigns(first: $first) { edges { node { id } } } }';
  expect(await ask(client, query, { first: 'many' })).toMatchObject({ type: 'error' });
  expect(client.closed).toBeUndefined();
});

test('one socket carries so many operations and no more', async () => {
  const strike = await startStrike(replica.services);
  const client = await connect().ready();
  const presence = 'subscription ($board: ID!) { boardPresence(boardId: $board) { count } }';
  const stops = [1, 2, 3].map(() => client.subscribe(presence, { board: strike.board }, () => undefined));
  expect(await ask(client, presence, { board: strike.board })).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }],
  });
  for (const stop of stops) stop();
  expect(await ask(client, '{ viewer { isCoordinator } }')).toMatchObject({ type: 'next' });
});

test('a socket that says nothing, or nonsense, is closed', async () => {
  const silent = new WebSocket(`${replica.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const code = await new Promise((resolve) => silent.on('close', resolve));
  expect(code).toBe(4408);
  const client = await connect().ready();
  client.socket.send('{"type":');
  await until('it is closed', () => client.closed);
  expect(client.closed?.code).toBe(4400);
});

test('a socket that does not answer pings is dropped', async () => {
  const dead = await connect({ autoPong: false }).ready();
  const alive = await connect().ready();
  await until('it is dropped', () => dead.closed);
  expect(dead.closed?.code).toBe(1006);
  expect(alive.closed).toBeUndefined();
});

test('a socket that closes while its subscription begins leaves nothing behind', async () => {
  const strike = await startStrike(replica.services);
  for (let round = 0; round < 10; round += 1) {
    const client = await connect().ready();
    client.subscribe(
      'subscription ($board: ID!) { boardChanges(boardId: $board, after: { epoch: "none", revision: 0 }) { kind } }',
      { board: strike.board },
      () => undefined,
    );
    client.terminate();
  }
  await until('nobody follows', () => replica.live.boards.cohortCount === 0);
});

test('a slow reader is cut off, and the others do not notice (rule 9)', async () => {
  const { services } = replica;
  const strike = await startStrike(services);
  const organizer = strike.organizer.viewer.personId;
  const cardId = await aCard(services, strike);
  const watcher = await new Watcher({ url: () => replica.url, board: strike.board, token: null }).start();
  const slow = await connect({ compresses: false }).ready();
  // Each batch is large for this one, and goes as it is, so that the network's own buffers are soon full.
  const words = Array.from({ length: 19 }, (_each, index) => `w${index}: deliverable`).join(' ');
  await ask(
    slow,
    `subscription ($board: ID!) { boardChanges(boardId: $board, after: { epoch: "none", revision: 0 }) {
      kind cards { ${words} localSupplies } } }`,
    { board: strike.board },
  );
  slow.socket.pause();
  const templateKeys = cardTemplates.map(({ key }) => key);
  for (let round = 0; round < 300 && replica.live.boards.cohortCount > 1; round += 1) {
    const { revision } =
      round < 40
        ? await createCardsFromTemplates(services, organizer, {
            boardId: strike.boardId,
            templateKeys,
            cautionCleared: true,
          })
        : await moveCard(services, organizer, { cardId });
    await until('the other one has it', () => watcher.revision === revision);
  }
  slow.socket.resume();
  await until('the slow one is closed', () => slow.closed);
  expect([1006, 1013]).toContain(slow.closed?.code);
  expect(watcher.complaints).toEqual([]);
  expect(watcher.snapshots).toBe(1);
  expect(await watcher.agrees()).toBe(true);
  watcher.close();
}, 60_000);

test('when the server goes, sockets are told so (1001)', async () => {
  const going = await startReplica(database.url);
  const client = await new SocketClient(going.url).ready();
  await going.close();
  await until('it is closed', () => client.closed);
  expect(client.closed?.code).toBe(1001);
});
