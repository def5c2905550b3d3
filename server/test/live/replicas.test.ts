import 'reflect-metadata';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { moveCard } from '../../src/core/card/move-card.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import type { Services } from '../../src/platform/services.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { faultyBus } from './support/faulty-bus.ts';
import { type Replica, type ReplicaOptions, startReplica } from './support/replica.ts';
import { SocketClient } from './support/socket-client.ts';
import { aCard, aHandle, startStrike, type Strike } from './support/strike.ts';
import { Watcher } from './support/watcher.ts';

let database: TestDatabase;
let first: Replica;
let second: Replica;
const extra: Replica[] = [];
const watchers: Watcher[] = [];
const clients: SocketClient[] = [];

const quickPresence = { presenceSettle: 20, presenceAnnounce: 100, presenceForget: 400 };

beforeAll(async () => {
  database = await createTestDatabase();
  // Without a poll only hints can carry a change over.
  const timing = { poll: 1_000_000, ...quickPresence };
  [first, second] = await Promise.all([
    startReplica(database.url, { timing }),
    startReplica(database.url, { timing }),
  ]);
});
afterEach(async () => {
  for (const watcher of watchers.splice(0)) watcher.close();
  for (const client of clients.splice(0)) client.terminate();
  for (const replica of extra.splice(0)) await replica.close();
});
afterAll(async () => {
  await first.close();
  await second.close();
  await database.drop();
});

async function another(options: ReplicaOptions): Promise<Replica> {
  const replica = await startReplica(database.url, options);
  extra.push(replica);
  return replica;
}

function watch(replica: Replica, board: string, token: string | null = null): Promise<Watcher> {
  const watcher = new Watcher({ url: () => replica.url, board, token });
  watchers.push(watcher);
  return watcher.start();
}

test('two servers on one database agree, by hints alone', async () => {
  const strike = await startStrike(first.services);
  const cardId = await aCard(first.services, strike);
  const both = await Promise.all([watch(first, strike.board), watch(second, strike.board)]);
  const ana = await joinAs(second.services, aHandle());
  await claimCard(first.services, ana.viewer.personId, { cardId });
  const id = toGlobalId('Card', cardId);
  await until('both see it', () => both.every((watcher) => watcher.card(id)?.status === 'CLAIMED'));
  await moveCard(second.services, strike.organizer.viewer.personId, { cardId }).catch(() => undefined);
  const { revision } = await moveCard(second.services, strike.organizer.viewer.personId, {
    cardId: await aCard(second.services, strike),
  });
  await until('both are at the head', () => both.every((watcher) => watcher.revision === revision));
  for (const watcher of both) expect(watcher.complaints).toEqual([]);
});

test('without any hint the poll finds the change (rule 1)', async () => {
  const deaf = await another({ bus: (bus) => faultyBus(bus, () => 'lost') });
  const strike = await startStrike(first.services);
  const watcher = await watch(deaf, strike.board);
  await aCard(first.services, strike);
  await until('the change is seen', () => watcher.state?.cards.size === 1, 2_000);
});

