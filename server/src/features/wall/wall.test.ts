// Before any class that type-graphql reads.
import 'reflect-metadata';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { aCard, localOnStrike, type LocalOnStrike } from '../../../test/support/local-on-strike.ts';
import type { Replica } from '../../../test/live/support/replica.ts';
import { type Heard, SocketClient } from '../../../test/live/support/socket-client.ts';
import { until } from '../../../test/support/until.ts';
import { claimCard } from '../../core/card/claim-card.ts';
import type { Sensitivity } from '../../core/access/sensitivity.ts';
import { updateCampaign } from '../../core/board/update-campaign.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { readWall } from './read-wall.ts';
import { HungWalls, titlesOn } from '../../../test/live/support/hung-walls.ts';

// What a wall shows, to whom, and how it keeps up.

let walls: HungWalls;
let replica: Replica;
let strike: LocalOnStrike;
beforeAll(async () => {
  walls = await HungWalls.open();
  ({ replica, strike } = walls);
});
afterEach(() => walls.takeDown());
afterAll(() => walls.close());

test('a link shows the wall of a campaign that is not public, to nobody in particular, and follows it', async () => {
  const link = await walls.aLink();
  const screen = await walls.hang(link);
  expect(screen.latest()).toMatchObject({ campaignTitle: 'Hold the line', startsAt: null });
  const { id } = await aCard(replica.services, strike, 'OPEN', { title: 'Paint the banner' });
  await until('the card is on the wall', () => titlesOn(screen.latest()).includes('Paint the banner'));
  await claimCard(replica.services, strike.organizer, { cardId: id });
  await until('it moved', () =>
    screen.latest().columns[1]!.cards.some(({ title }) => title === 'Paint the banner'),
  );
  await updateCampaign(replica.services, strike.organizer, {
    campaignId: strike.campaignId,
    title: 'Hold on',
  });
  await until('the new title', () => screen.latest().campaignTitle === 'Hold on');
  await updateCampaign(replica.services, strike.organizer, {
    ...{ campaignId: strike.campaignId, title: 'Hold the line' },
  });
});

/** What a wall with cards of every sensitivity must not show to its link. */
async function leaks(
  view: { sensitivity: Sensitivity; showsHandles: boolean; showsThanks: boolean },
  seen: string,
) {
  const wide = {
    boardId: strike.boardId,
    sensitivity: 'TEAM',
    showsHandles: true,
    showsThanks: true,
  } as const;
  const all = (await readWall(replica.services.orm.em.fork(), wide))!;
  const levels = ['PUBLIC', 'VETTED', 'TEAM'] as const;
  const hidden = levels.slice(levels.indexOf(view.sensitivity) + 1).map((level) => `Secret of ${level}`);
  const handles = all.columns.flatMap(({ cards }) => cards.flatMap(({ handle }) => handle ?? []));
  expect(handles).not.toEqual([]);
  return [
    ...hidden,
    ...(view.showsHandles ? [] : handles),
    ...(view.showsThanks ? [] : ['You have my thanks']),
  ].filter((text) => seen.includes(text));
}

test('no card beyond the link, no draft, no T-0 and no name is on a wall unless it was switched on', async () => {
  const { services } = replica;
  for (const sensitivity of ['PUBLIC', 'VETTED', 'TEAM'] as const) {
    const holder = sensitivity === 'TEAM' ? strike.coordinator : strike.member;
    for (const status of ['DRAFT', 'OPEN', 'DONE', 'CANCELLED'] as const) {
      const title = `${/DRAFT|CANCELLED/.test(status) ? 'Put away' : 'Secret of'} ${sensitivity}`;
      const { id } = await aCard(services, strike, status, {
        title,
        sensitivity,
        holder: status === 'DONE' && sensitivity === 'TEAM' ? strike.member : holder,
      });
      await sql`update card set thanks = 'You have my thanks' where id = ${id} and status = 'DONE'`.execute(
        walls.db(),
      );
    }
  }
  for (const sensitivity of ['PUBLIC', 'VETTED', 'TEAM'] as const) {
    for (const [showsHandles, showsThanks] of [
      [false, false],
      [true, false],
      [false, true],
    ] as const) {
      const view = { sensitivity, showsHandles, showsThanks };
      const screen = await walls.hang(await walls.aLink(view));
      const seen = JSON.stringify(screen.heard);
      expect(await leaks(view, seen)).toEqual([]);
      expect(seen).toContain(`Secret of ${sensitivity}`);
      expect(seen).not.toContain('Put away');
      expect(seen.includes('You have my thanks')).toBe(showsThanks);
      expect(screen.latest().startsAt !== null).toBe(sensitivity === 'TEAM');
    }
  }
});

