import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asNow, coordinator, everythingAboutPeople, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createOrganization } from '../organization/create-organization.ts';
import { setRole } from './set-role.ts';
import { setStanding } from './set-standing.ts';
import { updateProfile } from '../person/update-profile.ts';
import type { Viewer } from '../access/viewer.ts';
import { vouchForPerson } from './vouch-for-person.ts';

let database: TestDatabase;
let services: TestServices;
let carmen: Viewer;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  carmen = await coordinator(services, 'Carmen');
});
beforeEach(() => void (services.sent.length = 0));
afterAll(async () => {
  await services.close();
  await database.drop();
});

test('a coordinator says how far somebody is trusted, and their streams hear of it', async () => {
  const ana = await newcomer(services, 'Ana');
  for (const standing of ['LEAD', 'SUSPENDED', 'NEW'] as const) {
    services.sent.length = 0;
    await setStanding(services, carmen, { handle: '@ANA', standing, note: 'Why' });
    expect((await asNow(services, ana)).standing).toBe(standing);
    expect(services.sent).toContainEqual({ person: ana.personId });
  }
});

test('nobody else does, nor a coordinator for themselves or for nobody', async () => {
  const berta = await newcomer(services, 'Berta');
  await setStanding(services, carmen, { handle: 'Berta', standing: 'LEAD' });
  services.sent.length = 0;
  const before = await everythingAboutPeople(services);
  const refusals: [Viewer, string, string][] = [
    [berta, 'Ana', 'NOT_ALLOWED'],
    [berta, 'Berta', 'NOT_ALLOWED'],
    [carmen, 'Carmen', 'NOT_ALLOWED'],
    [carmen, 'who-is-this', 'NOT_FOUND'],
  ];
  for (const [viewer, handle, code] of refusals) {
    await expect(setStanding(services, viewer, { handle, standing: 'VETTED' })).rejects.toMatchObject({
      code,
    });
  }
  expect(await everythingAboutPeople(services)).toEqual(before);
  expect(services.sent).toEqual([]);
});

test('a suspended person changes nothing, coordinator or not', async () => {
  const dora = await coordinator(services, 'Dora');
  await setStanding(services, carmen, { handle: 'Dora', standing: 'SUSPENDED', note: 'We look into it' });
  services.sent.length = 0;
  const before = await everythingAboutPeople(services);
  // `dora` is the viewer as read before the suspension: rights are read again inside the change.
  const attempts = [
    () => setStanding(services, dora, { handle: 'Ana', standing: 'LEAD' }),
    () => vouchForPerson(services, dora, { handle: 'Ana' }),
    () => updateProfile(services, dora, { skills: [] }),
    () => createOrganization(services, dora, { name: 'Local 9', kind: 'UNION_LOCAL' }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'SUSPENDED' });
  expect(await everythingAboutPeople(services)).toEqual(before);
});

test('a member who is new cannot vouch for themselves', async () => {
  const organizationId = await createOrganization(services, carmen, { name: 'Local 8', kind: 'UNION_LOCAL' });
  const lena = await newcomer(services, 'Lena');
  await setRole(services, carmen, { organizationId, handle: 'Lena', role: 'ORGANIZER' });
  await expect(vouchForPerson(services, lena, { handle: 'Lena' })).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
  });
  expect((await asNow(services, lena)).standing).toBe('NEW');
});

const historyOf = async ({ personId }: Viewer) =>
  services.orm.em
    .fork()
    .getKysely()
    .selectFrom('standing_change')
    .select(['before', 'after', 'reason', 'note', 'by_id as by', 'card_id as card'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
const noticesOf = async ({ personId }: Viewer) =>
  services.orm.em
    .fork()
    .getKysely()
    .selectFrom('notification')
    .select('kind')
    .where('person_id', '=', personId)
    .execute();

test('every change of standing keeps its reason, and the person is told', async () => {
  const nora = await newcomer(services, 'Nora');
  await setStanding(services, carmen, {
    handle: 'Nora',
    standing: 'VETTED',
    note: '  We picketed together ',
  });
  await setStanding(services, carmen, { handle: 'Nora', standing: 'VETTED' });
  await setStanding(services, carmen, { handle: 'Nora', standing: 'SUSPENDED', note: 'We look into it' });
  expect(await historyOf(nora)).toEqual([
    {
      before: 'NEW',
      after: 'VETTED',
      reason: 'COORDINATOR',
      note: 'We picketed together',
      by: carmen.personId,
      card: null,
    },
    {
      before: 'VETTED',
      after: 'SUSPENDED',
      reason: 'COORDINATOR',
      note: 'We look into it',
      by: carmen.personId,
      card: null,
    },
  ]);
  expect(await noticesOf(nora)).toEqual([{ kind: 'STANDING_CHANGED' }, { kind: 'STANDING_CHANGED' }]);
  expect(services.sent).toContainEqual({ notify: nora.personId });
});

test('nobody is put on hold without a word why', async () => {
  const oda = await newcomer(services, 'Oda');
  for (const note of [undefined, null, ' ', 'x'.repeat(501)]) {
    await expect(
      setStanding(services, carmen, { handle: 'Oda', standing: 'SUSPENDED', note }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'note' });
  }
  expect((await asNow(services, oda)).standing).toBe('NEW');
  expect(await historyOf(oda)).toEqual([]);
});
