import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aCard,
  aPerson,
  cardNow,
  everythingOnBoards,
  letLeaseEnd,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { blockPerson } from '../trust/block-person.ts';
import { setStanding } from '../trust/set-standing.ts';
import { askForLook } from './ask-for-look.ts';
import { blockCard } from './block-card.ts';
import type { CardAlreadyClaimed } from './card-refusals.ts';
import { claimCard } from './claim-card.ts';
import { confirmClaim } from './confirm-claim.ts';
import { handBackCard } from './hand-back-card.ts';
import { joinCard } from './join-card.ts';
import { expireLease, extendClaim } from './lease.ts';
import { listHeld } from './list-cards.ts';
import { takeBackAllCards } from './take-back-all.ts';
import { takeBackCard } from './take-back-card.ts';
import { tickChecklistItem } from './tick-checklist-item.ts';
import { updateCard } from './update-card.ts';
import { readerOf } from '../access/viewer.ts';

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

const db = () => services.orm.em.fork().getKysely();
const someone = () => aPerson(services, strike.carmen);

/** A card for two that the volunteer holds, and whoever joined them. */
async function sharedCard() {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED', { forTwo: true });
  const joined = await someone();
  await joinCard(services, joined, { cardId });
  return { cardId, joined };
}

/** Who holds a card, as the card says and as the record of claims does. */
async function handsOn(cardId: string) {
  const { status, holderId, partnerId, claimId } = await cardNow(services, cardId);
  const { rows } = await sql<{ id: string; person: string; asPartner: boolean }>`
    select id, person_id as person, as_partner as "asPartner" from claim
    where card_id = ${cardId} and ended_at is null order by as_partner`.execute(db());
  const recorded = [rows.find((row) => !row.asPartner), rows.find((row) => row.asPartner)];
  expect(recorded.map((row) => row?.person ?? null)).toEqual(
    status === 'CLAIMED' ? [holderId, partnerId] : [null, null],
  );
  expect(recorded[0]?.id ?? null).toBe(claimId);
  return { status, holder: holderId, partner: partnerId };
}

const kindsOf = async (cardId: string) => {
  const { rows } = await sql<{ kind: string }>`select kind from board_event
    where cards @> array[${cardId}::uuid] order by revision`.execute(db());
  return rows.map(({ kind }) => kind);
};

describe('the second place', () => {
  test('is there when an organizer says so, for one who comes while somebody holds the card', async () => {
    const { id: cardId } = await aCard(services, strike, 'OPEN');
    const [one, other] = [await someone(), await someone()];
    const nobody = await refusalOf(joinCard(services, other, { cardId }));
    expect(nobody).toMatchObject({ code: 'WRONG_STATUS', why: 'NOBODY_TO_JOIN' });
    await claimCard(services, one, { cardId });
    const alone = await refusalOf(joinCard(services, other, { cardId }));
    expect(alone).toMatchObject({ code: 'NOT_ALLOWED', why: 'NOT_FOR_TWO' });

    await updateCard(services, strike.organizer, { cardId, version: 1, forTwo: true });
    const { result } = await joinCard(services, other, { cardId });
    expect(result).toMatchObject({ holderId: one, partnerId: other, status: 'CLAIMED' });
    expect(await handsOn(cardId)).toEqual({ status: 'CLAIMED', holder: one, partner: other });

    const third = await refusalOf(joinCard(services, await someone(), { cardId }));
    expect(third.code).toBe('CARD_ALREADY_CLAIMED');
    expect((third as CardAlreadyClaimed).holderId).toBe(other);
    expect(await kindsOf(cardId)).toEqual(['CARD_CREATED', 'CARD_CLAIMED', 'CARD_UPDATED', 'CARD_JOINED']);
  });

  test('is asked for twice without harm, also by the holder', async () => {
    const { cardId, joined } = await sharedCard();
    const before = await everythingOnBoards(services);
    await joinCard(services, joined, { cardId });
    await joinCard(services, strike.volunteer, { cardId });
    await claimCard(services, joined, { cardId });
    expect(await everythingOnBoards(services)).toEqual(before);
  });

  test('does not outlive its lease: a card whose time is over is open', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED', { forTwo: true });
    await letLeaseEnd(services, cardId);
    const refused = await refusalOf(joinCard(services, await someone(), { cardId }));
    expect(refused).toMatchObject({ code: 'WRONG_STATUS', why: 'NOBODY_TO_JOIN' });
    expect(await handsOn(cardId)).toEqual({ status: 'OPEN', holder: null, partner: null });
  });

  test('asks of who joins what a claim asks: limits, the promise, the share of who is new', async () => {
    const small = await localOnStrike(services, {
      settings: { newcomerClaimLimit: 1, newcomerShare: 10 },
    });
    const { vetted } = small;
    const forTwo = () => aCard(services, small, 'CLAIMED', { holder: vetted, forTwo: true });
    const [first, second] = [await forTwo(), await forTwo()];
    const newcomer = await someone();
    await joinCard(services, newcomer, { cardId: first.id });
    expect((await refusalOf(joinCard(services, newcomer, { cardId: second.id }))).code).toBe(
      'CLAIM_LIMIT_REACHED',
    );
    const open = await aCard(services, small, 'OPEN');
    expect((await refusalOf(claimCard(services, newcomer, { cardId: open.id }))).code).toBe(
      'CLAIM_LIMIT_REACHED',
    );

    for (const card of [second, await forTwo()])
      await joinCard(services, await someone(), { cardId: card.id });
    const beyond = await forTwo();
    const shared = await refusalOf(joinCard(services, await someone(), { cardId: beyond.id }));
    expect(shared.code).toBe('NEWCOMERS_HOLD_SHARE');

    const vettedCard = await aCard(services, small, 'CLAIMED', {
      ...{ holder: vetted, forTwo: true, sensitivity: 'VETTED' },
    });
    const unsworn = await aPerson(services, small.carmen, { standing: 'VETTED', agreed: false });
    expect((await refusalOf(joinCard(services, unsworn, { cardId: vettedCard.id }))).code).toBe(
      'STATEMENT_NEEDED',
    );
    expect((await refusalOf(joinCard(services, await someone(), { cardId: vettedCard.id }))).code).toBe(
      'NOT_FOUND',
    );
    expect((await refusalOf(joinCard(services, small.suspended, { cardId: beyond.id }))).code).toBe(
      'SUSPENDED',
    );
  });
});

