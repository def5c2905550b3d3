import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { updateCampaign } from '../../src/core/board/update-campaign.ts';
import { moveCard } from '../../src/core/card/move-card.ts';
import { placeOf, readPlaces, writePlaces, markOf } from '../../src/core/stream/places.ts';
import { setRole } from '../../src/core/trust/set-role.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { EventClient } from './support/event-client.ts';
import { type Replica, type ReplicaOptions, startReplica } from './support/replica.ts';
import { SocketClient } from './support/socket-client.ts';
import { aCard, aHandle, startStrike, type Strike } from './support/strike.ts';
import { freshSnapshot } from './support/watcher.ts';

// Several boards in one stream: of each the very messages that `boardChanges` sends, in order and without gaps.

const SEVERAL = `subscription ($boards: [BoardToFollow!]!) { boardsChanges(boards: $boards) {
  boardId change { kind resetReason epoch previousRevision revision cards { title } removedCardIds } } }`;

interface Change {
  kind: string;
  resetReason: string | null;
  epoch: string;
  previousRevision: number;
  revision: number;
  cards: { title: string }[];
}
interface Said {
  data: { boardsChanges: { boardId: string; change: Change | null } } | null;
  errors?: { message: string; extensions: { code: string; reason?: string } }[];
}
interface Place {
  boardId: string;
  after?: { epoch: string; revision: number };
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

const cookieOf = ({ organizer }: Strike) => ({ cookie: `strikeboard=${organizer.token}` });

/** Where a board stands, as a stranger is told, or somebody by their session. */
async function placeNow(replica: Replica, board: string, token: string | null = null): Promise<Place> {
  const { epoch, revision } = (await freshSnapshot(replica.url, board, token))!;
  return { boardId: board, after: { epoch, revision } };
}

function follow(
  replica: Replica,
  boards: readonly Place[],
  { headers = {}, query = SEVERAL }: { headers?: Record<string, string>; query?: string } = {},
): EventClient {
  const client = new EventClient(replica.url, { query, variables: { boards } }, headers, { method: 'POST' });
  clients.push(client);
  return client;
}

const said = (client: EventClient) =>
  client.results<Said>().flatMap(({ data }) => (data ? [data.boardsChanges] : []));
const of = (client: EventClient, board: string) =>
  said(client).flatMap(({ boardId, change }) => (boardId === board && change ? [change] : []));
const titles = (client: EventClient, board: string) =>
  of(client, board).flatMap(({ cards }) => cards.map(({ title }) => title));
const codes = (client: EventClient) =>
  client.results<Said>().flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code));

test('each board tells what it tells alone; one execution for a board, whatever else its readers follow', async () => {
  const replica = await aReplica({ timing: { heartbeat: 1_000_000 } });
  const [one, two, three] = [
    await startStrike(replica.services),
    await startStrike(replica.services),
    await startStrike(replica.services),
  ];
  const places = await Promise.all([one, two, three].map(({ board }) => placeNow(replica, board)));
  const [first, second, third] = places as [Place, Place, Place];
  const readers = [
    follow(replica, [first, second]),
    follow(replica, [second, first, third]),
    follow(replica, [first]),
    follow(replica, [{ boardId: one.board }, third]),
  ];
  await until('all have begun', () => readers.every((reader) => of(reader, one.board).length === 1));
  await until('all boards have begun', () => said(readers[1]!).length === 3);
  const alone = new EventClient(replica.url, {
    query: `subscription ($board: ID!) { boardChanges(boardId: $board) {
      kind resetReason epoch previousRevision revision cards { title } removedCardIds } }`,
    variables: { board: one.board },
  });
  clients.push(alone);
  await alone.begun();
  const before = replica.executions();
  await aCard(replica.services, one, { title: 'Tell the town' });
  await until('all have it', () => readers.every((each) => titles(each, one.board).length === 1));
  const heard = await until(
    'the stream of the one board has it',
    () => alone.results<{ data: { boardChanges: Change } }>()[1]?.data.boardChanges,
  );
  // One for the four, and one for the other question.
  expect(replica.executions() - before).toBe(2);
  for (const reader of readers) expect(of(reader, one.board).at(-1)).toEqual(heard);
  // The bytes of the message are the same for all; the place is each one's own.
  expect(new Set(readers.map(({ events }) => events.at(-1)?.data)).size).toBe(1);
  expect(new Set(readers.map(({ lastId }) => lastId)).size).toBe(4);
  await aCard(replica.services, three, { title: 'On the third' });
  await until('it is told', () => titles(readers[1]!, three.board).length === 1);
  expect(titles(readers[0]!, three.board)).toEqual([]);
});

