import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../src/core/access/viewer.ts';
import { setRole } from '../../src/core/trust/set-role.ts';
import { answerApplication } from '../../src/features/opening/answer-application.ts';
import { applyForOpening, withdrawApplication } from '../../src/features/opening/apply.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { type Hosts, hosts } from '../support/an-event.ts';
import { anOpening } from '../support/an-opening.ts';
import { aHandle } from '../support/local-on-strike.ts';
import { asNow, joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { faultyBus } from './support/faulty-bus.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { type Heard, SocketClient } from './support/socket-client.ts';

// Those who hire see on their open list what others do: what is sent, taken back, and answered by a colleague.

let database: TestDatabase;
let replica: Replica;
/** Hears no hint at all, and looks by itself soon. */
let deaf: Replica;
let by: Hosts;
const clients: SocketClient[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  replica = await startReplica(database.url, {
    timing: { poll: 1_000_000, rights: 1_000_000, hiringPause: 20, hiringRenewal: 1_000_000 },
  });
  deaf = await startReplica(database.url, {
    timing: { hiringPause: 20, hiringRenewal: 200 },
    bus: (bus) => faultyBus(bus, () => 'lost'),
  });
  by = await hosts(replica.services);
});
afterEach(() => {
  for (const client of clients.splice(0)) client.terminate();
});
afterAll(async () => {
  await deaf.close();
  await replica.close();
  await database.drop();
});

const QUERY = 'subscription ($id: ID!) { applicationsChanged(openingId: $id) { revision } }';

/** Somebody with a role in the local, signed in. */
async function ofLocal(role: 'ORGANIZER' | 'APPROVER' | null): Promise<{ token: string; viewer: Viewer }> {
  const { token, viewer } = await joinAs(replica.services, aHandle());
  const { organizationId } = by;
  if (role) await setRole(replica.services, by.coordinator, { organizationId, handle: viewer.handle, role });
  return { token, viewer: await asNow(replica.services, viewer) };
}

async function follow(at: Replica, token: string | null, openingId: string) {
  const client = await new SocketClient(at.url, token ? { token } : {}).ready();
  clients.push(client);
  const heard: Heard[] = [];
  client.subscribe(QUERY, { id: toGlobalId('Opening', openingId) }, (message) => heard.push(message));
  await until('the first word', () => heard.length > 0);
  return { heard, told: () => heard.filter(({ type }) => type === 'next').length };
}

const apply = (who: Viewer, openingId: string, words = 'I would like to.') =>
  applyForOpening(replica.services, who, { openingId, words, shares: [] });

test('who hires hears of each answer that comes, is taken back or is answered, with one execution for all', async () => {
  const { services, live } = replica;
  const openingId = await anOpening(services, by.organizer, { organizationId: by.organizationId });
  const other = await anOpening(services, by.organizer, { organizationId: by.organizationId });
  const { token } = await ofLocal('ORGANIZER');
  const all = await Promise.all(Array.from({ length: 5 }, () => follow(replica, token, openingId)));
  const elsewhere = await follow(replica, token, other);
  const ben = (await ofLocal(null)).viewer;
  /** Each of these is told once, to all who follow, by one execution. */
  const isTold = async (what: string, act: () => Promise<unknown>) => {
    const before = { told: all[0]!.told(), executions: live.counts.executions };
    await act();
    await until(what, () => all.every(({ told }) => told() === before.told + 1));
    expect([what, live.counts.executions - before.executions]).toEqual([what, 1]);
  };
  let id = '';
  await isTold('one came', async () => (id = await apply(ben, openingId)));
  await isTold('it was read', () =>
    answerApplication(services, by.organizer, { applicationId: id, state: 'READ' }),
  );
  const answer = { applicationId: id, state: 'TALKING' as const, words: 'Come by.' };
  await isTold('it was answered', () => answerApplication(services, by.organizer, answer));
  await isTold('it was taken back', () => withdrawApplication(services, ben, id));
  await isTold('it came again', () => apply(ben, openingId));
  // Sent again, nothing changed; and the list of another opening is as it was.
  await apply(ben, openingId);
  expect(elsewhere.told()).toBe(1);
  // What is told says nothing of anybody.
  expect(Object.keys((all[0]!.heard.at(-1)!.payload as { data: object }).data)).toEqual([
    'applicationsChanged',
  ]);
});

// mutant: an approver, or whoever answered the opening, follows it too.
test('whoever does not hire hears nothing but the refusal', async () => {
  const openingId = await anOpening(replica.services, by.organizer, { organizationId: by.organizationId });
  const ben = await ofLocal(null);
  const others = await Promise.all([
    follow(replica, null, openingId),
    follow(replica, ben.token, openingId),
    follow(replica, (await ofLocal('APPROVER')).token, openingId),
  ]);
  await apply(ben.viewer, openingId);
  const { token } = await ofLocal('ORGANIZER');
  const missing = await follow(replica, token, crypto.randomUUID());
  expect(missing.heard[0]).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'NOT_FOUND' } }] });
  for (const { heard } of others) {
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'NOT_ALLOWED' } }] });
  }
});

test('the stream ends when the role is taken away', async () => {
  const openingId = await anOpening(replica.services, by.organizer, { organizationId: by.organizationId });
  const { token, viewer } = await ofLocal('ORGANIZER');
  const { heard } = await follow(replica, token, openingId);
  const { organizationId } = by;
  await setRole(replica.services, by.coordinator, { organizationId, handle: viewer.handle, role: null });
  const last = await until('the end', () => heard.find(({ type }) => type === 'error'));
  expect(last.payload).toMatchObject([{ extensions: { code: 'NOT_ALLOWED' } }]);
  const told = heard.length;
  await apply((await ofLocal(null)).viewer, openingId);
  expect(heard).toHaveLength(told);
});

test('where a hint was lost, the list is stale soon all the same', async () => {
  const openingId = await anOpening(replica.services, by.organizer, { organizationId: by.organizationId });
  const { told } = await follow(deaf, (await ofLocal('ORGANIZER')).token, openingId);
  await until('it is told again', () => told() >= 2);
});