test('who joined and left many cards within an hour joins no other one', async () => {
  const restless = await someone();
  const { id: cardId } = await aCard(services, strike, 'CLAIMED', { forTwo: true });
  await sql`insert into claim (id, card_id, person_id, claimed_at, ended_at, how, as_partner)
    select gen_random_uuid(), ${cardId}, ${restless}, now(), now(), 'HANDED_BACK', true
    from generate_series(1, 24)`.execute(db());
  expect((await refusalOf(joinCard(services, restless, { cardId }))).code).toBe('HANDED_BACK_OFTEN');
});

describe('who holds a card together', () => {
  test('may both do what a holder may, under one lease', async () => {
    const { cardId, joined } = await sharedCard();
    const item = (await cardNow(services, cardId)).checklist[0]!;
    await tickChecklistItem(services, joined, { cardId, itemId: item.id, done: true });
    await blockCard(services, joined, { cardId, reason: 'No logo' });
    const before = await cardNow(services, cardId);
    const { result } = await extendClaim(services, joined, { cardId });
    expect(result).toMatchObject({ extensions: 1, waitingReason: 'No logo' });
    expect(result!.leaseExpiresAt!.getTime()).toBeGreaterThanOrEqual(before.leaseExpiresAt!.getTime());
    for (const id of [joined, strike.volunteer]) {
      const held = await listHeld(services.orm.em.fork(), readerOf(null), id);
      expect(held.map((card) => card.id)).toContain(cardId);
    }
  });

  test('when one hands back, the other goes on under the same lease, with the note and what hung on the claim', async () => {
    const { cardId, joined } = await sharedCard();
    await askForLook(services, joined, { cardId });
    const before = await cardNow(services, cardId);
    const note = 'I have the photographs';
    await handBackCard(services, strike.volunteer, { cardId, note });
    expect(await handsOn(cardId)).toEqual({ status: 'CLAIMED', holder: joined, partner: null });
    const after = await cardNow(services, cardId);
    expect(after.leaseExpiresAt).toEqual(before.leaseExpiresAt);
    expect(after).toMatchObject({ draftKept: true, lookAskedAt: before.lookAskedAt });
    expect(after.lookAskedAt).not.toBeNull();
    expect((await kindsOf(cardId)).at(-1)).toBe('CARD_LEFT');
    // The clock of the claim that goes on is set: without it the lease would never end.
    const { rows } = await sql<{ what: string }>`select data->>'what' as what from pgboss.job
      where name = 'lease' and data->>'claimId' = ${after.claimId} order by 1`.execute(db());
    expect(rows.map(({ what }) => what)).toEqual(['expire', 'warn']);

    // Said again it changes nothing; another note is not lost.
    const { revision } = await handBackCard(services, strike.volunteer, { cardId, note });
    expect(revision).toBe((await handBackCard(services, strike.volunteer, { cardId })).revision);
    expect((await refusalOf(handBackCard(services, strike.volunteer, { cardId, note: 'No' }))).why).toBe(
      'NOT_HOLDER',
    );
    // The place is free again, also for who was there.
    await joinCard(services, strike.volunteer, { cardId });
    expect(await handsOn(cardId)).toEqual({ status: 'CLAIMED', holder: joined, partner: strike.volunteer });
    await handBackCard(services, strike.volunteer, { cardId });
    await handBackCard(services, joined, { cardId });
    expect(await handsOn(cardId)).toEqual({ status: 'OPEN', holder: null, partner: null });
    // What somebody took since was not left to them.
    await claimCard(services, await someone(), { cardId });
    expect((await refusalOf(handBackCard(services, strike.volunteer, { cardId }))).why).toBe('NOT_HOLDER');
  });

  test('a first lease that is not confirmed stays to be confirmed by who goes on', async () => {
    const careful = await localOnStrike(services, { settings: { leaseHours: 48, firstLeaseHours: 4 } });
    const { id: cardId } = await aCard(services, careful, 'CLAIMED', { forTwo: true });
    const joined = await aPerson(services, careful.carmen, { standing: 'VETTED' });
    await joinCard(services, joined, { cardId });
    await handBackCard(services, careful.volunteer, { cardId });
    expect((await cardNow(services, cardId)).toConfirm).toBe(true);
    await confirmClaim(services, joined, { cardId });
    expect((await cardNow(services, cardId)).toConfirm).toBe(false);
  });

  test('when the lease ends, or the card is taken back, both are off; or the one that is named', async () => {
    const first = await sharedCard();
    await letLeaseEnd(services, first.cardId);
    await expireLease(services, first.cardId);
    expect(await handsOn(first.cardId)).toEqual({ status: 'OPEN', holder: null, partner: null });

    const second = await sharedCard();
    const { cardId, joined } = second;
    const reason = 'We need it today';
    const stranger = await refusalOf(
      takeBackCard(services, strike.organizer, { cardId, reason, personId: strike.vetted }),
    );
    expect(stranger.why).toBe('HOLDS_NO_MORE');
    await takeBackCard(services, strike.organizer, { cardId, reason, personId: joined });
    expect(await handsOn(cardId)).toEqual({ status: 'CLAIMED', holder: strike.volunteer, partner: null });
    await joinCard(services, joined, { cardId });
    await takeBackCard(services, strike.organizer, { cardId, reason });
    expect(await handsOn(cardId)).toEqual({ status: 'OPEN', holder: null, partner: null });
  });

  test('whoever loses the right to work leaves it to the other, wherever they are', async () => {
    const fight = await localOnStrike(services);
    const make = async (sensitivity: 'PUBLIC' | 'VETTED') => {
      const people = [
        await aPerson(services, fight.carmen, { standing: 'VETTED' }),
        await aPerson(services, fight.carmen, { standing: 'VETTED' }),
      ] as const;
      const card = await aCard(services, fight, 'CLAIMED', {
        ...{ holder: people[0], forTwo: true, sensitivity },
      });
      await joinCard(services, people[1], { cardId: card.id });
      return { cardId: card.id, people };
    };
    const handleOf = async (id: string) =>
      (await db().selectFrom('person').select('handle').where('id', '=', id).executeTakeFirstOrThrow())
        .handle;
    const held = await make('PUBLIC');
    await setStanding(services, fight.carmen, {
      ...{ handle: await handleOf(held.people[0]), standing: 'SUSPENDED', note: 'A reason' },
    });
    expect(await handsOn(held.cardId)).toMatchObject({ holder: held.people[1], partner: null });
    const joined = await make('VETTED');
    await setStanding(services, fight.carmen, {
      ...{ handle: await handleOf(joined.people[1]), standing: 'NEW', note: 'A reason' },
    });
    expect(await handsOn(joined.cardId)).toMatchObject({ holder: joined.people[0], partner: null });
    const blocked = await make('PUBLIC');
    await blockPerson(services, fight.carmen, {
      ...{ campaignId: fight.campaignId, handle: await handleOf(blocked.people[0]), reason: 'A reason' },
    });
    expect(await handsOn(blocked.cardId)).toMatchObject({ holder: blocked.people[1], partner: null });
  });

  test('of all cards of one person, those that another holds too stay with the other', async () => {
    const alone = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
    const { id: cardId } = await aCard(services, strike, 'CLAIMED', {
      ...{ holder: strike.vetted, forTwo: true },
    });
    const joined = await someone();
    await joinCard(services, joined, { cardId });
    const { result } = await takeBackAllCards(services, strike.organizer, {
      ...{ boardId: strike.boardId, personId: strike.vetted, reason: 'They are ill' },
    });
    expect(result?.map(({ id, status }) => [id, status])).toEqual([
      [alone.id, 'OPEN'],
      [cardId, 'CLAIMED'],
    ]);
    expect(await handsOn(cardId)).toMatchObject({ holder: joined, partner: null });
  });
});
