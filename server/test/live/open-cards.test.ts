import 'reflect-metadata';
import { CompiledQuery } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cancelCard } from '../../src/core/card/cancel-card.ts';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { addComment } from '../../src/core/card/comment-on-card.ts';
import { handBackCard } from '../../src/core/card/hand-back-card.ts';
import { renewEpochs } from '../../src/core/board/history.ts';
import { moveCard } from '../../src/core/card/move-card.ts';
import { updateCampaign } from '../../src/core/board/update-campaign.ts';
import { updateCard } from '../../src/core/card/update-card.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { readerOf, type Viewer } from '../../src/core/access/viewer.ts';
import { setStanding } from '../../src/core/trust/set-standing.ts';
import { joinAs } from '../support/people.ts';
import type { Audience } from '../../src/core/stream/audience.ts';
import type { Line } from '../../src/core/stream/lines.ts';
import type { OpenCardsMessage } from '../../src/core/open-work/open-cards-cohort.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { asTheyAre, collect, shared } from './support/collector.ts';
import { faultyBus } from './support/faulty-bus.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { SocketClient } from './support/socket-client.ts';
import { aCard, aHandle, startStrike, type Strike } from './support/strike.ts';

let database: TestDatabase;
let replica: Replica;
let strike: Strike;
const clients: SocketClient[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  // Only hints, so that what is found was told.
  replica = await startReplica(database.url, {
    timing: { poll: 1_000_000, heartbeat: 1_000_000 },
  });
  strike = await startStrike(replica.services);
});
afterEach(() => {
  for (const client of clients.splice(0)) client.terminate();
});
afterAll(async () => {
  await replica.close();
  await database.drop();
});

const OPEN_CARDS = `subscription ($filter: OpenCardsFilter, $after: OpenCardsCursor) {
  openCardsChanged(filter: $filter, after: $after) {
    kind resetReason epoch previousRevision revision opened { id title } closedCardIds
  }
}`;
interface Place {
  epoch: string;
  revision: number;
}
interface Change extends Place {
  kind: 'CHANGES' | 'HEARTBEAT' | 'RESET';
  resetReason: string | null;
  previousRevision: number;
  opened: { id: string; title: string }[];
  closedCardIds: string[];
}
interface Follow {
  token?: string | null;
  filter?: object | null;
  after?: Place | null;
  at?: Replica;
}

/** Follows open cards; returns everything that was told since, of which the first message has come. */
async function follow({ token = null, filter = null, after = null, at = replica }: Follow = {}): Promise<
  Change[]
> {
  const client = await new SocketClient(at.url, { token }).ready();
  clients.push(client);
  const changes: Change[] = [];
  client.subscribe(OPEN_CARDS, { filter, after }, ({ payload }) => {
    changes.push((payload as { data: { openCardsChanged: Change } }).data.openCardsChanged);
  });
  await until('the stream speaks', () => changes.length > 0);
  return changes;
}

