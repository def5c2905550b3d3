import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aHandle, codeOf, type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { asNow, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { blockPerson } from '../../core/trust/block-person.ts';
import { acceptRoleLink } from './accept-role-link.ts';
import { createRoleLink, revokeRoleLink } from './create-role-link.ts';
import type { LinkRole } from './role-link.entity.ts';

let database: TestDatabase;
let services: TestServices;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

let strike: LocalOnStrike;
/** Two organizers, and somebody who has the link. */
let ana: Viewer;
let olga: Viewer;
let lou: Viewer;
beforeEach(async () => {
  strike = await localOnStrike(services);
  [ana, olga, lou] = [await somebody(), await somebody(), await somebody()];
  for (const { handle } of [ana, olga]) await give(handle, 'ORGANIZER');
  ana = await asNow(services, ana);
  await sql`delete from notification`.execute(db());
});

const db = () => services.orm.em.fork().getKysely();
const somebody = () => newcomer(services, aHandle());
const give = (handle: string, role: 'ORGANIZER' | 'APPROVER' | 'MEMBER' | null) =>
  setRole(services, strike.carmen, { organizationId: strike.organizationId, handle, role });
const roleOf = async (viewer: Viewer) =>
  (await asNow(services, viewer)).roles.get(strike.organizationId) ?? null;
const accept = (viewer: Viewer, token: string) => acceptRoleLink(services, viewer, { token });

async function aLink(
  role: LinkRole = 'ORGANIZER',
  { by = ana, days = 7, maxUses = 1 } = {},
): Promise<string> {
  const { campaignId } = strike;
  return (await createRoleLink(services, by, { campaignId, label: 'Lou, president', role, days, maxUses }))
    .token;
}

async function linkId(): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from role_link where campaign_id = ${strike.campaignId}
    order by created_at desc limit 1`.execute(db());
  return rows[0]!.id;
}

/** What was told, as "handle kind about role". */
async function told(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', person.handle, kind, about.handle, notification.role) as line from notification
    join person on person.id = person_id left join person about on about.id = about_id
    where kind in ('ROLE_CHANGED', 'ROLE_LINK_MADE') order by 1`.execute(db());
  return rows.map(({ line }) => line);
}

const organizers = async () => {
  const { rows } = await sql<{
    handle: string;
  }>`select handle from membership join person on person.id = person_id
    where organization_id = ${strike.organizationId} and role = 'ORGANIZER'`.execute(db());
  return rows.map(({ handle }) => handle);
};

