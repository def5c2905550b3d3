import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { coordinator, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { claimCard } from '../card/claim-card.ts';
import { createCard } from '../card/create-card.ts';
import type { Sensitivity } from '../access/sensitivity.ts';
import { createCampaign } from '../board/create-campaign.ts';
import { createOrganization } from '../organization/create-organization.ts';
import { setRole } from './set-role.ts';
import { setStanding } from './set-standing.ts';
import type { Viewer } from '../access/viewer.ts';

let database: TestDatabase;
let services: TestServices;
let carmen: Viewer;
let ana: Viewer;
let organizationId: string;
let boardId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  carmen = await coordinator(services, 'Carmen');
  ana = await newcomer(services, 'Ana');
  organizationId = await createOrganization(services, carmen, { name: 'Local 7', kind: 'UNION_LOCAL' });
  ({ boardId } = await createCampaign(services, carmen.personId, {
    organizationId,
    slug: 'hold-the-line',
    title: 'Hold the line',
    kind: 'STRIKE',
    sensitivity: 'PUBLIC',
  }));
});
beforeEach(async () => {
  await setStanding(services, carmen, { handle: 'Ana', standing: 'VETTED' });
  await setRole(services, carmen, { organizationId, handle: 'Ana', role: 'MEMBER' });
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

/** A new card in Ana's hands. */
async function heldByAna(sensitivity: Sensitivity): Promise<string> {
  const { result } = await createCard(services, carmen.personId, {
    boardId,
    title: 'A leaflet',
    deliverable: 'One page, both sides',
    skill: 'WRITING',
    hours: 2,
    phase: 'BEFORE',
    sensitivity,
  });
  await claimCard(services, ana.personId, { cardId: result!.id });
  services.sent.length = 0;
  return result!.id;
}

async function statusOf(cardId: string) {
  const db = services.orm.em.fork().getKysely();
  return db
    .selectFrom('card')
    .select(['status', 'holder_id as holder', 'returned_how as how'])
    .where('id', '=', cardId)
    .executeTakeFirstOrThrow();
}

const held = () => ({ status: 'CLAIMED', holder: ana.personId });
const takenBack = { status: 'OPEN', holder: null, how: 'TAKEN_BACK' };

test('who is vetted no more keeps the cards anyone may read and gives back the others', async () => {
  const open = await heldByAna('PUBLIC');
  const vetted = await heldByAna('VETTED');
  await setRole(services, carmen, { organizationId, handle: 'Ana', role: null });
  expect(await statusOf(vetted)).toMatchObject(held());
  await setStanding(services, carmen, { handle: 'Ana', standing: 'NEW' });
  expect(await statusOf(open)).toMatchObject(held());
  expect(await statusOf(vetted)).toEqual(takenBack);
  expect(services.sent).toContainEqual(expect.objectContaining({ board: boardId }));
  await setStanding(services, carmen, { handle: 'Ana', standing: 'SUSPENDED', note: 'We look into it' });
  expect(await statusOf(open)).toEqual(takenBack);
});

test('who leaves the organization gives back the cards of its team', async () => {
  const team = await heldByAna('TEAM');
  await setRole(services, carmen, { organizationId, handle: 'Ana', role: 'APPROVER' });
  expect(await statusOf(team)).toMatchObject(held());
  await setRole(services, carmen, { organizationId, handle: 'Ana', role: null });
  expect(await statusOf(team)).toEqual(takenBack);
});
