import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cancelCard } from '../../src/core/card/cancel-card.ts';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { addComment } from '../../src/core/card/comment-on-card.ts';
import { handBackCard } from '../../src/core/card/hand-back-card.ts';
import { moveCard } from '../../src/core/card/move-card.ts';
import { updateCampaign } from '../../src/core/board/update-campaign.ts';
import { updateCard } from '../../src/core/card/update-card.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { aCard, aHandle, startStrike, type Strike } from './support/strike.ts';
import { closed, OpenCardsReaders, opened } from './support/open-cards.ts';

// Who follows open cards hears what opens and what closes, and nothing of what they may not read.

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

test('the first message says where one stands, and each goes on from the one before', async () => {
  const { services } = replica;
  const { epoch, revision } = await readers.ask();
  const changes = await readers.follow();
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
  const changes = await readers.follow();
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
  const changes = await readers.follow();
  const other = await startStrike(replica.services);
  const id = toGlobalId('Card', await aCard(replica.services, other));
  await until('its card opened', () => opened(changes, id));
});

test('what one may not read moves nothing and names nothing, and what closes is told to whom it was open', async () => {
  const { services } = replica;
  const organizer = strike.organizer.viewer.personId;
  const hidden = await startStrike(services, { sensitivity: 'TEAM' });
  const team = await readers.follow({ token: strike.organizer.token });
  const outside = await readers.follow();
  const { epoch, revision } = await readers.ask();
  const shown = toGlobalId('Card', await aCard(services, strike));
  await until('it opened', () => opened(outside, shown));
  const before = await readers.ask();
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
  expect(await readers.ask()).toEqual(before);
  const last = toGlobalId('Card', await aCard(services, strike));
  await until('the last is told', () => opened(outside, last));
  expect(outside.map(({ kind, revision }) => [kind, revision])).toEqual([
    ['HEARTBEAT', revision],
    ['CHANGES', before.revision],
    ['CHANGES', before.revision + 1],
  ]);
  expect(outside.flatMap(({ closedCardIds }) => closedCardIds)).toEqual([]);
  // Nor to who comes back from before all of it.
  const [replay] = await readers.follow({ after: { epoch, revision } });
  expect(replay).toMatchObject({ kind: 'CHANGES', revision: before.revision + 1, closedCardIds: [] });
  expect(replay?.opened).toHaveLength(2);
});

test('a campaign that ends closes its cards, and one that is hidden too', async () => {
  const { services } = replica;
  const changes = await readers.follow();
  for (const words of [{ ended: true }, { sensitivity: 'TEAM' as const }]) {
    const other = await startStrike(services);
    const id = toGlobalId('Card', await aCard(services, other));
    await until('its card opened', () => opened(changes, id));
    const { campaignId } = other;
    await updateCampaign(services, other.organizer.viewer.personId, { campaignId, ...words });
    await until('its card is closed', () => closed(changes, id));
    expect((await readers.ask()).revision).toBe(changes.at(-1)?.revision);
  }
});

test('what does not fit the filter is not told, nor what opens and closes nothing', async () => {
  const { services } = replica;
  const all = await readers.follow();
  const short = await readers.follow({ filter: { maxHours: 1, skills: ['WRITING'] } });
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
  const changes = await readers.follow({ at: beating, filter: { maxHours: 1 } });
  const from = changes[0]!.revision;
  await aCard(services, strike, { hours: 8 });
  const { revision } = await readers.ask();
  const beat = await until('a heartbeat', () => changes.find((change) => change.revision === revision));
  expect(beat).toMatchObject({ kind: 'HEARTBEAT', previousRevision: from, opened: [], closedCardIds: [] });
  await beating.close();
});

test('one read and one execution for all who ask the same, wherever they began', async () => {
  const { services, live } = replica;
  const place = await readers.ask();
  const after = { epoch: place.epoch, revision: place.revision };
  const streams = await Promise.all([
    ...Array.from({ length: 5 }, () => readers.follow()),
    ...Array.from({ length: 5 }, () => readers.follow({ after })),
  ]);
  const quiet = await aCard(services, strike);
  await until('all are even', () => streams.every((changes) => opened(changes, toGlobalId('Card', quiet))));
  const before = { ...live.counts };
  const cardId = await aCard(services, strike);
  await until('all know', () => streams.every((changes) => opened(changes, toGlobalId('Card', cardId))));
  expect(live.counts.logReads - before.logReads).toBe(1);
  expect(live.counts.executions - before.executions).toBe(1);
});
