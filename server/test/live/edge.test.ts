import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { updateCampaign } from '../../src/core/board/update-campaign.ts';
import { readTrustedDocuments } from '../../src/platform/graphql/trusted-documents.ts';
import { hasNginx, planNginx, planSmallEdge, type TestEdge } from '../support/edge.ts';
import { joinAs } from '../support/people.ts';
import { createTestServices } from '../support/services.ts';
import { startServer } from '../support/start-server.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { EventClient } from './support/event-client.ts';
import { type Replica, type ReplicaOptions, startReplica } from './support/replica.ts';
import { aCard, aHandle, startStrike, type Strike } from './support/strike.ts';
import { BOARD_CHANGES, freshSnapshot } from './support/watcher.ts';

// The anonymous crowd at an edge: nginx with nchan where this machine has them, else what the server expects of one.

interface Change {
  data: {
    boardChanges: {
      kind: string;
      epoch: string;
      previousRevision: number;
      revision: number;
      cards: { title: string }[];
    };
  };
  errors?: { extensions: { code: string } }[];
}

const documents = [...readTrustedDocuments().values()];
const BOARD_CHANGES_OF_PAGES = documents.find((text) => text.includes('subscription BoardChanges('))!;
const BOARD_PRESENCE_OF_PAGES = documents.find((text) => text.includes('subscription BoardPresence('))!;

let database: TestDatabase;
const stops: (() => Promise<unknown> | void)[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});
afterAll(() => database.drop());

async function aServerBehindAnEdge(
  options: ReplicaOptions = {},
  plan: () => Promise<TestEdge> = hasNginx ? planNginx : planSmallEdge,
): Promise<{ replica: Replica; edge: TestEdge; strike: Strike }> {
  const edge = await plan();
  const replica = await startReplica(database.url, {
    timing: { heartbeat: 1_000_000 },
    ...options,
    environment: { EDGE_URLS: edge.publishUrl },
  });
  stops.push(() => replica.close());
  await edge.open(replica.url);
  stops.push(() => edge.close());
  return { replica, edge, strike: await startStrike(replica.services) };
}

async function here({ url }: Pick<Replica, 'url'>, { board }: Strike) {
  const { epoch, revision } = (await freshSnapshot(url, board, null))!;
  return { epoch, revision };
}

function follow(
  { url }: { url: string },
  { board }: Strike,
  {
    after,
    query = BOARD_CHANGES_OF_PAGES,
    headers = {},
    method,
  }: {
    after?: { epoch: string; revision: number };
    query?: string;
    headers?: Record<string, string>;
    method?: 'GET' | 'POST';
  },
): EventClient {
  const variables = { boardId: board, board, after };
  const client = new EventClient(url, { query, variables }, headers, method && { method });
  stops.push(() => client.close());
  return client;
}

const messages = (client: EventClient) => client.results<Change>().map(({ data }) => data.boardChanges);
const changes = (client: EventClient) => messages(client).filter(({ kind }) => kind === 'CHANGES');

test('the crowd is sent to the edge, where each change is published once and all have it', async () => {
  const { replica, edge, strike } = await aServerBehindAnEdge();
  const after = await here(replica, strike);
  const crowd = [
    follow(edge, strike, { after }),
    follow(edge, strike, { after }),
    follow(edge, strike, { after }),
  ];
  await until('all are told at once', () => crowd.every((client) => messages(client).length > 0));
  expect(crowd.map((client) => messages(client)[0])).toMatchObject([
    { kind: 'HEARTBEAT', revision: after.revision },
    { kind: 'HEARTBEAT', revision: after.revision },
    { kind: 'HEARTBEAT', revision: after.revision },
  ]);
  const before = replica.executions();
  for (const title of ['One', 'Two', 'Three']) {
    await aCard(replica.services, strike, { title });
    const { revision } = await here(replica, strike);
    await until('all have the change', () =>
      crowd.every((client) => changes(client).at(-1)?.revision === revision),
    );
  }
  for (const client of crowd)
    expect(changes(client).flatMap(({ cards }) => cards.map(({ title }) => title))).toEqual([
      'One',
      'Two',
      'Three',
    ]);
  expect(replica.executions() - before).toBe(3);
  expect([replica.edge.size, replica.events.openStreams]).toEqual([1, 0]);
});