describe('an invite link', () => {
  test.each(['ORGANIZER', 'APPROVER'] as const)(
    'makes one %s, once; all organizers hear of both',
    async (role) => {
      const token = await aLink(role);
      const before = await organizers();
      expect(await told()).toEqual(
        before
          .filter((handle) => handle !== ana.handle)
          .map((handle) => `${handle} ROLE_LINK_MADE ${ana.handle} ${role}`)
          .sort(),
      );
      await sql`delete from notification`.execute(db());
      expect(await accept(lou, token)).toEqual({ campaignSlug: strike.slug, role });
      expect(await roleOf(lou)).toBe(role);
      // Also whoever made the link: it may have been handed on.
      expect(await told()).toEqual(
        before.map((handle) => `${handle} ROLE_CHANGED ${lou.handle} ${role}`).sort(),
      );
      // The same person again is where they were; another finds it used.
      expect(await accept(lou, token)).toEqual({ campaignSlug: strike.slug, role });
      expect(await codeOf(accept(await somebody(), token))).toBe('LINK_INVALID');
      expect(services.sent).toContainEqual({ person: lou.personId });
    },
  );

  test('for one lets one in, of many who come at once', async () => {
    const token = await aLink();
    const crowd = await Promise.all(Array.from({ length: 6 }, somebody));
    const tries = await Promise.allSettled(crowd.map((each) => accept(each, token)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const roles = await Promise.all(crowd.map(roleOf));
    expect(roles.filter((role) => role !== null)).toEqual(['ORGANIZER']);
  });

  test('for three lets three in', async () => {
    const token = await aLink('APPROVER', { maxUses: 3 });
    const crowd = await Promise.all(Array.from({ length: 5 }, somebody));
    const tries = await Promise.allSettled(crowd.map((each) => accept(each, token)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });

  test('raises a role, and never lowers one nor is used up by who has it', async () => {
    const token = await aLink('APPROVER');
    expect((await accept(olga, token)).role).toBe('ORGANIZER');
    await give(lou.handle, 'MEMBER');
    expect((await accept(lou, token)).role).toBe('APPROVER');
    expect(await roleOf(olga)).toBe('ORGANIZER');
  });

  test('opens nothing once it ran out, was taken back, or its campaign ended', async () => {
    const [late, back, ended] = [await aLink(), await aLink(), await aLink()];
    await sql`update role_link set expires_at = clock_timestamp() where id =
      (select id from role_link where campaign_id = ${strike.campaignId} order by created_at limit 1)`.execute(
      db(),
    );
    await sql`update role_link set revoked_at = clock_timestamp() where id =
      (select id from role_link where campaign_id = ${strike.campaignId} order by created_at offset 1 limit 1)`.execute(
      db(),
    );
    await sql`update campaign set ended_at = now() where id = ${strike.campaignId}`.execute(db());
    for (const token of [late, back, ended, 'nothing']) {
      expect(await codeOf(accept(lou, token))).toBe('LINK_INVALID');
    }
    expect(await roleOf(lou)).toBeNull();
    expect(await codeOf(aLink())).toBe('WRONG_STAGE');
  });

  test('is worth what its maker may do', async () => {
    const token = await aLink();
    await give(ana.handle, 'APPROVER');
    expect(await codeOf(accept(lou, token))).toBe('LINK_INVALID');
    await give(ana.handle, 'ORGANIZER');
    await setStanding(services, strike.carmen, { handle: ana.handle, standing: 'SUSPENDED', note: 'Look' });
    expect(await codeOf(accept(lou, token))).toBe('LINK_INVALID');
  });

  test('is refused in words to the suspended, the blocked, and whose role was taken away since', async () => {
    const token = await aLink('APPROVER', { maxUses: 3 });
    await blockPerson(services, ana, { campaignId: strike.campaignId, handle: lou.handle, reason: 'Told' });
    expect(await codeOf(accept(lou, token))).toBe('BLOCKED');
    const max = await somebody();
    await setStanding(services, strike.carmen, { handle: max.handle, standing: 'SUSPENDED', note: 'Look' });
    expect(await codeOf(accept(max, token))).toBe('SUSPENDED');
    const pat = await somebody();
    await accept(pat, token);
    await give(pat.handle, null);
    expect(await codeOf(accept(pat, token))).toBe('LINK_INVALID');
    expect(await roleOf(pat)).toBeNull();
    // A link that is made after it is meant so.
    expect((await accept(pat, await aLink('APPROVER'))).role).toBe('APPROVER');
  });

  test('is taken back by any organizer, and not by somebody who only has it', async () => {
    const token = await aLink();
    const id = await linkId();
    expect(await codeOf(revokeRoleLink(services, lou, id))).toBe('NOT_ALLOWED');
    expect(await revokeRoleLink(services, olga, id)).toBe(strike.campaignId);
    expect(await codeOf(accept(lou, token))).toBe('LINK_INVALID');
  });

  test.each([
    [{ days: 0 }, 'INVALID_INPUT'],
    [{ days: 15 }, 'INVALID_INPUT'],
    [{ maxUses: 0 }, 'INVALID_INPUT'],
    [{ maxUses: 21 }, 'INVALID_INPUT'],
  ])('with %j is refused', async (wrong, code) => {
    expect(await codeOf(aLink('ORGANIZER', wrong))).toBe(code);
  });

  test('is one of ten at most; of two who make the last one, one does', async () => {
    for (let made = 0; made < 9; made += 1) await aLink();
    const tries = await Promise.allSettled([aLink(), aLink('APPROVER', { by: olga })]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await codeOf(aLink())).toBe('TOO_MANY_REQUESTS');
  });

  test('is nowhere to be read in the database', async () => {
    const token = await aLink();
    const { rows } = await sql<{ row: string }>`select role_link::text as row from role_link`.execute(db());
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});
