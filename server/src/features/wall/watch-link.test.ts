// Before any class that type-graphql reads.
import 'reflect-metadata';
import { sql } from 'kysely';
import { parse, subscribe } from 'graphql';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { aCard, localOnStrike, type LocalOnStrike } from '../../../test/support/local-on-strike.ts';
import type { Replica } from '../../../test/live/support/replica.ts';
import { until } from '../../../test/support/until.ts';
import { blockPerson } from '../../core/trust/block-person.ts';
import { createContext } from '../../core/access/context.ts';
import { createSchema } from '../../app/schema.ts';
import { Outbox } from '../../platform/live/outbox.ts';
import { SharedMessage } from '../../platform/live/shared-message.ts';
import { setRole } from '../../core/trust/set-role.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import type { Refusal } from '../../platform/refusal/refusal.ts';
import { createWatchLink, revokeWatchLink } from './watch-link.ts';
import { HungWalls, titlesOn, WALL } from '../../../test/live/support/hung-walls.ts';

// A link for a screen: what it opens, when it ends, and who only guesses it.

let walls: HungWalls;
let replica: Replica;
let strike: LocalOnStrike;
beforeAll(async () => {
  walls = await HungWalls.open();
  ({ replica, strike } = walls);
});
afterEach(() => walls.takeDown());
afterAll(() => walls.close());

test('a wrong link, one that ran out, one taken back and one of another campaign hear the same', async () => {
  const other = await localOnStrike(replica.services);
  const [expired, revoked, elsewhere] = [await walls.aLink(), await walls.aLink(), await walls.aLink()];
  await sql`update watch_link set expires_at = clock_timestamp() where id = ${expired.id}`.execute(
    walls.db(),
  );
  await revokeWatchLink(replica.services, walls.organizer, revoked.id);
  const words = [];
  for (const asked of [
    { slug: strike.slug, token: 'x'.repeat(43) },
    { slug: strike.slug, token: '' },
    { slug: 'no-such-campaign', token: elsewhere.token },
    { ...elsewhere, slug: other.slug },
    expired,
    revoked,
  ]) {
    const { heard } = await walls.hang(asked);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'LINK_INVALID' } }] });
    words.push(JSON.stringify(heard[0]));
  }
  expect(new Set(words).size).toBe(1);
});

test('the token is nowhere but with whoever made the link', async () => {
  const { token } = await walls.aLink();
  const { rows } = await sql<{ row: string }>`select link::text as row from watch_link link`.execute(
    walls.db(),
  );
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
});

test('a link that is taken back ends its screens by the hint alone, and no others', async () => {
  const [link, other] = [await walls.aLink(), await walls.aLink()];
  const [screen, staying] = [await walls.hang(link), await walls.hang(other)];
  await revokeWatchLink(replica.services, walls.organizer, link.id);
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
      await blockPerson(replica.services, walls.organizer, {
        campaignId,
        handle: viewer.handle,
        reason: 'Told the boss',
      });
    },
  ],
])('links of an organizer who %s end with it, by the hint alone', async (_what, fall) => {
  const by = await walls.anOrganizer();
  const link = await walls.aLink({ by });
  const screen = await walls.hang(link);
  await fall(by);
  await until('the screen is told', () => screen.end());
  expect((await walls.hang(link)).heard[0]).toMatchObject({ type: 'error' });
});

test('a link ends when its time is over, and when the hint of its end was lost', async () => {
  const [short, revoked] = [await walls.aLink(), await walls.aLink()];
  const [one, two] = [await walls.hang(short, walls.deaf), await walls.hang(revoked, walls.deaf)];
  await sql`update watch_link set expires_at = clock_timestamp() where id = ${short.id}`.execute(walls.db());
  await until('the screen is told', () => one.end());
  await revokeWatchLink(replica.services, walls.organizer, revoked.id);
  await until('the other is told', () => two.end());
});

test('one campaign has only so many links that open', async () => {
  const made = await Promise.allSettled(Array.from({ length: 22 }, () => walls.aLink()));
  const refused = made.flatMap((each) => (each.status === 'rejected' ? [each.reason as Refusal] : []));
  expect(refused.map(({ code }) => code)).toEqual(['TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS']);
  await expect(
    createWatchLink(replica.services, walls.organizer, {
      ...{ campaignId: strike.campaignId, label: 'Forever', hours: 169, sensitivity: 'PUBLIC' },
      ...{ showsHandles: false, showsThanks: false },
    }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'hours', limit: 168 });
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
