// Before any class that type-graphql reads.
import 'reflect-metadata';
import { sql } from 'kysely';
import { subscribe, parse } from 'graphql';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { aCard, aHandle, type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { faultyBus } from '../../../test/live/support/faulty-bus.ts';
import { type Replica, startReplica } from '../../../test/live/support/replica.ts';
import { type Heard, SocketClient } from '../../../test/live/support/socket-client.ts';
import { asNow, newcomer } from '../../../test/support/people.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { until } from '../../../test/support/until.ts';
import { claimCard } from '../../core/card/claim-card.ts';
import type { Sensitivity } from '../../core/access/sensitivity.ts';
import { blockPerson } from '../../core/trust/block-person.ts';
import { updateCampaign } from '../../core/board/update-campaign.ts';
import { createContext } from '../../core/access/context.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { createSchema } from '../../app/schema.ts';
import { Outbox } from '../../platform/live/outbox.ts';
import { SharedMessage } from '../../platform/live/shared-message.ts';
import { setRole } from '../../core/trust/set-role.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import type { Refusal } from '../../platform/refusal/refusal.ts';
import { readWall } from './read-wall.ts';
import { createWatchLink, revokeWatchLink } from './watch-link.ts';

let database: TestDatabase;
/** Hears hints; its own checks and polls come too late to help. */
let replica: Replica;
/** Looks every moment, and hears no hint. */
let deaf: Replica;
let strike: LocalOnStrike;
let organizer: Viewer;
const clients: SocketClient[] = [];

const NEVER = 1_000_000;

beforeAll(async () => {
  database = await createTestDatabase();
  replica = await startReplica(database.url, {
    timing: { poll: NEVER, rights: NEVER, heartbeat: NEVER, wallPause: 20 },
  });
  deaf = await startReplica(database.url, {
    timing: { poll: 50, rights: 50, heartbeat: 50, wallPause: 20 },
    bus: (bus) => faultyBus(bus, () => 'lost'),
  });
  strike = await localOnStrike(replica.services, {
    sensitivity: 'TEAM',
    startHidden: true,
    startsAt: new Date('2026-11-20T06:00:00Z'),
  });
  organizer = await anOrganizer();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.terminate();
  await sql`delete from watch_link`.execute(db());
});
afterAll(async () => {
  await replica.close();
  await deaf.close();
  await database.drop();
});

/** Somebody new who runs the strike. */
async function anOrganizer(): Promise<Viewer> {
  const viewer = await newcomer(replica.services, aHandle());
  await setRole(replica.services, strike.carmen, {
    ...{ organizationId: strike.organizationId, handle: viewer.handle, role: 'ORGANIZER' },
  });
  return asNow(replica.services, viewer);
}

interface Made {
  token: string;
  slug: string;
  id: string;
}

async function aLink(
  more: { by?: Viewer; sensitivity?: Sensitivity; showsHandles?: boolean; showsThanks?: boolean } = {},
  campaignId = strike.campaignId,
): Promise<Made> {
  const { by = organizer, ...chosen } = more;
  const label = aHandle();
  const made = await createWatchLink(replica.services, by, {
    ...{ campaignId, label, hours: 12, sensitivity: 'PUBLIC', showsHandles: false, showsThanks: false },
    ...chosen,
  });
  const { id } = await db()
    .selectFrom('watch_link')
    .select('id')
    .where('label', '=', label)
    .executeTakeFirstOrThrow();
  return { ...made, id };
}

const db = () => replica.services.orm.em.fork().getKysely();

interface SeenWall {
  revision: number;
  campaignTitle: string;
  startsAt: string | null;
  columns: { status: string; count: number; cards: { title: string; handle: string | null }[] }[];
  thanks: { text: string; cardTitle: string }[];
}

const WALL = `subscription Wall($slug: String!, $token: String) { wallChanges(slug: $slug, token: $token) { at wall {
  revision campaignTitle organizationName kind timeZone startsAt endedAt hoursGiven
  columns { status count cards { number title since handle } } thanks { text cardTitle at } } } }`;

/** A screen, and everything it heard. */
async function hang(
  { slug, token }: { slug: string; token?: string | null },
  at = replica,
  session?: string,
) {
  const client = await new SocketClient(at.url, { token: session ?? null }).ready();
  clients.push(client);
  const heard: Heard[] = [];
  const stop = client.subscribe(WALL, { slug, token }, (each) => heard.push(each));
  await until('the first word', () => heard.length > 0);
  const walls = () =>
    heard.flatMap(({ type, payload }) => {
      const wall =
        type === 'next' &&
        (payload as { data: { wallChanges: { wall: SeenWall | null } } }).data.wallChanges.wall;
      return wall ? [wall] : [];
    });
  const end = () => heard.find(({ type }) => type !== 'next');
  return { heard, walls, end, stop, latest: () => walls().at(-1)! };
}

const titlesOn = (wall: SeenWall) => wall.columns.flatMap(({ cards }) => cards.map(({ title }) => title));

test('a link shows the wall of a campaign that is not public, to nobody in particular, and follows it', async () => {
  const link = await aLink();
  const screen = await hang(link);
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
        db(),
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
      const screen = await hang(await aLink(view));
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

test('a wrong link, one that ran out, one taken back and one of another campaign hear the same', async () => {
  const other = await localOnStrike(replica.services);
  const [expired, revoked, elsewhere] = [await aLink(), await aLink(), await aLink()];
  await sql`update watch_link set expires_at = clock_timestamp() where id = ${expired.id}`.execute(db());
  await revokeWatchLink(replica.services, organizer, revoked.id);
  const words = [];
  for (const asked of [
    { slug: strike.slug, token: 'x'.repeat(43) },
    { slug: strike.slug, token: '' },
    { slug: 'no-such-campaign', token: elsewhere.token },
    { ...elsewhere, slug: other.slug },
    expired,
    revoked,
  ]) {
    const { heard } = await hang(asked);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'LINK_INVALID' } }] });
    words.push(JSON.stringify(heard[0]));
  }
  expect(new Set(words).size).toBe(1);
});

