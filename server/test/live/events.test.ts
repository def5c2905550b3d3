import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { signOut } from '../../src/core/person/end-session.ts';
import { createCard } from '../../src/core/card/create-card.ts';
import { moveCard } from '../../src/core/card/move-card.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { EventClient } from './support/event-client.ts';
import { type Replica, type ReplicaOptions, startReplica } from './support/replica.ts';
import { SocketClient } from './support/socket-client.ts';
import { aCard, aHandle, startStrike, type Strike } from './support/strike.ts';
import { BOARD_CHANGES, freshSnapshot } from './support/watcher.ts';

// One document, over server-sent events as over the socket: the same messages, made once for both.

interface Change {
  data: {
    boardChanges: {
      kind: string;
      epoch: string;
      previousRevision: number;
      revision: number;
      cards: { title: string }[];
      resetReason: string | null;
    };
  };
  errors?: { extensions: { code: string } }[];
}

let database: TestDatabase;
const replicas: Replica[] = [];
const clients: (EventClient | SocketClient)[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  for (const client of clients.splice(0))
    if ('close' in client) client.close();
    else client.terminate();
  for (const replica of replicas.splice(0)) await replica.close();
});
afterAll(() => database.drop());

async function aReplica(options?: ReplicaOptions): Promise<Replica> {
  const replica = await startReplica(database.url, options);
  replicas.push(replica);
  return replica;
}

/** Where the board stands, as a stranger is told. */
async function here(replica: Replica, { board }: Strike) {
  const { epoch, revision } = (await freshSnapshot(replica.url, board, null))!;
  return { epoch, revision };
}

function follow(
  replica: Pick<Replica, 'url'>,
  { board }: Pick<Strike, 'board'>,
  {
    after = null,
    query = BOARD_CHANGES.replace('BoardCursor!', 'BoardCursor'),
    headers = {},
    ...more
  }: {
    after?: { epoch: string; revision: number } | null;
    query?: string;
    headers?: Record<string, string>;
    method?: 'GET' | 'POST';
  } = {},
): EventClient {
  const client = new EventClient(replica.url, { query, variables: { board, after } }, headers, more);
  clients.push(client);
  return client;
}

const messages = (client: EventClient) => client.results<Change>().map(({ data }) => data.boardChanges);
const changes = (client: EventClient) => messages(client).filter(({ kind }) => kind === 'CHANGES');