test('a wall that forgets its link is found', async () => {
  const wide = {
    boardId: strike.boardId,
    sensitivity: 'TEAM',
    showsHandles: true,
    showsThanks: true,
  } as const;
  const seen = JSON.stringify(await readWall(replica.services.orm.em.fork(), wide));
  const narrow = { sensitivity: 'PUBLIC', showsHandles: false, showsThanks: false } as const;
  expect((await leaks(narrow, seen)).length).toBeGreaterThan(3);
});

test('a screen that hears no hint finds changes by looking', async () => {
  const screen = await walls.hang(await walls.aLink(), walls.deaf);
  await aCard(replica.services, strike, 'OPEN', { title: 'Found by looking' });
  await until('the card', () => titlesOn(screen.latest()).includes('Found by looking'));
});

test('screens of one view share what is executed, by whichever link they show', async () => {
  const links = [await walls.aLink(), await walls.aLink(), await walls.aLink()];
  const screens = await Promise.all(
    Array.from({ length: 12 }, (_each, index) => walls.hang(links[index % 3]!)),
  );
  expect(replica.live.walls.cohortCount).toBe(1);
  await until('all are up to date', () => new Set(screens.map(({ latest }) => latest().revision)).size === 1);
  const before = replica.executions();
  const told = screens.map(({ heard }) => heard.length);
  await aCard(replica.services, strike, 'OPEN', { title: 'Shared by all' });
  await until('all have it', () =>
    screens.every(({ latest }) => titlesOn(latest()).includes('Shared by all')),
  );
  expect(replica.executions() - before).toBe(
    Math.max(...screens.map(({ heard }, index) => heard.length - told[index]!)),
  );
  const wide = await walls.hang(await walls.aLink({ sensitivity: 'TEAM' }));
  expect(wide.end()).toBeUndefined();
  expect(replica.live.walls.cohortCount).toBe(2);
  for (const client of walls.clients.splice(0)) client.terminate();
  await until('nothing is left', () => replica.live.walls.cohortCount === 0);
});

test('a screen is not among those who are there', async () => {
  await walls.hang(await walls.aLink());
  const client = await new SocketClient(replica.url).ready();
  walls.clients.push(client);
  const open = await localOnStrike(replica.services);
  await walls.hang({ slug: open.slug });
  const heard: Heard[] = [];
  client.subscribe(
    'subscription ($b: ID!) { boardPresence(boardId: $b) { count } }',
    { b: toGlobalId('Board', open.boardId) },
    (each) => heard.push(each),
  );
  const first = await until('a count', () => heard[0]);
  expect(first).toMatchObject({ type: 'next', payload: { data: { boardPresence: { count: 0 } } } });
});

test('without a link whoever may read the campaign sees what anyone may read, until they may not', async () => {
  const { services } = replica;
  const open = await localOnStrike(services, { startsAt: new Date('2026-11-20T06:00:00Z') });
  await aCard(services, open, 'DONE', { title: 'Done for all' });
  await aCard(services, open, 'OPEN', { title: 'Only for us', sensitivity: 'TEAM' });
  const nobody = await walls.hang({ slug: open.slug });
  expect(titlesOn(nobody.latest())).toEqual(['Done for all']);
  expect(nobody.latest().startsAt).toBe('2026-11-20T06:00:00.000Z');
  expect(nobody.latest().thanks).toEqual([]);
  expect(nobody.latest().columns[3]!.cards[0]!.handle).toBeNull();
  await updateCampaign(services, open.organizer, { campaignId: open.campaignId, sensitivity: 'TEAM' });
  const end = await until('nobody is told', () => nobody.end());
  expect(end).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'NOT_FOUND' } }] });
  const [there, none] = [
    await walls.hang({ slug: open.slug }),
    await walls.hang({ slug: 'no-such-campaign' }),
  ];
  expect(JSON.stringify(there.heard)).toBe(JSON.stringify(none.heard));
});