test('the token is nowhere but with whoever made the link', async () => {
  const { token } = await aLink();
  const { rows } = await sql<{ row: string }>`select link::text as row from watch_link link`.execute(db());
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
});

test('a link that is taken back ends its screens by the hint alone, and no others', async () => {
  const [link, other] = [await aLink(), await aLink()];
  const [screen, staying] = [await hang(link), await hang(other)];
  await revokeWatchLink(replica.services, organizer, link.id);
  const end = await until('the screen is told', () => screen.end());
  expect(end).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'LINK_INVALID' } }] });
  const told = screen.heard.length;
  await aCard(replica.services, strike, 'OPEN', { title: 'After the end' });
  await until('the other screen goes on', () => titlesOn(staying.latest()).includes('After the end'));
  expect(screen.heard).toHaveLength(told);
  expect(staying.end()).toBeUndefined();
});

test.each([
  [
    'loses the role',
    (viewer: Viewer) =>
      setRole(replica.services, strike.carmen, {
        organizationId: strike.organizationId,
        handle: viewer.handle,
        role: 'MEMBER',
      }),
  ],
  [
    'is blocked',
    async (viewer: Viewer) => {
      await setRole(replica.services, strike.carmen, {
        organizationId: strike.organizationId,
        handle: viewer.handle,
        role: null,
      });
      const { campaignId } = strike;
      await blockPerson(replica.services, organizer, {
        campaignId,
        handle: viewer.handle,
        reason: 'Told the boss',
      });
    },
  ],
])('links of an organizer who %s end with it, by the hint alone', async (_what, fall) => {
  const by = await anOrganizer();
  const link = await aLink({ by });
  const screen = await hang(link);
  await fall(by);
  await until('the screen is told', () => screen.end());
  expect((await hang(link)).heard[0]).toMatchObject({ type: 'error' });
});

