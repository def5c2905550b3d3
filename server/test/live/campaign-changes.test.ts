import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { createCard } from '../../src/core/card/create-card.ts';
import { readActivity } from '../../src/core/board/read-activity.ts';
import { readLog, visibleAt } from '../../src/core/board/read-board.ts';
import { updateCampaign } from '../../src/core/board/update-campaign.ts';
import { closeCampaign } from '../../src/features/closing/close-campaign.ts';
import { outsideTransactions } from '../../src/platform/db/orm.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { readerOf } from '../../src/core/access/viewer.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { type Heard, SocketClient } from './support/socket-client.ts';
import { aCard, aHandle, startStrike, type Strike } from './support/strike.ts';
import { freshSnapshot, Watcher } from './support/watcher.ts';

// What is said about a campaign changes while its board is followed.

let database: TestDatabase;
let replica: Replica;
const open: { close(): void }[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  replica = await startReplica(database.url, { timing: { poll: 1_000_000 } });
});
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});
afterAll(async () => {
  await replica.close();
  await database.drop();
});

const edit = ({ campaignId, organizer }: Strike, words: object) =>
  updateCampaign(replica.services, organizer.viewer.personId, { campaignId, ...words });

async function watch(strike: Strike, token: string | null = null): Promise<Watcher> {
  const watcher = new Watcher({ url: () => replica.url, board: strike.board, token });
  open.push(watcher);
  return watcher.start();
}

const kindsOf = ({ messages }: Watcher) =>
  messages.flatMap(({ events }) => events.map(({ kind }) => kind)).sort();

test('quick edits of the campaign reset nobody and swallow nothing', async () => {
  const strike = await startStrike(replica.services);
  const watcher = await watch(strike);
  const times = Array.from({ length: 10 }, (_each, index) => index);
  await Promise.all(
    times.flatMap((time) => [
      edit(strike, { title: `Hold the line, day ${time}` }),
      aCard(replica.services, strike),
    ]),
  );
  await until('all is told', () => watcher.revision === 20);
  expect(kindsOf(watcher)).toEqual([
    ...times.map(() => 'CAMPAIGN_UPDATED'),
    ...times.map(() => 'CARD_CREATED'),
  ]);
  expect(watcher.messages.map(({ kind }) => kind)).not.toContain('RESET');
  expect([watcher.snapshots, watcher.complaints]).toEqual([1, []]);
});

test('an edit that says the same again is no change', async () => {
  const strike = await startStrike(replica.services);
  const startsAt = new Date('2027-05-01T06:00:00Z');
  const first = await edit(strike, { title: 'One day longer', demands: ['Safe buses'], startsAt });
  const again = await edit(strike, { title: 'One day longer', demands: ['Safe buses'], startsAt });
  expect(again.revision).toBe(first.revision);
});

test('who may read it is another matter: everybody who stays starts again, and is told why', async () => {
  const strike = await startStrike(replica.services);
  const watcher = await watch(strike, strike.organizer.token);
  await edit(strike, { sensitivity: 'VETTED' });
  await until('it starts again', () => watcher.messages.some(({ kind }) => kind === 'RESET'));
  const [reset] = watcher.messages.filter(({ kind }) => kind === 'RESET');
  expect(reset).toMatchObject({ resetReason: 'RIGHTS_CHANGED' });
  // A cursor of before cannot be followed over it either.
  expect(await readLog(outsideTransactions(replica.services.orm), strike.boardId, 0)).toBe('reset');
});

test('cards that count from T-0 come along when it moves, and tell no hidden one', async () => {
  const { services } = replica;
  const strike = await startStrike(services);
  await edit(strike, { startsAt: new Date('2027-05-01T06:00:00Z') });
  const { result } = await createCard(services, strike.organizer.viewer.personId, {
    ...{ boardId: strike.boardId, title: 'Write the leaflet', deliverable: 'One page', skill: 'WRITING' },
    ...{ hours: 2, phase: 'ONGOING', sensitivity: 'PUBLIC', dueOffsetHours: 24 },
  });
  await aCard(services, strike);
  const id = toGlobalId('Card', result!.id);
  const { epoch, revision } = (await freshSnapshot(replica.url, strike.board, null))!;
  const client = await new SocketClient(replica.url).ready();
  open.push({ close: () => client.terminate() });
  const heard: Heard[] = [];
  client.subscribe(
    `subscription ($board: ID!, $after: BoardCursor!) { boardChanges(boardId: $board, after: $after) {
      kind revision cards { id dueAt } events { kind cardId cardCount } } }`,
    { board: strike.board, after: { epoch, revision } },
    (message) => heard.push(message),
  );
  const changeTo = (wanted: number) =>
    until(`revision ${wanted}`, () =>
      heard
        .map(({ payload }) => (payload as { data: { boardChanges: { revision: number } } }).data.boardChanges)
        .find((change) => change.revision === wanted),
    );
  await until('it begins', () => heard.length > 0);
  await edit(strike, { startsAt: new Date('2027-05-02T06:00:00Z') });
  const events = [{ kind: 'CAMPAIGN_UPDATED', cardId: null, cardCount: 0 }];
  const moved = { kind: 'CHANGES', events, cards: [{ id, dueAt: '2027-05-03T06:00:00.000Z' }] };
  expect(await changeTo(revision + 1)).toMatchObject(moved);
  await edit(strike, { startHidden: true });
  expect(await changeTo(revision + 2)).toMatchObject({ events, cards: [{ id, dueAt: null }] });
  await edit(strike, { story: 'They cut the night shift.' });
  expect(await changeTo(revision + 3)).toMatchObject({ events, cards: [] });
});

test('the end of a campaign brings the cards that it takes from their holders', async () => {
  const { services } = replica;
  const strike = await startStrike(services);
  const cardId = await aCard(services, strike);
  const ana = await joinAs(services, aHandle());
  await claimCard(services, ana.viewer.personId, { cardId });
  const watcher = await watch(strike);
  const id = toGlobalId('Card', cardId);
  expect(watcher.card(id)?.status).toBe('CLAIMED');
  const { campaignId } = strike;
  await closeCampaign(services, strike.organizer.viewer.personId, { campaignId, thanks: 'Thank you all' });
  await until('the card is back', () => watcher.card(id)?.status === 'OPEN');
  expect(await watcher.agrees()).toBe(true);
  expect(watcher.snapshots).toBe(1);
});

test('what the stream told, activity tells too: so a hole can be filled', async () => {
  const { services } = replica;
  const strike = await startStrike(services);
  await aCard(services, strike);
  await aCard(services, strike, { sensitivity: 'TEAM' });
  await edit(strike, { story: 'They cut the night shift.' });
  await aCard(services, strike);
  const log = await readLog(outsideTransactions(services.orm), strike.boardId, 0);
  if (log === null || log === 'reset') throw new Error('The log is there.');
  const page = { limit: 100, after: null };
  const activity = await readActivity(services.orm.em.fork(), [strike.boardId], readerOf(null), page);
  const plain = ({ revision, kind, card, cardCount }: (typeof activity)[number]) => ({
    ...{ revision, kind, card, cardCount },
  });
  expect(activity.toReversed().map(plain)).toEqual(visibleAt('PUBLIC', log).events.map(plain));
  expect(activity.map(({ kind }) => kind)).toEqual(['CARD_CREATED', 'CAMPAIGN_UPDATED', 'CARD_CREATED']);
});
