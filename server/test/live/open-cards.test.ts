import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { claimCard } from '../../src/board/claim-card.ts';
import { addComment } from '../../src/board/comment-on-card.ts';
import { handBackCard } from '../../src/board/hand-back-card.ts';
import { moveCard } from '../../src/board/move-card.ts';
import { updateCampaign } from '../../src/campaign/update-campaign.ts';
import { toGlobalId } from '../../src/graphql/global-id.ts';
import { setStanding } from '../../src/person/set-standing.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { asTheyAre, collect } from './support/collector.ts';
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
    timing: { poll: 1_000_000, lookForBoards: 1_000_000, heartbeat: 1_000_000 },
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

const OPEN_CARDS = `subscription ($filter: OpenCardsFilter) {
  openCardsChanged(filter: $filter) { opened { id title } closedCardIds }
}`;
interface Change {
  opened: { id: string; title: string }[];
  closedCardIds: string[];
}

/** Follows open cards; returns everything that was told since. */
async function follow(token: string | null = null, filter: object | null = null): Promise<Change[]> {
  const client = await new SocketClient(replica.url, { token }).ready();
  clients.push(client);
  const changes: Change[] = [];
  client.subscribe(OPEN_CARDS, { filter }, ({ payload }) => {
    changes.push((payload as { data: { openCardsChanged: Change } }).data.openCardsChanged);
  });
  // It says nothing until something changes: make a change until it is heard.
  await until('the stream runs', async () => {
    await aCard(replica.services, strike, { hours: 1 });
    return changes.length > 0;
  });
  return changes;
}

const opened = (changes: Change[], id: string) =>
  changes.some((change) => change.opened.some((card) => card.id === id));
const closed = (changes: Change[], id: string) => changes.some((change) => change.closedCardIds.includes(id));

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

test('only what one may read opens, and a change of rights tells the difference', async () => {
  const { services } = replica;
  const ana = await joinAs(services, aHandle());
  const id = toGlobalId('Card', await aCard(services, strike, { sensitivity: 'VETTED' }));
  const changes = await follow(ana.token);
  const rename = await aCard(services, strike, { sensitivity: 'VETTED' });
  await moveCard(services, strike.organizer.viewer.personId, { cardId: rename });
  const { handle } = ana.viewer;
  await setStanding(services, strike.coordinator, { handle, standing: 'VETTED' });
  await until('what was hidden shows', () => opened(changes, id));
  const seen = changes.length;
  await setStanding(services, strike.coordinator, { handle, standing: 'NEW' });
  await until('it is hidden again', () => closed(changes.slice(seen), id));
  expect(opened(changes.slice(0, seen - 1), toGlobalId('Card', rename))).toBe(false);
});

test('a campaign that ends closes its cards', async () => {
  const { services } = replica;
  const other = await startStrike(services);
  const id = toGlobalId('Card', await aCard(services, other));
  const changes = await follow();
  await updateCampaign(services, other.organizer.viewer.personId, {
    campaignId: other.campaignId,
    ended: true,
  });
  await until('its card is closed', () => closed(changes, id));
});

test('what does not fit the filter is not told, nor what opens and closes nothing', async () => {
  const { services } = replica;
  const all = await follow();
  const short = await follow(null, { maxHours: 1, skills: ['WRITING'] });
  const ana = await joinAs(services, aHandle());
  const cardId = await aCard(services, strike, { hours: 2 });
  await claimCard(services, ana.viewer.personId, { cardId });
  const id = toGlobalId('Card', cardId);
  await until('who asked for all heard that it is taken', () => closed(all, id));
  const seen = all.length;
  await addComment(services, ana.viewer.personId, { cardId, text: 'On it' });
  const next = toGlobalId('Card', await aCard(services, strike, { hours: 1 }));
  await until('both heard of the next card', () => [all, short].every((changes) => opened(changes, next)));
  expect(opened(short, id)).toBe(false);
  expect(all.slice(seen).flatMap(({ closedCardIds }) => closedCardIds)).not.toContain(id);
});

test('one read of each board and one execution for all who ask the same', async () => {
  const { services, live } = replica;
  const streams = await Promise.all(Array.from({ length: 10 }, () => follow()));
  const quiet = await aCard(services, strike);
  await until('all are even', () => streams.every((changes) => opened(changes, toGlobalId('Card', quiet))));
  const before = { ...live.counts };
  const cardId = await aCard(services, strike);
  await until('all know', () => streams.every((changes) => opened(changes, toGlobalId('Card', cardId))));
  expect(live.counts.logReads - before.logReads).toBe(1);
  expect(live.counts.executions - before.executions).toBe(1);
});

test('everybody left while it began: no board is followed for nobody', async () => {
  const hears = Promise.withResolvers<void>();
  const begun = await startReplica(database.url, {
    bus: (bus) => ({
      ...faultyBus(bus, () => 'arrives'),
      followAll: () => ({ ...bus.followAll(), ready: hears.promise }),
    }),
  });
  const line = begun.live.lines.open(null, { sessionEnded: () => undefined });
  const { outbox } = collect();
  const following = begun.live.openCards.follow({ line, audience: asTheyAre, outbox }, {});
  outbox.close();
  hears.resolve();
  await following;
  expect(begun.live.watchedBoards).toBe(0);
  await begun.live.openCards.follow({ line, audience: asTheyAre, outbox }, {});
  expect(begun.live.watchedBoards).toBe(0);
  await begun.close();
});
