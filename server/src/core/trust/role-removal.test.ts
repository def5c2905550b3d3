import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aHandle, codeOf, type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { asNow, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Role } from '../access/role.ts';
import type { Viewer } from '../access/viewer.ts';
import { blockPerson } from './block-person.ts';
import { undoRoleRemoval } from './role-removal.ts';
import { setRole } from './set-role.ts';
import { vouchForPerson } from './vouch-for-person.ts';

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
let ana: Viewer;
let olga: Viewer;
let lou: Viewer;
beforeEach(async () => {
  strike = await localOnStrike(services);
  [ana, olga, lou] = [await somebody(), await somebody(), await somebody()];
  for (const { handle } of [ana, olga]) await give(strike.carmen, handle, 'ORGANIZER');
  await give(strike.carmen, lou.handle, 'APPROVER');
});

const db = () => services.orm.em.fork().getKysely();
const somebody = () => newcomer(services, aHandle());
const give = (viewer: Viewer, handle: string, role: Role | null) =>
  setRole(services, viewer, { organizationId: strike.organizationId, handle, role });
const roleOf = async (viewer: Viewer) =>
  (await asNow(services, viewer)).roles.get(strike.organizationId) ?? null;

async function removed(viewer = ana, who = lou): Promise<string> {
  const { removal } = await give(viewer, who.handle, null);
  return removal!.id;
}

test('whoever took a role away gives it back as it was, once, and those who were told of the one hear of the other', async () => {
  const id = await removed();
  expect(await roleOf(lou)).toBeNull();
  await sql`delete from notification`.execute(db());
  expect(await undoRoleRemoval(services, ana, id)).toMatchObject({ role: 'APPROVER' });
  expect(await roleOf(lou)).toBe('APPROVER');
  const { rows } = await sql<{
    handle: string;
  }>`select handle from notification join person on person.id = person_id
    where about_id = ${lou.personId} and role = 'APPROVER'`.execute(db());
  const handles = rows.map(({ handle }) => handle);
  expect(handles).toEqual(expect.arrayContaining([olga.handle, lou.handle]));
  expect(handles).not.toContain(ana.handle);
  expect(await codeOf(undoRoleRemoval(services, ana, id))).toBe('WRONG_STAGE');
  const { rows: given } = await sql<{ by: string }>`select given_by_id as by from membership
    where person_id = ${lou.personId}`.execute(db());
  expect(given[0]!.by).toBe(strike.coordinator);
});

test('nobody else does, not even another organizer, and not after a minute', async () => {
  const id = await removed();
  for (const viewer of [olga, lou, strike.carmen]) {
    expect(await codeOf(undoRoleRemoval(services, viewer, id))).toBe('NOT_FOUND');
  }
  await sql`update role_removal set at = at - interval '61 seconds' where id = ${id}`.execute(db());
  expect(await codeOf(undoRoleRemoval(services, ana, id))).toBe('WRONG_STAGE');
  expect(await roleOf(lou)).toBeNull();
});

test('nor who may not give roles any more, nor for whom is blocked or has another role meanwhile', async () => {
  const id = await removed();
  await give(strike.carmen, ana.handle, 'APPROVER');
  expect(await codeOf(undoRoleRemoval(services, ana, id))).toBe('NOT_ALLOWED');
  await give(strike.carmen, ana.handle, 'ORGANIZER');
  await give(olga, lou.handle, 'MEMBER');
  expect(await codeOf(undoRoleRemoval(services, ana, id))).toBe('WRONG_STAGE');
  expect(await roleOf(lou)).toBe('MEMBER');
  const again = await removed();
  const { campaignId } = strike;
  await blockPerson(services, await asNow(services, olga), {
    campaignId,
    handle: lou.handle,
    reason: 'Told',
  });
  expect(await codeOf(undoRoleRemoval(services, ana, again))).toBe('NOT_ALLOWED');
  expect(await roleOf(lou)).toBeNull();
});

test('not over the head of whoever took the role away again', async () => {
  const id = await removed();
  await undoRoleRemoval(services, ana, id);
  await removed(olga);
  expect(await codeOf(undoRoleRemoval(services, ana, id))).toBe('WRONG_STAGE');
  await give(olga, lou.handle, 'APPROVER');
  const second = await removed();
  await give(olga, lou.handle, 'APPROVER');
  await removed(olga);
  expect(await codeOf(undoRoleRemoval(services, ana, second))).toBe('WRONG_STAGE');
  expect(await roleOf(lou)).toBeNull();
});

test('whoever removed themselves by mistake comes back', async () => {
  const id = await removed(ana, ana);
  expect(await roleOf(ana)).toBeNull();
  await undoRoleRemoval(services, ana, id);
  expect(await roleOf(ana)).toBe('ORGANIZER');
});

test('of two undos at once one counts', async () => {
  const id = await removed();
  const tries = await Promise.allSettled([1, 2].map(() => undoRoleRemoval(services, ana, id)));
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('their word for others stands again, but for whom another vouches by now', async () => {
  const [one, two] = [await somebody(), await somebody()];
  const { organizationId } = strike;
  const louNow = await asNow(services, lou);
  for (const { handle } of [one, two]) {
    await vouchForPerson(services, louNow, { handle, organizationId, note: 'A friend' });
  }
  const id = await removed();
  expect((await asNow(services, one)).vouches.size).toBe(0);
  await vouchForPerson(services, await asNow(services, olga), { handle: two.handle, organizationId });
  await undoRoleRemoval(services, ana, id);
  for (const each of [one, two]) {
    expect((await asNow(services, each)).vouches).toEqual(new Set([organizationId]));
  }
});

test('of a role that nobody had there is nothing to undo', async () => {
  const nobody = await somebody();
  expect(await give(ana, nobody.handle, null)).toEqual({ membership: null, removal: null });
});
