import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asNow, coordinator, everythingAboutPeople, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Viewer } from '../access/viewer.ts';
import { createOrganization } from '../organization/create-organization.ts';
import type { Role } from '../access/role.ts';
import { setRole } from './set-role.ts';

let database: TestDatabase;
let services: TestServices;
let carmen: Viewer;
let ana: Viewer;
let berta: Viewer;
let outsider: Viewer;
let organizationId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  carmen = await coordinator(services, 'Carmen');
  [ana, berta, outsider] = [
    await newcomer(services, 'Ana'),
    await newcomer(services, 'Berta'),
    await newcomer(services, 'Olga'),
  ];
});
beforeEach(async () => {
  organizationId = await createOrganization(services, carmen, { name: 'Local 555', kind: 'UNION_LOCAL' });
  await give(carmen, 'Ana', 'ORGANIZER');
  services.sent.length = 0;
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const give = (viewer: Viewer, handle: string, role: Role | null) =>
  setRole(services, viewer, { organizationId, handle, role });
const roleOf = async (viewer: Viewer) => (await asNow(services, viewer)).roles.get(organizationId);

test('an organizer brings people in, changes what they do, and lets them go', async () => {
  for (const role of ['MEMBER', 'APPROVER', 'ORGANIZER'] as const) {
    services.sent.length = 0;
    expect(await give(ana, 'berta', role)).toEqual({
      membership: { organizationId, personId: berta.personId, role },
      removal: null,
    });
    expect(await roleOf(berta)).toBe(role);
    expect(services.sent).toContainEqual({ person: berta.personId });
  }
  expect(await give(ana, 'Berta', null)).toMatchObject({
    membership: null,
    removal: expect.anything() as unknown,
  });
  expect(await roleOf(berta)).toBeUndefined();
});

test('members, approvers, organizers of another local and strangers give no roles', async () => {
  await give(ana, 'Berta', 'APPROVER');
  const elsewhere = await createOrganization(services, carmen, { name: 'Local 1', kind: 'WORKER_CENTER' });
  await setRole(services, carmen, { organizationId: elsewhere, handle: 'Olga', role: 'ORGANIZER' });
  services.sent.length = 0;
  const before = await everythingAboutPeople(services);
  for (const viewer of [berta, outsider]) {
    await expect(give(viewer, 'Olga', 'ORGANIZER')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(give(viewer, 'Ana', null)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  }
  const nowhere = setRole(services, carmen, { organizationId: randomUUID(), handle: 'Ana', role: 'MEMBER' });
  await expect(nowhere).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(give(ana, 'who-is-this', 'MEMBER')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await everythingAboutPeople(services)).toEqual(before);
  expect(services.sent).toEqual([]);
});

test('the last organizer stays, unless a coordinator says otherwise', async () => {
  for (const role of [null, 'MEMBER', 'APPROVER'] as const) {
    await expect(give(ana, 'Ana', role)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  }
  expect(await roleOf(ana)).toBe('ORGANIZER');
  await give(ana, 'Berta', 'ORGANIZER');
  await give(ana, 'Ana', null);
  expect(await roleOf(ana)).toBeUndefined();
  await give(carmen, 'Berta', null);
  expect(await roleOf(berta)).toBeUndefined();
});

test('two organizers who remove each other at once leave one of them', async () => {
  for (let round = 0; round < 20; round++) {
    await give(carmen, 'Ana', 'ORGANIZER');
    await give(carmen, 'Berta', 'ORGANIZER');
    const outcomes = await Promise.allSettled([give(ana, 'Berta', null), give(berta, 'Ana', null)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect([await roleOf(ana), await roleOf(berta)].filter(Boolean)).toEqual(['ORGANIZER']);
  }
});

test('two organizers who step down at once leave one of them', async () => {
  for (let round = 0; round < 20; round++) {
    await give(carmen, 'Ana', 'ORGANIZER');
    await give(carmen, 'Berta', 'ORGANIZER');
    const outcomes = await Promise.allSettled([give(ana, 'Ana', 'MEMBER'), give(berta, 'Berta', 'MEMBER')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  }
});

test('only a coordinator adds an organization, under a name people can read', async () => {
  const before = await everythingAboutPeople(services);
  const add = (viewer: Viewer, name: string) =>
    createOrganization(services, viewer, { name, kind: 'COALITION' });
  await expect(add(ana, 'Local 2')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  await expect(add(carmen, '   ')).rejects.toMatchObject({ field: 'name', reason: 'EMPTY' });
  await expect(add(carmen, 'x'.repeat(121))).rejects.toMatchObject({
    field: 'name',
    reason: 'TOO_LONG',
    limit: 120,
  });
  await expect(add(carmen, 'Local\u0000')).rejects.toMatchObject({
    field: 'name',
    reason: 'CONTROL_CHARACTERS',
  });
  expect(await everythingAboutPeople(services)).toEqual(before);
});
