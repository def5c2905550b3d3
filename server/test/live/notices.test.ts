import 'reflect-metadata';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { markNotificationsRead } from '../../src/features/notification/mark-read.ts';
import { hintNotices, notify } from '../../src/features/notification/notify.ts';
import { endSession } from '../../src/core/person/end-session.ts';
import type { Joined } from '../../src/core/person/join.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { SocketClient } from './support/socket-client.ts';
import { aHandle } from './support/strike.ts';

let database: TestDatabase;
let replica: Replica;
const clients: SocketClient[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  // Only hints, so that what is found was told.
  replica = await startReplica(database.url, { timing: { poll: 1_000_000, lookForNotices: 1_000_000 } });
});
afterEach(() => {
  for (const client of clients.splice(0)) client.terminate();
});
afterAll(async () => {
  await replica.close();
  await database.drop();
});

interface Said {
  unread: number;
  latest: { id: string; kind: string } | null;
}

const NOTICES = 'subscription { notificationsChanged { unread latest { id kind } } }';

/** Follows one's notices on a page of one's own; returns all that was said. */
async function follow(
  { token }: Joined,
  at: Replica = replica,
): Promise<{ said: Said[]; client: SocketClient }> {
  const client = await new SocketClient(at.url, { token }).ready();
  clients.push(client);
  const said: Said[] = [];
  client.subscribe(NOTICES, {}, ({ payload }) =>
    said.push((payload as { data: { notificationsChanged: Said } }).data.notificationsChanged),
  );
  await until('the stream begins', () => said[0]);
  return { said, client };
}

async function tell({ viewer }: Joined, { hint = true } = {}): Promise<void> {
  const { services } = replica;
  const notices = [{ personId: viewer.personId, kind: 'APPROVED' as const }];
  await services.orm.em.fork().transactional((em) => notify(services, em, notices));
  if (hint) hintNotices(services, notices);
}

test('what somebody has to be told comes to all their pages, by one read and one execution', async () => {
  const ana = await joinAs(replica.services, aHandle());
  const ben = await joinAs(replica.services, aHandle());
  const pages = [await follow(ana), await follow(ana), await follow(ana)];
  const bens = await follow(ben);
  expect(pages[0]!.said).toEqual([{ unread: 0, latest: null }]);
  const before = replica.executions();
  const reads = await readsWhile(async () => {
    await tell(ana);
    for (const { said } of pages) await until('it is told', () => said.length === 2);
  });
  expect(reads).toBe(1);
  expect(replica.executions() - before).toBe(1);
  for (const { said } of pages) expect(said[1]).toMatchObject({ unread: 1, latest: { kind: 'APPROVED' } });
  expect(bens.said).toHaveLength(1);

  const id = pages[0]!.said[1]!.latest!.id;
  expect(id).toMatch(
    new RegExp(`^${toGlobalId('Notification', '00000000-0000-0000-0000-000000000000').slice(0, 16)}`),
  );
  await markNotificationsRead(replica.services, ana.viewer, null);
  for (const { said } of pages) await until('reading shows on every page', () => said[2]?.unread === 0);
});

/** How many reads of notices reach PostgreSQL. */
async function readsWhile(run: () => Promise<void>): Promise<number> {
  const { Client } = pg;
  const send = Client.prototype.query;
  let reads = 0;
  Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [query] = args as [string | { text: string }];
    if (
      /from unnest\(.*join lateral \(select \* from notification/s.test(
        typeof query === 'string' ? query : query.text,
      )
    )
      reads += 1;
    return Reflect.apply(send, this, args) as never;
  } as typeof send;
  try {
    await run();
    return reads;
  } finally {
    Client.prototype.query = send;
  }
}

test('the stream ends with the session', async () => {
  const ana = await joinAs(replica.services, aHandle());
  const { said, client } = await follow(ana);
  await endSession(replica.services, ana.viewer, ana.viewer.sessionId);
  await until('the socket is closed', () => client.closed);
  await tell(ana);
  expect(said).toHaveLength(1);
});

test('a slow look finds what no hint told', async () => {
  const another = await startReplica(database.url, { timing: { poll: 1_000_000, lookForNotices: 100 } });
  try {
    const ana = await joinAs(replica.services, aHandle());
    const { said } = await follow(ana, another);
    await tell(ana, { hint: false });
    await until('it is found', () => said.at(-1)?.unread === 1);
  } finally {
    for (const client of clients.splice(0)) client.terminate();
    await another.close();
  }
});
