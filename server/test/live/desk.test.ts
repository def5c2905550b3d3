import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { handInCard } from '../../src/core/review/hand-in-card.ts';
import { appointCoordinator } from '../../src/core/trust/appoint-coordinator.ts';
import { setStanding } from '../../src/core/trust/set-standing.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { faultyBus } from './support/faulty-bus.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { type Heard, SocketClient } from './support/socket-client.ts';
import { aCard, aHandle, startStrike } from './support/strike.ts';

/** A change of rights reaches the stream within a second (ms); as much again for a busy machine under test. */
const SECOND = 2 * 1_000;

let database: TestDatabase;
/** Hears hints. Its own checks come too late to help. */
let hinted: Replica;
/** Hears no hint at all and keeps the usual times. */
let deaf: Replica;
const clients: SocketClient[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  hinted = await startReplica(database.url, {
    timing: { poll: 1_000_000, rights: 1_000_000, deskPause: 50, deskRenewal: 1_000_000 },
  });
  deaf = await startReplica(database.url, { bus: (bus) => faultyBus(bus, () => 'lost') });
});
afterEach(() => {
  for (const client of clients.splice(0)) client.terminate();
});
afterAll(async () => {
  await hinted.close();
  await deaf.close();
  await database.drop();
});

interface Change {
  revision: number;
  stale: string[];
}

/** Somebody new who coordinates. */
async function aCoordinator(): Promise<{ handle: string; token: string }> {
  const handle = aHandle();
  const { token } = await joinAs(hinted.services, handle);
  await appointCoordinator(hinted.services, handle);
  return { handle, token };
}

async function follow(replica: Replica, token: string): Promise<{ heard: Heard[]; changes(): Change[] }> {
  const client = await new SocketClient(replica.url, { token }).ready();
  clients.push(client);
  const heard: Heard[] = [];
  client.subscribe('subscription { deskChanged { revision stale } }', {}, (each) => heard.push(each));
  await until('the first word', () => heard.length > 0);
  const changes = () =>
    heard
      .filter(({ type }) => type === 'next')
      .map(({ payload }) => (payload as { data: { deskChanged: Change } }).data.deskChanged);
  return { heard, changes };
}

test('a hand-in at one replica makes the desk at it stale, with one execution for ten coordinators', async () => {
  const { services, live } = hinted;
  const strike = await startStrike(services);
  const volunteer = await joinAs(services, aHandle());
  const cardId = await aCard(services, strike);
  await claimCard(services, volunteer.viewer.personId, { cardId });
  const { token } = await aCoordinator();
  const all = await Promise.all(Array.from({ length: 10 }, () => follow(hinted, token)));
  // What was done before is told and over.
  const calm = () => all.every(({ changes }) => changes().length === all[0]!.changes().length);
  await until('all are even', calm);
  const before = { executions: live.counts.executions, messages: all.map(({ changes }) => changes().length) };
  await handInCard(services, volunteer.viewer.personId, { cardId, note: 'Here it is', links: [] });
  await until('all know', () =>
    all.every(({ changes }, index) => changes().length > before.messages[index]!),
  );
  const told = all[0]!.changes().length - before.messages[0]!;
  expect(all[0]!.changes().at(-1)?.stale).toContain('HAND_INS');
  expect(live.counts.executions - before.executions).toBe(told);
});

test('asks, plans and failing messages are told by the hint for desks', async () => {
  const { token } = await aCoordinator();
  const { changes } = await follow(hinted, token);
  const before = changes().length;
  hinted.services.hints.send({ desk: true });
  const told = await until('the desk hears', () => changes()[before]);
  expect(told.stale).toContain('ASKS');
});

test.each([
  ['by a hint', () => hinted],
  ['by the check, when the hint was lost', () => deaf],
] as const)('the stream ends within a second when the right goes, %s', async (_how, replica) => {
  const { services } = hinted;
  const first = await aCoordinator();
  const second = await joinAs(services, aHandle());
  await appointCoordinator(services, second.viewer.handle);
  const { heard } = await follow(replica(), first.token);
  await setStanding(
    replica().services,
    { ...second.viewer, coordinator: true },
    {
      handle: first.handle,
      standing: 'SUSPENDED',
      note: 'Rude',
    },
  );
  await until('the end', () => heard.some(({ type }) => type === 'error'), SECOND);
  expect(heard.at(-1)?.payload).toMatchObject([{ extensions: { code: 'NOT_ALLOWED' } }]);
  const length = heard.length;
  hinted.services.hints.send({ desk: true });
  const { token } = await aCoordinator();
  const { changes } = await follow(hinted, token);
  await until('others hear on', async () => {
    hinted.services.hints.send({ desk: true });
    return changes().length > 2;
  });
  expect(heard).toHaveLength(length);
});