test('who comes with an older place goes on from there, and who is further back than what is kept sees the gap', async () => {
  const { replica, edge, strike } = await aServerBehindAnEdge();
  const first = await here(replica, strike);
  const keeper = follow(edge, strike, { after: first });
  await until('the channel is there', () => messages(keeper).length > 0);
  const places = [first];
  for (let count = 1; count <= 4; count += 1) {
    await aCard(replica.services, strike);
    places.push(await here(replica, strike));
    await until('the change is at the edge', () => changes(keeper).length === count);
  }
  for (const [index, after] of places.entries()) {
    const late = follow(edge, strike, { after });
    await until('the latest is there', () => messages(late).at(-1)?.revision === places.at(-1)!.revision);
    const [begin, ...rest] = messages(late);
    // At once what they have already, then everything after it, each following on the one before.
    expect(begin!.revision).toBe(after.revision);
    expect(rest.map(({ previousRevision }) => previousRevision)).toEqual(
      places.slice(index, -1).map(({ revision }) => revision),
    );
  }
  for (let count = 5; count <= 40; count += 1) {
    await aCard(replica.services, strike);
    await until('the change is at the edge', () => changes(keeper).length === count);
  }
  const now = await here(replica, strike);
  const back = follow(edge, strike, { after: first });
  await until('a word at once', () => messages(back).length > 0);
  expect(messages(back)[0]!.revision).toBe(now.revision);
  expect(messages(back)[0]!.previousRevision).toBeGreaterThan(first.revision);
});

test('who comes back with the id of the last message has all that came after it, once', async () => {
  const { replica, edge, strike } = await aServerBehindAnEdge();
  const after = await here(replica, strike);
  const keeper = follow(edge, strike, { after });
  await until('the channel is there', () => messages(keeper).length > 0);
  for (let count = 1; count <= 3; count += 1) {
    await aCard(replica.services, strike);
    await until('the change is at the edge', () => changes(keeper).length === count);
  }
  const seen = keeper.events.filter(({ event }) => event === 'next');
  const back = follow(edge, strike, { after, headers: { 'last-event-id': seen[1]!.id! } });
  await until('what came after', () => changes(back).length === 2);
  expect(back.events.filter(({ event }) => event === 'next').map(({ data }) => data)).toEqual(
    seen.slice(2).map(({ data }) => data),
  );
});

test('an edge that takes its time is told of all that happened meanwhile at once, and nobody else waits for it', async () => {
  const { replica, edge, strike } = await aServerBehindAnEdge({}, () => planSmallEdge({ slowMs: 300 }));
  const after = await here(replica, strike);
  const slow = follow(edge, strike, { after });
  const direct = follow(replica, strike, { after });
  await until('both are told', () => messages(slow).length > 0 && messages(direct).length > 0);
  const many = 30;
  for (let count = 1; count <= many; count += 1) await aCard(replica.services, strike);
  const { revision } = await here(replica, strike);
  await until('who is here has all', () => changes(direct).at(-1)?.revision === revision);
  await until('who is there has all', () => changes(slow).at(-1)?.revision === revision);
  expect(changes(slow).length).toBeLessThan(changes(direct).length / 2);
  expect(changes(slow).flatMap(({ cards }) => cards)).toHaveLength(many);
  const steps = changes(slow);
  expect(steps.map(({ previousRevision }) => previousRevision)).toEqual([
    after.revision,
    ...steps.slice(0, -1).map((step) => step.revision),
  ]);
});

test('how many are here counts those at the edge', async () => {
  const { replica, edge, strike } = await aServerBehindAnEdge({
    timing: { heartbeat: 50, presenceSettle: 20, presenceAnnounce: 50 },
  });
  const after = await here(replica, strike);
  const crowd = [1, 2, 3].map(() => follow(edge, strike, { after }));
  const looks = follow(edge, strike, { query: BOARD_PRESENCE_OF_PAGES });
  const counts = () =>
    looks
      .results<{ data: { boardPresence: { count: number; people: object[] } } }>()
      .map(({ data }) => data.boardPresence);
  await until('three are here', () => counts().at(-1)?.count === 3);
  crowd[0]!.close();
  await until('two are here', () => counts().at(-1)?.count === 2);
  expect(counts().flatMap(({ people }) => people)).toEqual([]);
  expect(replica.edge.size).toBe(2);
});

test('who is signed in, asks what no page of ours asks, or comes another way is answered by the server itself', async () => {
  const { replica, edge, strike } = await aServerBehindAnEdge();
  const after = await here(replica, strike);
  const { token } = await joinAs(replica.services, aHandle());
  const own = [
    follow(edge, strike, { after, headers: { cookie: `strikeboard=${token}` } }),
    follow(edge, strike, { after, query: BOARD_CHANGES }),
    follow(edge, strike, { after, method: 'POST' }),
    follow(replica, strike, { after }),
    follow(replica, strike, { after, headers: { 'x-strikeboard-edge': 'http://elsewhere.example' } }),
  ];
  await until('each is answered', () => own.every((client) => messages(client).length > 0));
  expect([replica.edge.size, replica.events.openStreams]).toEqual([0, 5]);
  await aCard(replica.services, strike);
  await until('each has the change', () => own.every((client) => changes(client).length === 1));
});