test('a link ends when its time is over, and when the hint of its end was lost', async () => {
  const [short, revoked] = [await aLink(), await aLink()];
  const [one, two] = [await hang(short, deaf), await hang(revoked, deaf)];
  await sql`update watch_link set expires_at = clock_timestamp() where id = ${short.id}`.execute(db());
  await until('the screen is told', () => one.end());
  await revokeWatchLink(replica.services, organizer, revoked.id);
  await until('the other is told', () => two.end());
});

test('a screen that hears no hint finds changes by looking', async () => {
  const screen = await hang(await aLink(), deaf);
  await aCard(replica.services, strike, 'OPEN', { title: 'Found by looking' });
  await until('the card', () => titlesOn(screen.latest()).includes('Found by looking'));
});

test('one campaign has only so many links that open', async () => {
  const made = await Promise.allSettled(Array.from({ length: 22 }, () => aLink()));
  const refused = made.flatMap((each) => (each.status === 'rejected' ? [each.reason as Refusal] : []));
  expect(refused.map(({ code }) => code)).toEqual(['TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS']);
  await expect(
    createWatchLink(replica.services, organizer, {
      ...{ campaignId: strike.campaignId, label: 'Forever', hours: 169, sensitivity: 'PUBLIC' },
      ...{ showsHandles: false, showsThanks: false },
    }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'hours', limit: 168 });
});

test('screens of one view share what is executed, by whichever link they show', async () => {
  const links = [await aLink(), await aLink(), await aLink()];
  const screens = await Promise.all(Array.from({ length: 12 }, (_each, index) => hang(links[index % 3]!)));
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
  const wide = await hang(await aLink({ sensitivity: 'TEAM' }));
  expect(wide.end()).toBeUndefined();
  expect(replica.live.walls.cohortCount).toBe(2);
  for (const client of clients.splice(0)) client.terminate();
  await until('nothing is left', () => replica.live.walls.cohortCount === 0);
});

test('a screen is not among those who are there', async () => {
  await hang(await aLink());
  const client = await new SocketClient(replica.url).ready();
  clients.push(client);
  const open = await localOnStrike(replica.services);
  await hang({ slug: open.slug });
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
  const nobody = await hang({ slug: open.slug });
  expect(titlesOn(nobody.latest())).toEqual(['Done for all']);
  expect(nobody.latest().startsAt).toBe('2026-11-20T06:00:00.000Z');
  expect(nobody.latest().thanks).toEqual([]);
  expect(nobody.latest().columns[3]!.cards[0]!.handle).toBeNull();
  await updateCampaign(services, open.organizer, { campaignId: open.campaignId, sensitivity: 'TEAM' });
  const end = await until('nobody is told', () => nobody.end());
  expect(end).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'NOT_FOUND' } }] });
  const [there, none] = [await hang({ slug: open.slug }), await hang({ slug: 'no-such-campaign' })];
  expect(JSON.stringify(there.heard)).toBe(JSON.stringify(none.heard));
});

test('whoever tries many links from one address is slowed down', async () => {
  const schema = await createSchema();
  const { services, live } = replica;
  const line = live.lines.open(null, { sessionEnded: () => undefined });
  const outbox = new Outbox({ next: () => undefined, complete: () => undefined, fail: () => undefined });
  const audience = { key: '', render: async () => new SharedMessage({}) };
  const codes: unknown[] = [];
  for (let guess = 0; guess < 70; guess += 1) {
    const contextValue = {
      ...createContext(services, { viewer: null, requestId: 'test' }),
      ...{ live, subscriber: { line, audience, outbox, address: '203.0.113.7' } },
    };
    const variableValues = { slug: strike.slug, token: `guess-${guess}` };
    const result = await subscribe({ schema, document: parse(WALL), variableValues, contextValue });
    const [error] = ('errors' in result && result.errors) || [];
    codes.push((error?.originalError as { code?: string } | undefined)?.code);
  }
  expect(codes[0]).toBe('LINK_INVALID');
  expect(codes.at(-1)).toBe('TOO_MANY_REQUESTS');
});
