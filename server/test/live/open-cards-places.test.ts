import 'reflect-metadata';
import { CompiledQuery } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cancelCard } from '../../src/core/card/cancel-card.ts';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { handBackCard } from '../../src/core/card/hand-back-card.ts';
import { renewEpochs } from '../../src/core/board/history.ts';
import { updateCard } from '../../src/core/card/update-card.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { setStanding } from '../../src/core/trust/set-standing.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { faultyBus } from './support/faulty-bus.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { aCard, aHandle, startStrike, type Strike } from './support/strike.ts';
import { type Change, closed, OpenCardsReaders, opened, type Place } from './support/open-cards.ts';

// An answer says a place, from which a stream goes on without a gap, or says why it cannot.

let database: TestDatabase;
let replica: Replica;
let strike: Strike;
let readers: OpenCardsReaders;

beforeAll(async () => {
  database = await createTestDatabase();
  // Only hints, so that what is found was told.
  replica = await startReplica(database.url, {
    timing: { poll: 1_000_000, heartbeat: 1_000_000 },
  });
  strike = await startStrike(replica.services);
  readers = new OpenCardsReaders(replica);
});
afterEach(() => readers.leave());
afterAll(async () => {
  await replica.close();
  await database.drop();
});

test('what happened between the answer and the stream is told, also by another server and to who was away', async () => {
  const { services } = replica;
  const other = await startReplica(database.url, { timing: { poll: 1_000_000, heartbeat: 1_000_000 } });
  const ana = await joinAs(services, aHandle());
  const [taken, gone] = [await aCard(services, strike), await aCard(services, strike)];
  // Somebody is there all the time, so that the servers remember.
  await readers.follow();
  await readers.follow({ at: other });
  const answer = await readers.ask();
  await claimCard(services, ana.viewer.personId, { cardId: taken });
  await updateCard(services, strike.organizer.viewer.personId, {
    cardId: gone,
    version: 1,
    sensitivity: 'TEAM',
  });
  const made = await aCard(services, strike);
  const brief = await aCard(services, strike);
  await claimCard(services, ana.viewer.personId, { cardId: brief });
  for (const at of [replica, other]) {
    const { epoch, revision } = answer;
    const changes = await readers.follow({ after: { epoch, revision }, at });
    await until('all is told', () => changes.at(-1)?.revision === revision + 5);
    expect(changes[0]).toMatchObject({ kind: 'CHANGES', epoch, previousRevision: revision });
    expect(opened(changes, toGlobalId('Card', made))).toBe(true);
    expect([taken, gone].every((id) => closed(changes, toGlobalId('Card', id)))).toBe(true);
  }
  await other.close();
});

test('an answer that is newer than what this server read is waited for', async () => {
  const deaf = await startReplica(database.url, {
    timing: { poll: 1_000_000, heartbeat: 1_000_000 },
    bus: (bus) => faultyBus(bus, () => 'lost'),
  });
  await readers.follow({ at: deaf });
  await aCard(replica.services, strike);
  const { epoch, revision } = await readers.ask();
  const [first] = await readers.follow({ at: deaf, after: { epoch, revision } });
  expect(first).toMatchObject({ kind: 'HEARTBEAT', epoch, revision });
  await deaf.close();
});

test('whoever applies answer and stream has what a fresh answer says, whatever happens when', async () => {
  const { services } = replica;
  const people = await Promise.all(Array.from({ length: 3 }, () => joinAs(services, aHandle())));
  const other = await startStrike(services);
  let writing = true;
  const write = async (person: number) => {
    const { personId } = people[person]!.viewer;
    for (let count = 0; count < 6; count += 1) {
      const cardId = await aCard(services, other);
      await claimCard(services, personId, { cardId });
      if (count % 3 > 0) await handBackCard(services, personId, { cardId });
      if (count % 3 > 1)
        await cancelCard(services, other.organizer.viewer.personId, { cardId, reason: 'Not needed' });
    }
  };
  const writers = Promise.all([0, 1, 2].map(write)).finally(() => (writing = false));
  const screens: { state: Set<string>; changes: Change[]; from: Place }[] = [];
  while (writing && screens.length < 12) {
    const { ids, ...from } = await readers.ask();
    const changes = await readers.follow({ after: from });
    screens.push({ state: new Set(ids), changes, from });
  }
  await writers;
  const last = toGlobalId('Card', await aCard(services, other));
  const { ids, revision } = await readers.ask();
  for (const { state, changes, from } of screens) {
    await until('the last is told', () => opened(changes, last));
    let at = from.revision;
    for (const change of changes) {
      expect(change.kind).not.toBe('RESET');
      expect(change.previousRevision).toBeLessThanOrEqual(at);
      if (change.revision <= at) continue;
      at = change.revision;
      for (const id of change.closedCardIds) state.delete(id);
      for (const { id } of change.opened) state.add(id);
    }
    expect(at).toBe(revision);
    expect([...state].toSorted()).toEqual(ids.toSorted());
  }
}, 120_000);

test('a change of rights starts everything again, and says so', async () => {
  const { services } = replica;
  const ana = await joinAs(services, aHandle());
  const id = toGlobalId('Card', await aCard(services, strike, { sensitivity: 'VETTED' }));
  const changes = await readers.follow({ token: ana.token });
  const { epoch } = changes[0]!;
  await setStanding(services, strike.coordinator, { handle: ana.viewer.handle, standing: 'VETTED' });
  const reset = await until('it starts again', () => changes.find(({ kind }) => kind === 'RESET'));
  expect(reset).toMatchObject({ resetReason: 'RIGHTS_CHANGED', opened: [], closedCardIds: [] });
  const now = await readers.ask(ana.token);
  expect(now).toMatchObject({ epoch: reset.epoch, revision: reset.revision });
  expect(now.ids).toContain(id);
  expect(reset.epoch).not.toBe(epoch);
  const next = toGlobalId('Card', await aCard(services, strike, { sensitivity: 'VETTED' }));
  await until('it goes on', () => opened(changes, next));
  expect(opened(changes, id)).toBe(false);
});

test('a cursor that cannot be followed is answered by why', async () => {
  const { services } = replica;
  await readers.follow();
  await aCard(services, strike);
  const mine = await readers.ask();
  const team = await readers.ask(strike.organizer.token);
  const { epoch, revision } = mine;
  const cursors = [
    ['OTHER_RIGHTS', team],
    ['OTHER_HISTORY', { epoch: 'another', revision }],
    ['OUT_OF_REACH', { epoch, revision: revision + 5 }],
    ['OUT_OF_REACH', { epoch, revision: -1 }],
  ] as const;
  for (const [resetReason, after] of cursors) {
    const place = { epoch: after.epoch, revision: after.revision };
    expect(await readers.follow({ after: place }), resetReason).toMatchObject([
      { kind: 'RESET', resetReason, epoch, revision },
    ]);
  }
});

test('a database with another history makes everybody start again', async () => {
  const changes = await readers.follow();
  const db = replica.services.orm.em.fork().getKysely();
  await renewEpochs(async (text) => {
    const { numAffectedRows } = await db.executeQuery(CompiledQuery.raw(text));
    return { rowCount: Number(numAffectedRows ?? 0) };
  });
  await aCard(replica.services, strike);
  await until('it starts again', () => changes.some(({ resetReason }) => resetReason === 'OTHER_HISTORY'));
  expect((await readers.ask()).epoch).toBe(changes.at(-1)?.epoch);
});
