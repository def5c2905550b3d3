import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  aCard,
  aPerson,
  cardNow,
  everythingOnBoards,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { updateCampaign } from '../board/update-campaign.ts';
import { readerOf } from '../access/viewer.ts';
import { claimCard } from './claim-card.ts';
import { handBackCard } from './hand-back-card.ts';
import { handInCard } from '../review/hand-in-card.ts';
import { listAlternatives } from './list-cards.ts';
import { takeBackCard } from './take-back-card.ts';
import { CardAlreadyClaimed, ClaimLimitReached } from './card-refusals.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
beforeEach(async () => {
  strike = await localOnStrike(services, { settings: { newcomerClaimLimit: 1, claimLimit: 3 } });
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const claim = (personId: string, cardId: string, requestId?: string) =>
  claimCard(services, personId, { cardId, requestId });

/** How many cards somebody gets until they are told to finish one first, and what they hold then. */
async function claimUntilRefused(personId: string): Promise<ClaimLimitReached & { got: string[] }> {
  const got: string[] = [];
  for (;;) {
    const { id } = await aCard(services, strike);
    try {
      await claim(personId, id);
      got.push(id);
    } catch (error) {
      if (error instanceof ClaimLimitReached) return Object.assign(error, { got });
      throw error;
    }
  }
}

describe('how many at once', () => {
  test.each([
    ['a newcomer', 'volunteer', 1],
    ['somebody vetted', 'vetted', 3],
    ['a member who is new', 'member', 1],
  ] as const)('%s: as many as the settings say', async (_who, person, limit) => {
    const refused = await claimUntilRefused(strike[person]);
    expect(refused.got).toHaveLength(limit);
    expect(refused).toMatchObject({ code: 'CLAIM_LIMIT_REACHED', limit, heldCardIds: refused.got });
    const before = await everythingOnBoards(services);
    const { id } = await aCard(services, strike);
    await refusalOf(claim(strike[person], id));
    expect((await everythingOnBoards(services))['claim']).toEqual(before['claim']);
    expect((await cardNow(services, id)).status).toBe('OPEN');
  });

  test('settings that change count from then on', async () => {
    const { campaignId, organizer } = strike;
    await updateCampaign(services, organizer, { campaignId, settings: { newcomerClaimLimit: 2 } });
    expect((await claimUntilRefused(strike.volunteer)).got).toHaveLength(2);
    await updateCampaign(services, organizer, { campaignId, settings: { newcomerClaimLimit: 1 } });
    expect((await claimUntilRefused(strike.volunteer)).limit).toBe(1);
  });

  test('what was handed in or given back does not count, nor does another campaign', async () => {
    const [first, second] = [await aCard(services, strike), await aCard(services, strike)];
    await claim(strike.volunteer, first.id);
    await handInCard(services, strike.volunteer, { cardId: first.id, note: 'Done', links: [] });
    await claim(strike.volunteer, second.id);
    await handBackCard(services, strike.volunteer, { cardId: second.id });
    await claim(strike.volunteer, (await aCard(services, strike)).id);
    const other = await localOnStrike(services);
    await claim(strike.volunteer, (await aCard(services, other)).id);
  });

  test('ten claims of one newcomer at once give one card', async () => {
    const cards = [];
    for (let count = 0; count < 10; count += 1) cards.push(await aCard(services, strike));
    const done = await Promise.allSettled(cards.map(({ id }) => claim(strike.volunteer, id)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('who was not first', () => {
  test('hears who was, and gets other cards that fit first', async () => {
    const { id: cardId, boardId } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
    const filming = await aCard(services, strike, 'OPEN', { skill: 'ONLINE_VIDEO', title: 'Film' });
    const writing = await aCard(services, strike, 'OPEN', { skill: 'WRITING', title: 'Write' });
    await aCard(services, strike, 'OPEN', { sensitivity: 'TEAM' });
    const refusal = await refusalOf(claim(strike.volunteer, cardId));
    expect(refusal).toBeInstanceOf(CardAlreadyClaimed);
    expect(refusal).toMatchObject({ cardId, holderId: strike.vetted });
    expect(refusal.message).toMatch(/^Vol.+ was first\.$/);
    const others = await listAlternatives(services.orm.em.fork(), readerOf(null), boardId, ['WRITING']);
    expect(others.map(({ id }) => id)).toEqual([writing.id, filming.id]);
  });

  test('is not told that they themselves were first, when they handed it in', async () => {
    const { id } = await aCard(services, strike, 'IN_REVIEW');
    expect((await refusalOf(claim(strike.volunteer, id))).code).toBe('WRONG_STATUS');
  });
});

describe('who may read what', () => {
  test.each([
    ['PUBLIC', 'volunteer', true],
    ['VETTED', 'volunteer', false],
    ['VETTED', 'vetted', true],
    ['TEAM', 'vetted', false],
    ['TEAM', 'foreigner', false],
    ['TEAM', 'member', true],
    ['TEAM', 'coordinator', true],
  ] as const)('a %s card and the %s', async (sensitivity, person, allowed) => {
    const { id } = await aCard(services, strike, 'OPEN', { sensitivity });
    if (allowed) expect((await claim(strike[person], id)).result?.holderId).toBe(strike[person]);
    else expect((await refusalOf(claim(strike[person], id))).code).toBe('NOT_FOUND');
  });

  test('a public card of a campaign that is not', async () => {
    const hidden = await localOnStrike(services, { sensitivity: 'TEAM' });
    const { id } = await aCard(services, hidden);
    expect((await refusalOf(claim(hidden.vetted, id))).code).toBe('NOT_FOUND');
  });
});

describe('asking twice', () => {
  test('for a card one holds changes nothing', async () => {
    const { id } = await aCard(services, strike);
    const first = await claim(strike.volunteer, id);
    const before = await everythingOnBoards(services);
    const second = await claim(strike.volunteer, id);
    expect(second).toMatchObject({ revision: first.revision, result: { holderId: strike.volunteer } });
    expect(await everythingOnBoards(services)).toEqual(before);
  });

  test('with the request of a claim that was taken back does not claim again', async () => {
    const { id: cardId } = await aCard(services, strike);
    const first = await claim(strike.volunteer, cardId, 'my tap');
    await takeBackCard(services, strike.organizer, { cardId, reason: 'Somebody else does it' });
    const before = await everythingOnBoards(services);
    const late = await claim(strike.volunteer, cardId, 'my tap');
    expect(late).toEqual({ revision: first.revision, result: undefined, cards: [cardId] });
    expect(await everythingOnBoards(services)).toEqual(before);
    expect((await cardNow(services, cardId)).status).toBe('OPEN');
  });

  test('somebody else may use the same request id', async () => {
    const somebody = await aPerson(services, strike.carmen);
    const cards = [await aCard(services, strike), await aCard(services, strike)];
    await claim(strike.volunteer, cards[0]!.id, 'one');
    expect((await claim(somebody, cards[1]!.id, 'one')).result?.holderId).toBe(somebody);
  });
});
