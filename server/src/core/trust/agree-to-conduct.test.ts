import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aCard,
  aHandle,
  cardNow,
  everythingOnBoards,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { claimCard } from '../card/claim-card.ts';
import { setRole } from './set-role.ts';
import { agreeToConduct, readAgreement } from './agree-to-conduct.ts';
import { appointCoordinator } from './appoint-coordinator.ts';
import { CONDUCT_VERSION } from '../person/conduct.ts';
import { setStanding } from './set-standing.ts';
import type { Standing } from '../access/standing.ts';
import type { Viewer } from '../access/viewer.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

async function somebody(standing: Standing): Promise<Viewer> {
  const viewer = await newcomer(services, aHandle());
  await setStanding(services, strike.carmen, { handle: viewer.handle, standing, note: 'Known' });
  return viewer;
}

const agree = (viewer: Viewer, version = CONDUCT_VERSION) => agreeToConduct(services, viewer, { version });

test('a card that is not public takes the statement first, a public one does not', async () => {
  const vera = await somebody('VETTED');
  const open = await aCard(services, strike, 'OPEN');
  const { id: cardId } = await aCard(services, strike, 'OPEN', { sensitivity: 'VETTED' });
  await claimCard(services, vera.personId, { cardId: open.id });
  const before = await everythingOnBoards(services);
  expect((await refusalOf(claimCard(services, vera.personId, { cardId }))).code).toBe('STATEMENT_NEEDED');
  expect(await everythingOnBoards(services)).toEqual(before);
  await agree(vera);
  await claimCard(services, vera.personId, { cardId });
  expect((await cardNow(services, cardId)).holderId).toBe(vera.personId);
});

test('who is late hears who was first, and not that a statement is missing', async () => {
  const vera = await somebody('VETTED');
  const { id: cardId } = await aCard(services, strike, 'CLAIMED', {
    sensitivity: 'VETTED',
    holder: strike.vetted,
  });
  const refusal = await refusalOf(claimCard(services, vera.personId, { cardId }));
  expect(refusal.code).toBe('CARD_ALREADY_CLAIMED');
});

test("a local's own people need none on its cards; coordinators do", async () => {
  const mila = await newcomer(services, aHandle());
  const { organizationId } = strike;
  await setRole(services, strike.carmen, { organizationId, handle: mila.handle, role: 'MEMBER' });
  const cora = await newcomer(services, aHandle());
  await appointCoordinator(services, cora.handle);
  const card = () => aCard(services, strike, 'OPEN', { sensitivity: 'TEAM' });
  await claimCard(services, mila.personId, { cardId: (await card()).id });
  const { id: cardId } = await card();
  expect((await refusalOf(claimCard(services, cora.personId, { cardId }))).code).toBe('STATEMENT_NEEDED');
  await agree(cora);
  await claimCard(services, cora.personId, { cardId });
});

test('an older text does not count, and only the text that stands is agreed to', async () => {
  const vera = await somebody('VETTED');
  expect(await refusalOf(agree(vera, CONDUCT_VERSION - 1))).toMatchObject({
    field: 'version',
    reason: 'UNKNOWN',
  });
  expect(await readAgreement(services, vera.personId)).toBeNull();
  await agree(vera);
  const first = await readAgreement(services, vera.personId);
  await agree(vera);
  expect(await readAgreement(services, vera.personId)).toEqual(first);
  // As it is after the text has changed.
  const db = services.orm.em.fork().getKysely();
  await db
    .updateTable('conduct_statement')
    .set({ version: CONDUCT_VERSION - 1 })
    .where('person_id', '=', vera.personId)
    .execute();
  expect(await readAgreement(services, vera.personId)).toBeNull();
  const { id: cardId } = await aCard(services, strike, 'OPEN', { sensitivity: 'VETTED' });
  expect((await refusalOf(claimCard(services, vera.personId, { cardId }))).code).toBe('STATEMENT_NEEDED');
});

test('somebody on hold agrees to nothing', async () => {
  expect((await refusalOf(agree(await somebody('SUSPENDED')))).code).toBe('SUSPENDED');
});