test('over a socket it says the same', async () => {
  const replica = await aReplica({ timing: { heartbeat: 1_000_000 } });
  const [one, two] = [await startStrike(replica.services), await startStrike(replica.services)];
  const boards = await Promise.all([one, two].map(({ board }) => placeNow(replica, board)));
  const socket = await new SocketClient(replica.url).ready();
  clients.push(socket);
  const heard: Said[] = [];
  socket.subscribe(SEVERAL, { boards }, ({ payload }) => heard.push(payload as Said));
  const stream = await follow(replica, boards).begun();
  await until('both have begun', () => heard.length === 2 && said(stream).length === 2);
  await aCard(replica.services, two, { title: 'By both' });
  await until('both have it', () => heard.length === 3 && said(stream).length === 3);
  expect(heard.at(-1)).toEqual(stream.results<Said>().at(-1));
});

test('each board has heartbeats of its own, which move nobody', async () => {
  const replica = await aReplica({ timing: { heartbeat: 40 } });
  const strikes = [await startStrike(replica.services), await startStrike(replica.services)];
  const stream = follow(replica, await Promise.all(strikes.map(({ board }) => placeNow(replica, board))));
  await until('heartbeats of both', () => strikes.every(({ board }) => of(stream, board).length > 3));
  expect(new Set(said(stream).map(({ change }) => change?.kind))).toEqual(new Set(['HEARTBEAT']));
  expect(stream.events.slice(2).map(({ id }) => id)).toEqual(stream.events.slice(2).map(() => undefined));
});

test('fifty boards go on at another server by one Last-Event-ID: nothing is missed, nothing comes twice', async () => {
  const first = await aReplica();
  const second = await aReplica();
  const { services } = second;
  const strikes = await Promise.all(Array.from({ length: 50 }, () => startStrike(services)));
  const started = await Promise.all(strikes.map(({ board }) => placeNow(second, board)));
  const begun = follow(first, started);
  await until('all have begun', () => said(begun).length >= 50);
  for (const strike of strikes.slice(0, 25)) await aCard(services, strike, { title: 'Before' });
  await until('the first half', () =>
    strikes.slice(0, 25).every(({ board }) => titles(begun, board).length === 1),
  );
  await replicas.shift()?.close();
  await begun.over();
  const lastId = begun.lastId ?? '';
  expect(lastId.length).toBeLessThanOrEqual(800);
  for (const strike of strikes) await aCard(services, strike, { title: 'Between' });
  const again = follow(second, started, { headers: { 'last-event-id': lastId } });
  await until('all of it', () => strikes.every(({ board }) => titles(again, board).includes('Between')));
  for (const [index, { board }] of strikes.entries()) {
    const both = [...titles(begun, board), ...titles(again, board)];
    expect(both).toEqual(index < 25 ? ['Before', 'Between'] : ['Between']);
    expect(of(again, board)[0]?.previousRevision).toBe(of(begun, board).at(-1)?.revision);
  }
}, 60_000);

test('mutant: an id of the one board that moved last makes all others begin anew', async () => {
  const replica = await aReplica();
  const strikes = [await startStrike(replica.services), await startStrike(replica.services)];
  const boards = await Promise.all(strikes.map(({ board }) => placeNow(replica, board)));
  const stream = follow(replica, boards);
  await until('both have begun', () => said(stream).length >= 2);
  const { lastId = '' } = stream;
  const ofLast = `~${lastId.split('~').at(-1) ?? ''}`;
  const reasons = async (id: string) => {
    const again = follow(replica, boards, { headers: { 'last-event-id': id } });
    await until('both have begun', () => said(again).length >= 2);
    return strikes.map(({ board }) => of(again, board)[0]?.resetReason);
  };
  expect(await reasons(lastId)).toEqual([null, null]);
  expect((await reasons(ofLast)).toSorted()).toEqual(['OTHER_HISTORY', null]);
  // What is none of ours begins where the document says.
  for (const id of ['7', 'x:3', `${'~abcdefgh.1'.repeat(51)}`])
    expect(await reasons(id)).toEqual([null, null]);
});