test('a board that anybody may not read is refused as ever, and leaves nothing at the edge', async () => {
  const { replica, edge } = await aServerBehindAnEdge();
  const hidden = await startStrike(replica.services, { sensitivity: 'TEAM' });
  const client = follow(edge, hidden, { after: { epoch: 'x', revision: 0 } });
  await until('it has ended', () => client.ended);
  expect(client.results<Change>()[0]!.errors![0]!.extensions.code).toBe('NOT_FOUND');
  expect(client.events.at(-1)!.event).toBe('complete');
  expect(replica.edge.size).toBe(0);
});

test('a board that is hidden ends for those at the edge, with a word', async () => {
  const { replica, edge, strike } = await aServerBehindAnEdge();
  const after = await here(replica, strike);
  const listening = follow(edge, strike, { after });
  await until('the board is followed', () => messages(listening).length > 0);
  await updateCampaign(replica.services, strike.organizer.viewer.personId, {
    campaignId: strike.campaignId,
    sensitivity: 'TEAM',
  });
  await until('it has ended', () => listening.ended);
  expect(listening.results<Change>().at(-1)!.errors![0]!.extensions.code).toBe('NOT_FOUND');
  expect(listening.events.at(-1)!.event).toBe('complete');
  expect(replica.edge.size).toBe(0);
});

test('a server that goes lets them go, and one at whose edge nobody takes what it publishes answers by itself', async () => {
  const { replica, edge, strike } = await aServerBehindAnEdge();
  const after = await here(replica, strike);
  const listening = follow(edge, strike, { after });
  await until('it listens', () => messages(listening).length > 0);
  await replica.close();
  await until('it is let go', () => listening.ended);
  const deaf = await planSmallEdge();
  const other = await startReplica(database.url, { environment: { EDGE_URLS: deaf.publishUrl } });
  stops.push(() => other.close());
  const client = follow(other, strike, { after, headers: { 'x-strikeboard-edge': deaf.publishUrl } });
  await until('it is answered', () => messages(client).length > 0);
  expect([other.edge.size, other.events.openStreams]).toEqual([0, 1]);
});

test('an edge that was started anew is told of the board again', async () => {
  const { replica, edge, strike } = await aServerBehindAnEdge();
  const after = await here(replica, strike);
  const before = follow(edge, strike, { after });
  await until('it listens', () => messages(before).length > 0);
  await edge.close();
  await until('it is let go', () => before.ended);
  await edge.open(replica.url);
  const again = [follow(edge, strike, { after }), follow(edge, strike, { after })];
  await until('they listen', () => again.every((client) => messages(client).length > 0));
  await aCard(replica.services, strike);
  await until('they have the change', () => again.every((client) => changes(client).length === 1));
  expect([replica.edge.size, replica.events.openStreams]).toEqual([1, 0]);
});

test('a process that is asked to stop has let them go before it ends', async () => {
  const edge = await (hasNginx ? planNginx() : planSmallEdge());
  const folder = await mkdtemp(join(tmpdir(), 'strikeboard-edge-'));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  const server = await startServer({
    ...{ DATABASE_URL: database.url, DATA_DIR: folder, EDGE_URLS: edge.publishUrl },
  });
  stops.push(() => server.stop());
  await edge.open(server.url);
  stops.push(() => edge.close());
  const services = await createTestServices(database.url);
  stops.push(() => services.close());
  const strike = await startStrike(services);
  const listening = follow(edge, strike, { after: await here({ url: server.url }, strike) });
  await until('it listens', () => messages(listening).length > 0);
  await server.stop();
  await until('it is let go', () => listening.ended);
});

test('a channel at which nobody listens any more is closed', async () => {
  const { replica, edge, strike } = await aServerBehindAnEdge({
    timing: { heartbeat: 50 },
    edgeForgetsAfterMs: 200,
  });
  const client = follow(edge, strike, { after: await here(replica, strike) });
  await until('it is followed', () => messages(client).length > 3);
  expect(replica.edge.size).toBe(1);
  client.close();
  await until('the channel is closed', () => replica.edge.size === 0);
  await until('nobody watches', () => replica.live.watchedBoards === 0);
});