test.each(['GET', 'POST'] as const)(
  'by %s it says what the socket says, carried out once for both',
  async (method) => {
    const replica = await aReplica({ timing: { heartbeat: 1_000_000 } });
    const strike = await startStrike(replica.services);
    const after = await here(replica, strike);
    const socket = await new SocketClient(replica.url).ready();
    clients.push(socket);
    const heard: Change[] = [];
    const query = BOARD_CHANGES;
    socket.subscribe(query, { board: strike.board, after }, ({ payload }) => heard.push(payload as Change));
    const stream = follow(replica, strike, { after, query, method });
    await stream.begun();
    await until('the socket speaks', () => heard.length > 0);
    const before = replica.executions();
    for (let n = 0; n < 5; n += 1) {
      await aCard(replica.services, strike, { title: `Leaflet ${n}` });
      await until('both have it', () => changes(stream).length === n + 1 && heard.length === n + 2);
    }
    expect(replica.executions() - before).toBe(5);
    expect(stream.results()).toEqual(heard);
    expect(stream.status).toBe(200);
    expect(stream.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(stream.headers['cache-control']).toContain('no-store');
    // The id is the cursor, and each message that moves the reader has one.
    expect(stream.events.map(({ id }) => id)).toEqual(
      messages(stream).map(({ revision }) => `${after.epoch}:${revision}`),
    );
  },
);

test('without a cursor it begins now', async () => {
  const replica = await aReplica();
  const strike = await startStrike(replica.services);
  await aCard(replica.services, strike);
  const stream = await follow(replica, strike, {
    query: 'subscription ($board: ID!) { boardChanges(boardId: $board) { kind revision cards { title } } }',
  }).begun();
  await aCard(replica.services, strike, { title: 'From now on' });
  await until('the change', () => changes(stream).length === 1);
  expect(messages(stream).map(({ kind }) => kind)).toEqual(['HEARTBEAT', 'CHANGES']);
  expect(changes(stream)[0]?.cards).toEqual([{ title: 'From now on' }]);
});

test('who comes back with Last-Event-ID, to another server, misses nothing and hears nothing twice', async () => {
  const first = await aReplica();
  const second = await aReplica();
  const strike = await startStrike(second.services);
  const started = await here(second, strike);
  const begun = await follow(first, strike, { after: started }).begun();
  await aCard(second.services, strike, { title: 'Before' });
  await until('the change', () => changes(begun).length === 1);
  // The server goes without a goodbye, and nobody says that the stream is complete.
  await replicas.shift()?.close();
  await begun.over();
  expect(begun.events.at(-1)?.event).toBe('next');
  for (const title of ['One', 'Two', 'Three']) await aCard(second.services, strike, { title });
  // The document still has the cursor of the beginning, as a browser sends it again.
  const again = await follow(second, strike, {
    after: started,
    headers: { 'last-event-id': begun.lastId ?? '' },
  }).begun();
  await aCard(second.services, strike, { title: 'Four' });
  await until('the last one', () =>
    changes(again)
      .at(-1)
      ?.cards.some(({ title }) => title === 'Four'),
  );
  const titles = [begun, again].flatMap((each) =>
    changes(each).flatMap(({ cards }) => cards.map(({ title }) => title)),
  );
  expect(titles.toSorted()).toEqual(['Before', 'Four', 'One', 'Three', 'Two']);
  expect(changes(again)[0]?.previousRevision).toBe(changes(begun).at(-1)?.revision);
});

test('mutant: an id on heartbeats would make who comes back miss what is on its way', async () => {
  const replica = await aReplica({ timing: { heartbeat: 30 } });
  const strike = await startStrike(replica.services);
  const stream = await follow(replica, strike, { after: await here(replica, strike) }).begun();
  const more = () => stream.events.filter(({ data }) => data.includes('HEARTBEAT')).length;
  await until('some heartbeats', () => more() > 2);
  expect(
    stream.events
      .slice(1)
      .map(({ id }) => id)
      .filter(Boolean),
  ).toEqual([]);
});

test('an id that is none of ours begins where the document says', async () => {
  const replica = await aReplica();
  const strike = await startStrike(replica.services);
  for (const id of ['', '7', 'x:y', 'a b:3', `${'x'.repeat(200)}:1`]) {
    const stream = await follow(replica, strike, { headers: { 'last-event-id': id } }).begun();
    expect(messages(stream)[0]?.kind).toBe('HEARTBEAT');
  }
  const other = await follow(replica, strike, { headers: { 'last-event-id': 'another:3' } }).begun();
  expect(messages(other)[0]).toMatchObject({ kind: 'RESET', resetReason: 'OTHER_HISTORY' });
});

test('a thousand readers, one execution for a change', async () => {
  const replica = await aReplica({ timing: { heartbeat: 1_000_000 }, eventLimits: { life: 1_000_000 } });
  const strike = await startStrike(replica.services);
  const after = await here(replica, strike);
  const readers = Array.from({ length: 1_000 }, () => follow(replica, strike, { after }));
  await until('all have begun', () => readers.every(({ events }) => events.length > 0), 60_000);
  const before = replica.executions();
  await aCard(replica.services, strike);
  await until('all have it', () => readers.every((reader) => changes(reader).length === 1), 60_000);
  expect(replica.executions() - before).toBe(1);
  expect(new Set(readers.map(({ text }) => text.replace(/^retry: \d+\n\n/, ''))).size).toBe(1);
}, 120_000);

test('a reader that stops is cut off, what waits for it is bounded, and nobody else notices', async () => {
  const replica = await aReplica();
  const strike = await startStrike(replica.services);
  const { result } = await createCard(replica.services, strike.organizer.viewer.personId, {
    boardId: strike.boardId,
    title: 'Tell the town',
    deliverable: 'A leaflet',
    localSupplies: '語'.repeat(500),
    skill: 'WRITING',
    hours: 2,
    phase: 'ONGOING',
    sensitivity: 'PUBLIC',
  });
  const cardId = result?.id ?? '';
  const large = Array.from({ length: 19 }, (_each, index) => `w${index}: localSupplies`).join(' ');
  const query = BOARD_CHANGES.replace('BoardCursor!', 'BoardCursor').replace(
    'status position',
    `status ${large}`,
  );
  const slow = await follow(replica, strike, { query }).begun();
  const quick = await follow(replica, strike).begun();
  slow.pause();
  let mostWaiting = 0;
  for (let moves = 0; replica.live.counts.cuts === 0; moves += 1) {
    expect(moves).toBeLessThan(2_000);
    const { revision } = await moveCard(replica.services, strike.organizer.viewer.personId, { cardId });
    await until('the other has it', () => (messages(quick).at(-1)?.revision ?? 0) >= revision);
    mostWaiting = Math.max(mostWaiting, replica.events.mostWaiting);
  }
  expect(mostWaiting).toBeLessThan(512 * 1024 + 64 * 1024);
  expect(quick.ended).toBe(false);
  // It comes back from where it stands.
  slow.resume();
  await slow.over();
  const again = await follow(replica, strike, {
    query,
    headers: { 'last-event-id': slow.lastId ?? '' },
  }).begun();
  expect(messages(again)[0]?.previousRevision).toBe(changes(slow).at(-1)?.revision);
}, 120_000);

test('who takes gzip gets the same in fewer bytes, each part when it comes, and a whole end', async () => {
  const replica = await aReplica({ timing: { heartbeat: 1_000_000 } });
  const strike = await startStrike(replica.services);
  const ana = await joinAs(replica.services, aHandle());
  const packed = await follow(replica, strike, {
    headers: { 'accept-encoding': 'gzip, deflate, br' },
  }).begun();
  const signed = await follow(replica, strike, {
    headers: { 'accept-encoding': 'gzip', cookie: `strikeboard=${ana.token}` },
  }).begun();
  const plain = await follow(replica, strike).begun();
  expect(packed.headers).toMatchObject({
    'content-encoding': 'gzip',
    vary: expect.stringContaining('accept-encoding') as string,
  });
  expect(plain.headers['content-encoding']).toBeUndefined();
  for (let n = 0; n < 5; n += 1) {
    await aCard(replica.services, strike, { title: `Leaflet ${n}` });
    await until('all have it', () => [packed, signed, plain].every((each) => changes(each).length === n + 1));
  }
  expect(changes(packed)).toEqual(changes(plain));
  expect(packed.bytes).toBeLessThan(0.7 * plain.bytes);
  await signOut(replica.services, ana.viewer);
  await signed.over();
  expect(signed.fault).toBeUndefined();
  expect(signed.events.at(-1)?.event).toBe('complete');
});

test('a session that ends, ends its streams within a second, in words', async () => {
  const replica = await aReplica();
  const strike = await startStrike(replica.services);
  const { token, viewer } = await joinAs(replica.services, aHandle());
  const stream = await follow(replica, strike, { headers: { cookie: `strikeboard=${token}` } }).begun();
  const endedAt = Date.now();
  await signOut(replica.services, viewer);
  await stream.over();
  expect(Date.now() - endedAt).toBeLessThan(1_000);
  expect(stream.results<Change>().at(-1)?.errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN');
  expect(stream.events.at(-1)).toEqual({ id: undefined, event: 'complete', data: '' });
});

test('a cookie of a page of another site is nobody’s', async () => {
  const replica = await aReplica();
  const strike = await startStrike(replica.services, { sensitivity: 'TEAM' });
  const cookie = `strikeboard=${strike.organizer.token}`;
  const own = await follow(replica, strike, { headers: { cookie } }).begun();
  expect(messages(own)[0]?.kind).toBe('HEARTBEAT');
  const foreign = await follow(replica, strike, {
    headers: { cookie, origin: 'https://evil.example' },
  }).over();
  expect(foreign.results<Change>()[0]?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect(foreign.headers['access-control-allow-origin']).toBe('*');
  expect(foreign.headers['access-control-allow-credentials']).toBeUndefined();
});

test.each([
  ['a query', '{ __typename }', 'next complete', undefined],
  ['a mistake in the document', 'subscription { nothing }', 'next complete', 'GRAPHQL_VALIDATION_FAILED'],
  ['no document', 'subscription {', 'next complete', 'GRAPHQL_PARSE_FAILED'],
  ['a change', 'mutation { signOut { signedOut } }', 'next complete', 'BAD_REQUEST'],
])('%s is answered in events', async (_what, query, events, code) => {
  const replica = await aReplica();
  const client = new EventClient(replica.url, { query });
  clients.push(client);
  await client.over();
  expect(client.events.map(({ event }) => event).join(' ')).toBe(events);
  expect(client.results<Change>()[0]?.errors?.[0]?.extensions.code).toBe(code);
});

test('what cannot be read is refused with its status', async () => {
  const replica = await aReplica();
  const get = (search: string) =>
    fetch(`${replica.url}/graphql${search}`, { headers: { accept: 'text/event-stream' } });
  for (const search of [
    '',
    '?query=',
    '?query=%7B__typename%7D&variables=%5B1%5D',
    '?query=%7Ba%7D&variables=%7B',
  ])
    expect((await get(search)).status).toBe(400);
});

test('who takes JSON too gets a stream for a subscription, and JSON for all else', async () => {
  const replica = await aReplica();
  const strike = await startStrike(replica.services);
  const accept = 'application/graphql-response+json, application/json, text/event-stream, multipart/mixed';
  const stream = await follow(replica, strike, { method: 'POST', headers: { accept } }).begun();
  expect(stream.headers['content-type']).toContain('text/event-stream');
  const answer = await fetch(`${replica.url}/graphql`, {
    method: 'POST',
    headers: { accept, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  expect(answer.headers.get('content-type')).toContain('json');
});

test('streams count as sockets do: one too many is told to wait', async () => {
  const replica = await aReplica({
    environment: { BUDGETS: 'on', SOCKETS_ADDRESS_STRANGE: '2', TRUST_PROXY: '1' },
  });
  const strike = await startStrike(replica.services);
  const headers = { 'x-forwarded-for': '203.0.113.9' };
  const [one, two] = [follow(replica, strike, { headers }), follow(replica, strike, { headers })];
  await Promise.all([one.begun(), two.begun()]);
  const three = await follow(replica, strike, { headers }).over();
  expect([three.status, three.headers['retry-after']]).toEqual([429, '10']);
  expect(three.text).toContain('TOO_MANY_REQUESTS');
  expect(one.headers['ratelimit-limit']).toBeDefined();
  two.close();
  await until('its place is free', () => replica.events.openStreams === 1);
  const four = await follow(replica, strike, { headers }).begun();
  expect(four.status).toBe(200);
});