describe('rights', () => {
  test('a board that is not there, and one that may not be read, are told alike; the others go on', async () => {
    const replica = await aReplica();
    const open = await startStrike(replica.services);
    const team = await startStrike(replica.services, { sensitivity: 'TEAM' });
    const nowhere = toGlobalId('Board', '019a0000-0000-7000-8000-000000000000');
    const boards = [open.board, team.board, nowhere].map((boardId) => ({ boardId }));
    const stranger = follow(replica, boards);
    await until('all are told', () => said(stranger).length >= 3);
    const gone = stranger.results<Said>().filter(({ data }) => data?.boardsChanges.change === null);
    expect(gone.map((each) => JSON.stringify(each).length)).toEqual(
      [gone[0], gone[0]].map((each) => JSON.stringify(each).length),
    );
    expect(gone.map(({ data }) => data?.boardsChanges.boardId).toSorted()).toEqual(
      [team.board, nowhere].toSorted(),
    );
    await aCard(replica.services, team, { title: 'For the team', sensitivity: 'TEAM' });
    await aCard(replica.services, open, { title: 'For all' });
    await until('it goes on', () => titles(stranger, open.board).includes('For all'));
    expect(stranger.text).not.toContain('For the team');
    const organizer = follow(replica, boards, { headers: cookieOf(team) });
    await until('its organizer reads it', () => of(organizer, team.board).length > 0);
  });

  test('who loses one board loses it within a second, and keeps the others', async () => {
    const replica = await aReplica();
    const [open, team] = [
      await startStrike(replica.services),
      await startStrike(replica.services, { sensitivity: 'TEAM' }),
    ];
    const ana = await joinAs(replica.services, aHandle());
    const role = (value: 'MEMBER' | null) =>
      setRole(replica.services, team.coordinator, {
        ...{ organizationId: team.organizationId, handle: ana.viewer.handle, role: value },
      });
    await role('MEMBER');
    const boards = [
      await placeNow(replica, open.board, ana.token),
      await placeNow(replica, team.board, ana.token),
    ];
    const stream = follow(replica, boards, { headers: { cookie: `strikeboard=${ana.token}` } });
    await until('both have begun', () => said(stream).length >= 2);
    await role(null);
    await until('it is gone', () => said(stream).some(({ change }) => change === null), 2_000);
    await aCard(replica.services, team, { title: 'Not for you', sensitivity: 'TEAM' });
    await aCard(replica.services, open, { title: 'Still here' });
    await until('the other goes on', () => titles(stream, open.board).includes('Still here'));
    expect(stream.text).not.toContain('Not for you');
    // Back with its last place it hears of the board alone that it may read.
    const again = follow(replica, boards, {
      headers: { cookie: `strikeboard=${ana.token}`, 'last-event-id': stream.lastId ?? '' },
    });
    await until('it is told again', () => said(again).length >= 2);
    expect(of(again, open.board)[0]?.kind).toBe('HEARTBEAT');
    expect(of(again, team.board)).toEqual([]);
  });

  test('what changes for one board alone makes that one begin anew', async () => {
    const replica = await aReplica();
    const strikes = [await startStrike(replica.services), await startStrike(replica.services)];
    const [one, other] = strikes as [Strike, Strike];
    const stream = follow(
      replica,
      await Promise.all(strikes.map(({ board }) => placeNow(replica, board, one.organizer.token))),
      {
        headers: cookieOf(one),
      },
    );
    await until('both have begun', () => said(stream).length >= 2);
    await updateCampaign(replica.services, other.organizer.viewer.personId, {
      campaignId: other.campaignId,
      sensitivity: 'VETTED',
    });
    await until('it is gone', () => said(stream).some(({ change }) => change === null));
    await updateCampaign(replica.services, one.organizer.viewer.personId, {
      campaignId: one.campaignId,
      sensitivity: 'VETTED',
    });
    await until('it begins anew', () => of(stream, one.board).some(({ kind }) => kind === 'RESET'));
    expect(of(stream, one.board).find(({ kind }) => kind === 'RESET')?.resetReason).toBe('RIGHTS_CHANGED');
    expect(codes(stream)).toEqual([]);
  });

  test('with none left it ends in words', async () => {
    const replica = await aReplica();
    const team = await startStrike(replica.services, { sensitivity: 'TEAM' });
    const stream = await follow(replica, [{ boardId: team.board }]).over();
    expect(said(stream)).toEqual([{ boardId: team.board, change: null }]);
    expect(codes(stream)).toEqual(['NOT_FOUND']);
    expect(stream.events.at(-1)?.event).toBe('complete');
  });
});