test('after the line between servers broke, hints pass again and nothing is missing', async () => {
  const strike = await startStrike(first.services);
  const watcher = await watch(second, strike.board);
  const db = first.services.orm.em.fork().getKysely();
  const cutAll = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'strikeboard-hints' and datname = current_database()`.execute(db);
  await cutAll();
  // Lost with the line, found when it stands again.
  await aCard(first.services, strike);
  await until('the lost one is found', () => watcher.state?.cards.size === 1);
  await aCard(first.services, strike);
  await until('the next one comes', () => watcher.state?.cards.size === 2);
});

test('a heartbeat tells a client that lost something (rule 8)', async () => {
  const replica = await another({ timing: { heartbeat: 100 } });
  const strike = await startStrike(first.services);
  const client = await new SocketClient(replica.url).ready();
  clients.push(client);
  const { revision } = await moveCard(first.services, strike.organizer.viewer.personId, {
    cardId: await aCard(first.services, strike),
  });
  let head = 0;
  // Deaf for changes: it hears nothing but heartbeats.
  client.subscribe(
    'subscription ($board: ID!) { boardChanges(boardId: $board, after: { epoch: "none", revision: 0 }) { kind revision } }',
    { board: strike.board },
    ({ payload }) => {
      const message = (payload as { data: { boardChanges: { kind: string; revision: number } } }).data
        .boardChanges;
      if (message.kind === 'HEARTBEAT') head = message.revision;
    },
  );
  await until('it hears where the board is', () => head === revision);
  await aCard(first.services, strike);
  await until('it hears where the board is now', () => head === revision + 1);
});

const PRESENCE = `subscription BoardPresence($board: ID!) {
  boardPresence(boardId: $board) { count people { handle } }
}`;
interface Presence {
  count: number;
  people: { handle: string }[];
}

async function watchPresence(replica: Replica, board: string, token: string | null): Promise<() => Presence> {
  const client = await new SocketClient(replica.url, { token }).ready();
  clients.push(client);
  let presence: Presence = { count: -1, people: [] };
  client.subscribe(PRESENCE, { board }, ({ payload }) => {
    presence = (payload as { data: { boardPresence: Presence } }).data.boardPresence;
  });
  return () => presence;
}

test('everybody at a board is counted over both servers, and only the team sees handles', async () => {
  const strike = await startStrike(first.services);
  const ana = await joinAs(first.services, aHandle());
  const asTeam = await watchPresence(second, strike.board, strike.organizer.token);
  const asAnyone = await watchPresence(second, strike.board, null);
  await watch(first, strike.board);
  await watch(first, strike.board, ana.token);
  // One session at two servers is one.
  const twice = await watch(second, strike.board, ana.token);
  await watch(second, strike.board, null);

  await until('three are counted', () => asTeam().count === 3 && asAnyone().count === 3);
  expect(asTeam().people).toEqual([{ handle: ana.viewer.handle }]);
  expect(asAnyone().people).toEqual([]);
  twice.close();
  await until('still three', () => asTeam().count === 3);
});

test('a server that falls silent is forgotten, one that stops says goodbye', async () => {
  const strike = await startStrike(first.services);
  const count = await watchPresence(first, strike.board, null);
  let silent = false;
  const dying = await another({
    timing: quickPresence,
    bus: (bus) => ({ ...faultyBus(bus, () => 'arrives'), announce: (news) => !silent && bus.announce(news) }),
  });
  await watch(dying, strike.board);
  await until('it is counted', () => count().count === 1);
  silent = true;
  await until('it is forgotten', () => count().count === 0);

  const stopping = await startReplica(database.url, {
    timing: { ...quickPresence, presenceForget: 1_000_000 },
  });
  const watcher = await watch(stopping, strike.board);
  await until('it is counted', () => count().count === 1);
  watcher.close();
  await stopping.close();
  await until('it is gone', () => count().count === 0);
});

/**
 * Wrong: takes the revision from a sequence before it commits, without a lock, so that a later revision can be
 * committed first. `commit` says when.
 */
async function renameBySequence(
  services: Services,
  strike: Strike,
  cardId: string,
  title: string,
  commit: Promise<void>,
) {
  let tookRevision = () => {};
  const took = new Promise<void>((resolve) => (tookRevision = resolve));
  const done = services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const { rows } = await sql<{
      revision: number;
    }>`select nextval('wrong_revision')::int as revision`.execute(db);
    const revision = rows[0]!.revision;
    tookRevision();
    await sql`update card set title = ${title} where id = ${cardId}`.execute(db);
    await sql`insert into board_event (board_id, revision, kind, at, cards)
      values (${strike.boardId}, ${revision}, 'CARD_UPDATED', now(), ${[cardId]}::uuid[])`.execute(db);
    await commit;
    await sql`update board set revision = greatest(revision, ${revision}) where id = ${strike.boardId}`.execute(
      db,
    );
    return revision;
  });
  const hinted = done.then((revision) => services.hints.send({ board: strike.boardId, revision }));
  await took;
  return hinted;
}

test('mutant: with revisions from a sequence a change that commits late is never seen', async () => {
  const { services } = first;
  const strike = await startStrike(services);
  const [early, late] = [await aCard(services, strike), await aCard(services, strike)];
  const watcher = await watch(first, strike.board);
  await sql`create sequence wrong_revision start with ${sql.lit(watcher.revision + 1)}`.execute(
    services.orm.em.fork().getKysely(),
  );
  let commitLate = () => {};
  const laterOn = new Promise<void>((resolve) => (commitLate = resolve));
  const lateOne = renameBySequence(services, strike, late, 'Committed late', laterOn);
  const head = watcher.revision + 2;
  await until('the late one holds the earlier revision', async () => {
    const { rows } = await sql<{ taken: boolean }>`select is_called as taken from wrong_revision`.execute(
      services.orm.em.fork().getKysely(),
    );
    return rows[0]?.taken;
  });
  await renameBySequence(services, strike, early, 'Committed first', Promise.resolve());
  await until('the watcher is at the head', () => watcher.revision === head);
  commitLate();
  await lateOne;
  const later = await aCard(services, strike);
  await until('the watcher has what came after', () => watcher.card(toGlobalId('Card', later)));
  // What this file asserts everywhere else is false with the mutant, so it would be caught.
  expect(await watcher.agrees()).toBe(false);
  expect(watcher.card(toGlobalId('Card', late))?.title).not.toBe('Committed late');
});