/** What can be claimed, and from where the stream goes on. */
async function ask(token: string | null = null, at: Replica = replica): Promise<Place & { ids: string[] }> {
  const response = await fetch(`${at.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { cookie: `strikeboard=${token}` }) },
    body: JSON.stringify({ query: '{ openCards(first: 100) { epoch revision edges { node { id } } } }' }),
  });
  const { data } = (await response.json()) as {
    data: { openCards: Place & { edges: { node: { id: string } }[] } };
  };
  const { epoch, revision, edges } = data.openCards;
  return { epoch, revision, ids: edges.map(({ node }) => node.id) };
}

const opened = (changes: Change[], id: string) =>
  changes.some((change) => change.opened.some((card) => card.id === id));
const closed = (changes: Change[], id: string) => changes.some((change) => change.closedCardIds.includes(id));

test('the first message says where one stands, and each goes on from the one before', async () => {
  const { services } = replica;
  const { epoch, revision } = await ask();
  const changes = await follow();
  expect(changes).toEqual([
    expect.objectContaining({ kind: 'HEARTBEAT', epoch, previousRevision: revision, revision }),
  ]);
  for (let count = 1; count <= 3; count += 1) {
    const id = toGlobalId('Card', await aCard(services, strike));
    await until('it opened', () => opened(changes, id));
  }
  let at = revision;
  for (const change of changes.slice(1)) {
    expect(change).toMatchObject({ kind: 'CHANGES', epoch, previousRevision: at });
    expect(change.revision).toBeGreaterThan(at);
    at = change.revision;
  }
  expect(at).toBe(revision + 3);
});

test('a card opens, is claimed and comes back', async () => {
  const { services } = replica;
  const changes = await follow();
  const ana = await joinAs(services, aHandle());
  const cardId = await aCard(services, strike);
  const id = toGlobalId('Card', cardId);
  await until('it opened', () => opened(changes, id));
  await claimCard(services, ana.viewer.personId, { cardId });
  await until('it is closed', () => closed(changes, id));
  const seen = changes.length;
  await handBackCard(services, ana.viewer.personId, { cardId });
  await until('it is open again', () => opened(changes.slice(seen), id));
});

test('a new campaign is followed from its first card', async () => {
  const changes = await follow();
  const other = await startStrike(replica.services);
  const id = toGlobalId('Card', await aCard(replica.services, other));
  await until('its card opened', () => opened(changes, id));
});

test('what happened between the answer and the stream is told, also by another server and to who was away', async () => {
  const { services } = replica;
  const other = await startReplica(database.url, { timing: { poll: 1_000_000, heartbeat: 1_000_000 } });
  const ana = await joinAs(services, aHandle());
  const [taken, gone] = [await aCard(services, strike), await aCard(services, strike)];
  // Somebody is there all the time, so that the servers remember.
  await follow();
  await follow({ at: other });
  const answer = await ask();
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
    const changes = await follow({ after: { epoch, revision }, at });
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
  await follow({ at: deaf });
  await aCard(replica.services, strike);
  const { epoch, revision } = await ask();
  const [first] = await follow({ at: deaf, after: { epoch, revision } });
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
    const { ids, ...from } = await ask();
    const changes = await follow({ after: from });
    screens.push({ state: new Set(ids), changes, from });
  }
  await writers;
  const last = toGlobalId('Card', await aCard(services, other));
  const { ids, revision } = await ask();
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
  const changes = await follow({ token: ana.token });
  const { epoch } = changes[0]!;
  await setStanding(services, strike.coordinator, { handle: ana.viewer.handle, standing: 'VETTED' });
  const reset = await until('it starts again', () => changes.find(({ kind }) => kind === 'RESET'));
  expect(reset).toMatchObject({ resetReason: 'RIGHTS_CHANGED', opened: [], closedCardIds: [] });
  const now = await ask(ana.token);
  expect(now).toMatchObject({ epoch: reset.epoch, revision: reset.revision });
  expect(now.ids).toContain(id);
  expect(reset.epoch).not.toBe(epoch);
  const next = toGlobalId('Card', await aCard(services, strike, { sensitivity: 'VETTED' }));
  await until('it goes on', () => opened(changes, next));
  expect(opened(changes, id)).toBe(false);
});

test('a cursor that cannot be followed is answered by why', async () => {
  const { services } = replica;
  await follow();
  await aCard(services, strike);
  const mine = await ask();
  const team = await ask(strike.organizer.token);
  const { epoch, revision } = mine;
  const cursors = [
    ['OTHER_RIGHTS', team],
    ['OTHER_HISTORY', { epoch: 'another', revision }],
    ['OUT_OF_REACH', { epoch, revision: revision + 5 }],
    ['OUT_OF_REACH', { epoch, revision: -1 }],
  ] as const;
  for (const [resetReason, after] of cursors) {
    const place = { epoch: after.epoch, revision: after.revision };
    expect(await follow({ after: place }), resetReason).toMatchObject([
      { kind: 'RESET', resetReason, epoch, revision },
    ]);
  }
});

test('what one may not read moves nothing and names nothing, and what closes is told to whom it was open', async () => {
  const { services } = replica;
  const organizer = strike.organizer.viewer.personId;
  const hidden = await startStrike(services, { sensitivity: 'TEAM' });
  const team = await follow({ token: strike.organizer.token });
  const outside = await follow();
  const { epoch, revision } = await ask();
  const shown = toGlobalId('Card', await aCard(services, strike));
  await until('it opened', () => opened(outside, shown));
  const before = await ask();
  const made = [
    await aCard(services, hidden),
    await aCard(services, strike, { sensitivity: 'TEAM' }),
    await aCard(services, strike, { sensitivity: 'VETTED' }),
  ];
  await moveCard(services, organizer, { cardId: made[1]!, status: 'DRAFT' });
  await updateCard(services, organizer, { cardId: made[2]!, version: 1, sensitivity: 'TEAM' });
  await updateCampaign(services, hidden.organizer.viewer.personId, {
    campaignId: hidden.campaignId,
    story: 'Soon.',
  });
  for (const cardId of made) {
    const by = cardId === made[0] ? hidden.organizer.viewer.personId : organizer;
    await cancelCard(services, by, { cardId, reason: 'Not needed' });
  }
  await until('the team heard of its own', () => closed(team, toGlobalId('Card', made[2]!)));
  expect(closed(team, toGlobalId('Card', made[1]!))).toBe(true);
  expect(JSON.stringify(team)).not.toContain(toGlobalId('Card', made[0]!));
  expect(await ask()).toEqual(before);
  const last = toGlobalId('Card', await aCard(services, strike));
  await until('the last is told', () => opened(outside, last));
  expect(outside.map(({ kind, revision }) => [kind, revision])).toEqual([
    ['HEARTBEAT', revision],
    ['CHANGES', before.revision],
    ['CHANGES', before.revision + 1],
  ]);
  expect(outside.flatMap(({ closedCardIds }) => closedCardIds)).toEqual([]);
  // Nor to who comes back from before all of it.
  const [replay] = await follow({ after: { epoch, revision } });
  expect(replay).toMatchObject({ kind: 'CHANGES', revision: before.revision + 1, closedCardIds: [] });
  expect(replay?.opened).toHaveLength(2);
});

test('a campaign that ends closes its cards, and one that is hidden too', async () => {
  const { services } = replica;
  const changes = await follow();
  for (const words of [{ ended: true }, { sensitivity: 'TEAM' as const }]) {
    const other = await startStrike(services);
    const id = toGlobalId('Card', await aCard(services, other));
    await until('its card opened', () => opened(changes, id));
    const { campaignId } = other;
    await updateCampaign(services, other.organizer.viewer.personId, { campaignId, ...words });
    await until('its card is closed', () => closed(changes, id));
    expect((await ask()).revision).toBe(changes.at(-1)?.revision);
  }
});

test('what does not fit the filter is not told, nor what opens and closes nothing', async () => {
  const { services } = replica;
  const all = await follow();
  const short = await follow({ filter: { maxHours: 1, skills: ['WRITING'] } });
  const ana = await joinAs(services, aHandle());
  const cardId = await aCard(services, strike, { hours: 2 });
  const id = toGlobalId('Card', cardId);
  await until('it opened', () => opened(all, id));
  await claimCard(services, ana.viewer.personId, { cardId });
  await until('who asked for all heard that it is taken', () => closed(all, id));
  const seen = all.length;
  await addComment(services, ana.viewer.personId, { cardId, text: 'On it' });
  const next = toGlobalId('Card', await aCard(services, strike, { hours: 1 }));
  await until('both heard of the next card', () => [all, short].every((changes) => opened(changes, next)));
  expect(opened(short, id) || closed(short, id)).toBe(false);
  expect(all.slice(seen).flatMap(({ closedCardIds }) => closedCardIds)).not.toContain(id);
  // It was quiet meanwhile, and the next one begins where the last one ended.
  expect(short.slice(1)).toHaveLength(1);
  expect(short[1]?.previousRevision).toBe(short[0]?.revision);
});

test('a heartbeat takes along what told nothing', async () => {
  const { services } = replica;
  const beating = await startReplica(database.url, { timing: { poll: 1_000_000, heartbeat: 50 } });
  const changes = await follow({ at: beating, filter: { maxHours: 1 } });
  const from = changes[0]!.revision;
  await aCard(services, strike, { hours: 8 });
  const { revision } = await ask();
  const beat = await until('a heartbeat', () => changes.find((change) => change.revision === revision));
  expect(beat).toMatchObject({ kind: 'HEARTBEAT', previousRevision: from, opened: [], closedCardIds: [] });
  await beating.close();
});

test('one read and one execution for all who ask the same, wherever they began', async () => {
  const { services, live } = replica;
  const place = await ask();
  const after = { epoch: place.epoch, revision: place.revision };
  const streams = await Promise.all([
    ...Array.from({ length: 5 }, () => follow()),
    ...Array.from({ length: 5 }, () => follow({ after })),
  ]);
  const quiet = await aCard(services, strike);
  await until('all are even', () => streams.every((changes) => opened(changes, toGlobalId('Card', quiet))));
  const before = { ...live.counts };
  const cardId = await aCard(services, strike);
  await until('all know', () => streams.every((changes) => opened(changes, toGlobalId('Card', cardId))));
  expect(live.counts.logReads - before.logReads).toBe(1);
  expect(live.counts.executions - before.executions).toBe(1);
});

test('rights change while a message is in the making: nothing older comes after what is newer', async () => {
  const { services, live } = replica;
  const ana = await joinAs(services, aHandle());
  const line: Line & { viewer: Viewer | null } = {
    viewer: ana.viewer,
    onMoved: (listener) => ((moved = listener), () => undefined),
    close: () => undefined,
  };
  let moved = () => {};
  // Each execution waits for its word, in whatever order they are given.
  const waiting: { message: OpenCardsMessage; go(): void }[] = [];
  const audience: Audience = {
    key: 'slow',
    render: (message) =>
      new Promise((resolve) => {
        waiting.push({ message: message as OpenCardsMessage, go: () => resolve(shared(message)) });
      }),
  };
  const { outbox, messages } = collect<OpenCardsMessage>();
  await live.openCards.follow({ line, audience, outbox }, {}, null);
  const inTheMaking = (what: string, fits: (message: OpenCardsMessage) => boolean) =>
    until(what, () => waiting.find(({ message }) => fits(message)));
  (await inTheMaking('the first message', ({ kind }) => kind === 'HEARTBEAT')).go();
  await until('it came', () => messages.length === 1);

  const cardId = await aCard(services, strike);
  const has = (id: string) => (message: OpenCardsMessage) => message.opened.some((card) => card.id === id);
  const before = await inTheMaking('what was told before', has(cardId));
  const raised = { ...ana.viewer, standing: 'VETTED' as const };
  line.viewer = raised;
  moved();
  const reset = await inTheMaking('the reset', ({ kind }) => kind === 'RESET');
  const next = await aCard(services, strike);
  const after = await inTheMaking('what is told after', has(next));
  after.go();
  before.go();
  reset.go();
  await until('all came', () => messages.length === 3);
  const { epoch } = reset.message;
  expect(messages.map(({ kind }) => kind)).toEqual(['HEARTBEAT', 'RESET', 'CHANGES']);
  expect(messages.slice(1).every((message) => message.epoch === epoch)).toBe(true);
  expect(messages[2]?.previousRevision).toBe(messages[1]?.revision);
  expect(readerOf(raised).base).toBe('VETTED');
  outbox.close();
});

test('a database with another history makes everybody start again', async () => {
  const changes = await follow();
  const db = replica.services.orm.em.fork().getKysely();
  await renewEpochs(async (text) => {
    const { numAffectedRows } = await db.executeQuery(CompiledQuery.raw(text));
    return { rowCount: Number(numAffectedRows ?? 0) };
  });
  await aCard(replica.services, strike);
  await until('it starts again', () => changes.some(({ resetReason }) => resetReason === 'OTHER_HISTORY'));
  expect((await ask()).epoch).toBe(changes.at(-1)?.epoch);
});

test('everybody left while it began: nothing is followed for nobody', async () => {
  const hears = Promise.withResolvers<void>();
  let held = 0;
  const begun = await startReplica(database.url, {
    bus: (bus) => ({
      ...faultyBus(bus, () => 'arrives'),
      followAll: () => {
        held += 1;
        const { leave } = bus.followAll();
        return { ready: hears.promise, leave: () => ((held -= 1), leave()) };
      },
    }),
    timing: { openCardsLinger: 0 },
  });
  const line = begun.live.lines.open(null, { sessionEnded: () => undefined });
  const { outbox } = collect();
  const following = begun.live.openCards.follow({ line, audience: asTheyAre, outbox }, {}, null);
  expect(held).toBe(1);
  outbox.close();
  hears.resolve();
  await following;
  await until('it let go', () => held === 0);
  await begun.live.openCards.follow({ line, audience: asTheyAre, outbox }, {}, null);
  expect(held).toBe(0);
  await begun.close();
});

test('who waits for it to begin hears of what happens, also where another one who waited has left', async () => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  const slow = await startReplica(database.url, {
    timing: { poll: 1_000_000, heartbeat: 1_000_000, openCardsLinger: 0 },
    bus: (real) => ({
      ...{ send: (hint) => real.send(hint), announce: (news) => real.announce(news) },
      ...{ listen: (listener) => real.listen(listener), follow: (boardId) => real.follow(boardId) },
      ...{ state: () => real.state(), connected: () => real.connected(), close: () => real.close() },
      followAll: () => {
        const following = real.followAll();
        return { ready: gate.then(() => following.ready), leave: () => following.leave() };
      },
    }),
  });
  try {
    const [leaving, staying] = await Promise.all(
      [1, 2].map(() => new SocketClient(slow.url, { token: null }).ready()),
    );
    clients.push(leaving!, staying!);
    const leave = leaving!.subscribe(OPEN_CARDS, {}, () => undefined);
    await until('one waits', () => slow.sockets.openOperations === 1);
    const heard: unknown[] = [];
    staying!.subscribe(OPEN_CARDS, {}, ({ payload }) => heard.push(payload));
    await until('two wait', () => slow.sockets.openOperations === 2);
    leave();
    await until('one has left', () => slow.sockets.openOperations === 1);
    release();
    await until('the first word', () => heard.length > 0);
    const cardId = await aCard(slow.services, strike);
    await until('the card', () => JSON.stringify(heard.at(-1)).includes(toGlobalId('Card', cardId)));
  } finally {
    await slow.close();
  }
});