test('none, too many, and one that is named twice are refused in words', async () => {
  const replica = await aReplica();
  const { board } = await startStrike(replica.services);
  const ids = Array.from({ length: 51 }, (_each, index) =>
    toGlobalId('Board', `019a0000-0000-7000-8000-0000000000${String(index).padStart(2, '0')}`),
  );
  for (const [boards, reason] of [
    [[], 'EMPTY'],
    [ids, 'TOO_MANY'],
    [[board, board], 'OUT_OF_RANGE'],
  ] as const) {
    const stream = await follow(
      replica,
      boards.map((boardId) => ({ boardId })),
    ).over();
    expect(stream.results<Said>()[0]?.errors?.[0]?.extensions).toMatchObject({
      ...{ code: 'INVALID_INPUT', field: 'boards', reason },
    });
  }
});

test('it costs as many operations as it has boards, and counts as so many', async () => {
  const replica = await aReplica({
    environment: { BUDGETS: 'on', OPERATIONS_ADDRESS: '5', TRUST_PROXY: '1' },
  });
  const strikes = await Promise.all(Array.from({ length: 6 }, () => startStrike(replica.services)));
  const headers = { 'x-forwarded-for': '203.0.113.17' };
  const places = strikes.map(({ board }) => ({ boardId: board }));
  const left = async () => {
    const answer = await fetch(`${replica.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: '{ rateLimit { remaining } }' }),
    });
    return Number(answer.headers.get('ratelimit-remaining'));
  };
  const costOf = async (boards: Place[]) => {
    const before = await left();
    const stream = follow(replica, boards, { headers });
    await until('it has begun', () => said(stream).length === boards.length);
    const cost = before - (await left());
    return { stream, cost };
  };
  const one = await costOf(places.slice(0, 1));
  const four = await costOf(places.slice(1, 5));
  // The look itself costs a little, and some comes back meanwhile.
  expect(four.cost).toBeGreaterThan(3 * one.cost);
  const tooMany = await follow(replica, places.slice(5), { headers }).over();
  expect(tooMany.status).toBe(429);
  four.stream.close();
  await until('its places are free', () => replica.events.openStreams === 1);
  const again = await follow(replica, places.slice(5), { headers }).begun();
  expect(again.status).toBe(200);
});

test('a change costs as many statements for readers of two boards as for readers of one', async () => {
  const replica = await aReplica({ timing: { heartbeat: 1_000_000 } });
  const [one, two] = [await startStrike(replica.services), await startStrike(replica.services)];
  const cardId = await aCard(replica.services, one);
  const boards = await Promise.all([one, two].map(({ board }) => placeNow(replica, board)));
  const streams = Array.from({ length: 20 }, () => follow(replica, boards));
  await until('all have begun', () => streams.every((stream) => said(stream).length === 2));
  const { logReads, changeExecutions } = replica.live.counts;
  const { revision } = await moveCard(replica.services, one.organizer.viewer.personId, { cardId });
  await until('all have it', () =>
    streams.every((stream) => of(stream, one.board).at(-1)?.revision === revision),
  );
  expect(replica.live.counts.logReads - logReads).toBe(1);
  expect(replica.live.counts.changeExecutions - changeExecutions).toBe(1);
});

test('a place of several boards is read as it was written, and nothing else is read', () => {
  const boards = Array.from({ length: 50 }, (_each, index) => ({
    ...{ boardId: `board-${index}`, epoch: `history-${index % 3}-public`, revision: index * 43_000_000 },
  }));
  const text = writePlaces(
    boards.map(({ boardId, epoch, revision }) => ({ mark: markOf(boardId, epoch), revision })),
  );
  const places = readPlaces(text)!;
  for (const { boardId, epoch, revision } of boards) {
    expect(placeOf(places, boardId, ['x-team', epoch])).toEqual({ epoch, revision });
    expect(placeOf(places, boardId, ['another-public'])).toBe(null);
  }
  for (const other of [undefined, '', '~', `${text}~aaaaaaaa.1`, text.slice(0, 8), ' ' + text])
    expect(readPlaces(other)).toBe(undefined);
});
