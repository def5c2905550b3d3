import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  aCard,
  cardNow,
  everythingOnBoards,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { claimCard } from '../card/claim-card.ts';
import { createApprovalLink } from './approval-link.ts';
import { approveByLink, openApprovalLink, requestChangesByLink } from './approve-by-link.ts';
import { correctHandIn } from './correct-hand-in.ts';
import { handInCard } from './hand-in-card.ts';
import { readWork } from './read-work.ts';
import { approveCard, passCraftReview, requestChanges } from './review-card.ts';
import { withdrawHandIn } from './withdraw-hand-in.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
beforeEach(async () => {
  strike = await localOnStrike(services, { settings: { craftReviewRequired: false } });
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const workOf = async (cardId: string, viewer = strike.volunteer) =>
  (await readWork(services.orm.em.fork(), [cardId], viewer)).get(cardId)!;
const pendingOf = async (cardId: string) =>
  (await workOf(cardId)).handIns.find(({ outcome }) => outcome === 'PENDING')!.id;
const nobody = { viewerId: null };

/** Work of the volunteer in review, corrected by `note`. */
async function corrected(cardId: string, note = 'Here it is, without the typo') {
  return correctHandIn(services, strike.volunteer, {
    ...{ cardId, handInId: await pendingOf(cardId), note, links: [] },
  });
}

test('other work takes the place of what was handed in; the words before stay in the record', async () => {
  const { id: cardId, waitingSince } = await aCard(services, strike, 'IN_REVIEW');
  await corrected(cardId);
  const { handIns } = await workOf(cardId);
  expect(handIns.map(({ note, outcome }) => [note, outcome])).toEqual([
    ['Here it is, without the typo', 'PENDING'],
    ['Here it is', 'REPLACED'],
  ]);
  // Who is waited for is not given more time by it.
  expect((await cardNow(services, cardId)).waitingSince).toEqual(waitingSince);
  const before = await everythingOnBoards(services);
  await corrected(cardId);
  expect(await everythingOnBoards(services)).toEqual(before);
});

test('what was read of it is named: two devices of one person do not undo each other', async () => {
  const { id: cardId } = await aCard(services, strike, 'IN_REVIEW');
  const handInId = await pendingOf(cardId);
  await corrected(cardId);
  const before = await everythingOnBoards(services);
  const late = { cardId, handInId, note: 'From the other phone', links: [] };
  expect((await refusalOf(correctHandIn(services, strike.volunteer, late))).code).toBe('STALE_WORK');
  expect(await everythingOnBoards(services)).toEqual(before);
});

test('once somebody has looked at the craft, it is neither corrected nor withdrawn', async () => {
  strike = await localOnStrike(services);
  const { id: cardId } = await aCard(services, strike, 'IN_REVIEW');
  await passCraftReview(services, strike.vetted, { cardId });
  const before = await everythingOnBoards(services);
  expect((await refusalOf(corrected(cardId))).code).toBe('WRONG_STAGE');
  expect((await refusalOf(withdrawHandIn(services, strike.volunteer, { cardId }))).code).toBe('WRONG_STAGE');
  expect(await everythingOnBoards(services)).toEqual(before);
});

test('nobody says yes, or anything else, to words they have not read', async () => {
  const { id: cardId } = await aCard(services, strike, 'IN_REVIEW');
  const seen = { cardId, handInId: await pendingOf(cardId) };
  await corrected(cardId);
  const before = await everythingOnBoards(services);
  const decisions = [
    () => approveCard(services, strike.approver, { ...seen, thanks: 'Thank you' }),
    () => requestChanges(services, strike.approver, { ...seen, note: 'Shorter' }),
    () => passCraftReview(services, strike.vetted, seen),
    () => approveCard(services, strike.approver, { cardId, handInId: randomUUID(), thanks: 'Thank you' }),
  ];
  for (const decision of decisions) expect((await refusalOf(decision())).code).toBe('STALE_WORK');
  expect(await everythingOnBoards(services)).toEqual(before);
  const newest = { cardId, handInId: await pendingOf(cardId) };
  await approveCard(services, strike.approver, { ...newest, thanks: 'Thank you' });
});

test('a link shows the newest, and its yes is to what was shown', async () => {
  const { id: cardId } = await aCard(services, strike, 'IN_REVIEW');
  const { token } = await createApprovalLink(services, strike.organizer, { cardId, label: 'Lou' });
  const em = services.orm.em.fork();
  const first = await openApprovalLink(em, token);
  await corrected(cardId);
  const before = await everythingOnBoards(services);
  const yes = (handInId?: string) =>
    approveByLink(services, { ...nobody, token, handInId, thanks: 'Thank you' });
  const no = (handInId?: string) =>
    requestChangesByLink(services, { ...nobody, token, handInId, note: 'Shorter' });
  // Older pages name nothing: they have seen what there was when the link was made.
  for (const decision of [() => yes(first.handInId), () => no(first.handInId), () => yes(), () => no()])
    expect((await refusalOf(decision())).code).toBe('STALE_WORK');
  expect(await everythingOnBoards(services)).toEqual(before);
  const newest = await openApprovalLink(em, token);
  expect(newest.note).toBe('Here it is, without the typo');
  await yes(newest.handInId);
  expect((await cardNow(services, cardId)).status).toBe('DONE');
});

test('withdrawn work is the draft of whoever holds the card again, and its links say so', async () => {
  const { id: cardId, leaseHours } = await aCard(services, strike, 'IN_REVIEW');
  const { token } = await createApprovalLink(services, strike.organizer, { cardId, label: 'Lou' });
  const { result } = await withdrawHandIn(services, strike.volunteer, { cardId });
  expect(result).toMatchObject({ status: 'CLAIMED', holderId: strike.volunteer, waitingSince: null });
  const lease = result!.leaseExpiresAt!.getTime() - result!.claimedAt!.getTime();
  expect(lease / 3_600_000).toBeCloseTo(leaseHours, 2);
  const { handIns, drafts } = await workOf(cardId);
  expect(handIns).toMatchObject([{ outcome: 'WITHDRAWN', note: 'Here it is' }]);
  expect(drafts).toMatchObject([{ note: 'Here it is', keptAt: null }]);
  // A draft is its author's alone.
  expect((await workOf(cardId, strike.organizer)).drafts).toEqual([]);
  expect(await refusalOf(openApprovalLink(services.orm.em.fork(), token))).toMatchObject({
    problem: 'WITHDRAWN',
  });
  await handInCard(services, strike.volunteer, { cardId, note: 'Now', links: [] });
  expect(await refusalOf(approveByLink(services, { ...nobody, token, thanks: 'Yes' }))).toMatchObject({
    problem: 'REVOKED',
  });
});

test('handing in and taking back holds no card for good, and no more cards than one may', async () => {
  const { id: cardId } = await aCard(services, strike, 'IN_REVIEW');
  const withdraw = () => withdrawHandIn(services, strike.volunteer, { cardId });
  for (let time = 0; time < 3; time += 1) {
    await withdraw();
    await handInCard(services, strike.volunteer, { cardId, note: `Again ${time}`, links: [] });
  }
  expect((await refusalOf(withdraw())).code).toBe('NOT_ALLOWED');

  strike = await localOnStrike(services, { settings: { craftReviewRequired: false, newcomerClaimLimit: 1 } });
  const { id: given } = await aCard(services, strike, 'IN_REVIEW');
  const { id: other } = await aCard(services, strike);
  await claimCard(services, strike.volunteer, { cardId: other });
  const before = await everythingOnBoards(services);
  const more = withdrawHandIn(services, strike.volunteer, { cardId: given });
  expect((await refusalOf(more)).code).toBe('CLAIM_LIMIT_REACHED');
  expect(await everythingOnBoards(services)).toEqual(before);
});

test.each(['correct', 'withdraw'] as const)(
  'of a yes and a wish to %s at once, one is done',
  async (wish) => {
    for (let round = 0; round < 6; round += 1) {
      const { id: cardId } = await aCard(services, strike, 'IN_REVIEW');
      const seen = { cardId, handInId: await pendingOf(cardId) };
      const own =
        wish === 'correct'
          ? correctHandIn(services, strike.volunteer, { ...seen, note: 'Better', links: [] })
          : withdrawHandIn(services, strike.volunteer, { cardId });
      const yes = approveCard(services, strike.approver, { ...seen, thanks: 'Thank you' });
      const outcomes = (await Promise.allSettled(round % 2 ? [own, yes] : [yes, own])).map(
        ({ status }) => status,
      );
      expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
      const { status } = await cardNow(services, cardId);
      const { handIns } = await workOf(cardId);
      const approved = handIns.filter(({ outcome }) => outcome === 'APPROVED');
      expect(approved.map(({ note }) => note)).toEqual(status === 'DONE' ? ['Here it is'] : []);
    }
  },
);
