import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  aCard,
  aHandle,
  aPerson,
  cardNow,
  everythingOnBoards,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { asNow, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { claimCard } from '../card/claim-card.ts';
import { addComment } from '../card/comment-on-card.ts';
import { handInCard } from '../review/hand-in-card.ts';
import { readSnapshot } from '../board/read-board.ts';
import { passCraftReview, requestChanges } from '../review/review-card.ts';
import { setRole } from './set-role.ts';
import { setStanding } from './set-standing.ts';
import { readerOf, type Viewer } from '../access/viewer.ts';
import { blockPerson, unblockPerson } from './block-person.ts';
import { readCampaignsById } from '../campaign/read-campaigns.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let bela: Viewer;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
beforeEach(async () => {
  strike = await localOnStrike(services);
  bela = await newcomer(services, aHandle());
  await setStanding(services, strike.carmen, { handle: bela.handle, standing: 'VETTED' });
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const here = () => ({ campaignId: strike.campaignId, handle: bela.handle });
const block = (by: Viewer = strike.carmen) =>
  blockPerson(services, by, { ...here(), reason: 'Works for the employer' });
/** A viewer of the local, by a session of their own. */
async function withRole(role: 'ORGANIZER' | 'APPROVER' | 'MEMBER'): Promise<Viewer> {
  const viewer = await newcomer(services, aHandle());
  const { organizationId } = strike;
  await setRole(services, strike.carmen, { organizationId, handle: viewer.handle, role });
  return asNow(services, viewer);
}

const titlesFor = async (viewer: Viewer) => {
  const reader = readerOf(await asNow(services, viewer));
  const snapshot = await readSnapshot(services.orm.em.fork(), strike.boardId, reader);
  return snapshot?.cards.map(({ title }) => title).sort();
};

test('a blocked person reads as a stranger does and changes nothing; elsewhere all stays', async () => {
  const elsewhere = await localOnStrike(services);
  for (const each of [strike, elsewhere]) {
    await aCard(services, each, 'OPEN', { title: 'For all' });
    await aCard(services, each, 'OPEN', { title: 'For the vetted', sensitivity: 'VETTED' });
  }
  const { id: handedIn } = await aCard(services, strike, 'IN_REVIEW');
  expect(await titlesFor(bela)).toEqual(['For all', 'For the vetted', 'Write the leaflet']);
  await block(await withRole('ORGANIZER'));
  expect(await titlesFor(bela)).toEqual(['For all', 'Write the leaflet']);
  expect(services.sent).toContainEqual({ person: bela.personId });

  const before = await everythingOnBoards(services);
  const { id: cardId } = await cardNow(services, handedIn);
  const attempts = [
    () => claimCard(services, bela.personId, { cardId }),
    () => addComment(services, bela.personId, { cardId, text: 'But I am here' }),
    () => passCraftReview(services, bela.personId, { cardId }),
    () => handInCard(services, bela.personId, { cardId, note: 'Here', links: [] }),
  ];
  for (const attempt of attempts) expect((await refusalOf(attempt())).code).toBe('BLOCKED');
  expect(await everythingOnBoards(services)).toEqual(before);

  const open = await aCard(services, elsewhere, 'OPEN');
  await claimCard(services, bela.personId, { cardId: open.id });
});

test('what they hold there goes back at once, with the draft kept; what they hold elsewhere stays', async () => {
  const elsewhere = await localOnStrike(services);
  const mine = await aCard(services, strike, 'CLAIMED', { holder: bela.personId });
  const other = await aCard(services, elsewhere, 'CLAIMED', { holder: bela.personId });
  await block();
  expect(await cardNow(services, mine.id)).toMatchObject({
    status: 'OPEN',
    holderId: null,
    returnedHow: 'TAKEN_BACK',
  });
  expect(await cardNow(services, other.id)).toMatchObject({ status: 'CLAIMED', holderId: bela.personId });
});

test('whoever claims at the moment of the block ends without a card, whichever was first', async () => {
  for (let round = 0; round < 6; round += 1) {
    const card = await aCard(services, strike, 'OPEN');
    await Promise.allSettled([claimCard(services, bela.personId, { cardId: card.id }), block()]);
    expect((await cardNow(services, card.id)).holderId).toBeNull();
    await unblockPerson(services, strike.carmen, here());
  }
});

test('a campaign that is not public is not there for them', async () => {
  strike = await localOnStrike(services, { sensitivity: 'VETTED' });
  const { id } = await aCard(services, strike, 'OPEN', { sensitivity: 'PUBLIC', holder: strike.vetted });
  const campaignFor = async () =>
    readCampaignsById(services.orm.em.fork(), readerOf(await asNow(services, bela)), [strike.campaignId]);
  expect(await campaignFor()).toHaveLength(1);
  await block();
  expect(await campaignFor()).toEqual([]);
  // Not even the refusal tells that there is one.
  expect((await refusalOf(claimCard(services, bela.personId, { cardId: id }))).code).toBe('NOT_FOUND');
});

test('a role that comes later does not lift the block', async () => {
  await block();
  const { organizationId } = strike;
  await setRole(services, strike.carmen, { organizationId, handle: bela.handle, role: 'ORGANIZER' });
  const { id: cardId } = await aCard(services, strike, 'OPEN');
  expect((await refusalOf(claimCard(services, bela.personId, { cardId }))).code).toBe('BLOCKED');
  expect((await refusalOf(unblockPerson(services, bela, here()))).code).toBe('NOT_ALLOWED');
  await unblockPerson(services, strike.carmen, here());
  await claimCard(services, bela.personId, { cardId });
});

test('organizers and coordinators block, with a reason, and neither themselves nor their own people', async () => {
  const organizer = await withRole('ORGANIZER');
  const colleague = await withRole('MEMBER');
  const before = await everythingOnBoards(services);
  const asked = (by: Viewer, handle: string, reason = 'x') =>
    refusalOf(blockPerson(services, by, { ...here(), handle, reason }));
  const refusals: [Viewer, string, string, string][] = [
    [await asNow(services, bela), bela.handle, 'x', 'NOT_ALLOWED'],
    [organizer, bela.handle, ' ', 'INVALID_INPUT'],
    [organizer, organizer.handle, 'x', 'NOT_ALLOWED'],
    [organizer, colleague.handle, 'x', 'NOT_ALLOWED'],
    [organizer, strike.carmen.handle, 'x', 'NOT_ALLOWED'],
    [organizer, 'who-is-this', 'x', 'NOT_FOUND'],
  ];
  for (const [by, handle, reason, code] of refusals)
    expect((await asked(by, handle, reason)).code).toBe(code);
  for (const role of ['APPROVER', 'MEMBER'] as const)
    expect((await refusalOf(block(await withRole(role)))).code).toBe('NOT_ALLOWED');
  expect((await everythingOnBoards(services))['campaign_block']).toEqual(before['campaign_block']);
  // Twice is once, with the later reason.
  await block(organizer);
  await blockPerson(services, strike.carmen, { ...here(), reason: 'We are sure now' });
  const rows = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('campaign_block')
    .select('reason')
    .where('campaign_id', '=', strike.campaignId)
    .execute();
  expect(rows).toEqual([{ reason: 'We are sure now' }]);
});

test('somebody new can be blocked as well', async () => {
  const { personId } = await newcomer(services, 'Novice');
  await blockPerson(services, strike.carmen, { ...here(), handle: 'Novice', reason: 'Rude' });
  const { id: cardId } = await aCard(services, strike, 'OPEN');
  expect((await refusalOf(claimCard(services, personId, { cardId }))).code).toBe('BLOCKED');
  await claimCard(services, await aPerson(services, strike.carmen), { cardId });
});

test('work of theirs that is sent back does not come back to them', async () => {
  const { id: cardId } = await aCard(services, strike, 'IN_REVIEW', { holder: bela.personId });
  await passCraftReview(services, strike.vetted, { cardId });
  await block();
  expect((await cardNow(services, cardId)).status).toBe('IN_REVIEW');
  await requestChanges(services, strike.approver, { cardId, note: 'Shorter' });
  const now = await cardNow(services, cardId);
  expect(now).toMatchObject({ status: 'OPEN', holderId: null, craftReviewedAt: null, waitingSince: null });
  await claimCard(services, strike.vetted, { cardId });
});
