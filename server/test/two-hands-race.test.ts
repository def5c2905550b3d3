import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeBoard } from '../src/core/board/change-board.ts';
import { claimCard } from '../src/core/card/claim-card.ts';
import { handBackCard } from '../src/core/card/hand-back-card.ts';
import { joinCard } from '../src/core/card/join-card.ts';
import { expireLease } from '../src/core/card/lease.ts';
import { takeBackUnreadable } from '../src/core/card/take-back-card.ts';
import { handInCard } from '../src/core/review/hand-in-card.ts';
import { requestChanges } from '../src/core/review/review-card.ts';
import { saveDraft } from '../src/core/review/save-draft.ts';
import { withdrawHandIn } from '../src/core/review/withdraw-hand-in.ts';
import { setStanding } from '../src/core/trust/set-standing.ts';
import { Refusal } from '../src/platform/refusal/refusal.ts';
import { aCard, aPerson, cardNow, localOnStrike, type LocalOnStrike } from './support/local-on-strike.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

// A card for two, and many hands at once: one holder, at most one with them, never the same one twice.

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let people: string[];
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services, { settings: { leaseHours: 48 } });
  people = [];
  for (let each = 0; each < 50; each += 1) people.push(await aPerson(services, strike.carmen));
}, 120_000);
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();

/** Refusals are a fair answer; anything else fails. */
async function allowRefusal<T>(call: Promise<T>): Promise<T | Refusal> {
  return call.catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
}

/** What is wrong about who holds a card, in words. */
async function findFaults(cardId: string): Promise<string[]> {
  const { status, holderId, partnerId, claimId } = await cardNow(services, cardId);
  const { rows } = await sql<{ id: string; person: string; asPartner: boolean }>`
    select id, person_id as person, as_partner as "asPartner" from claim
    where card_id = ${cardId} and ended_at is null`.execute(db());
  const of = (asPartner: boolean) => rows.filter((row) => row.asPartner === asPartner);
  const faults: string[] = [];
  const claimed = status === 'CLAIMED';
  if (claimed !== (of(false).length === 1)) faults.push(`${of(false).length} hold a ${status} card`);
  if (of(true).length > 1) faults.push(`${of(true).length} hold it with them`);
  if (claimed && of(false)[0]?.person !== holderId) faults.push('the record names another holder');
  if (claimed && of(false)[0]?.id !== claimId) faults.push('the lease is of another claim');
  if (claimed && (of(true)[0]?.person ?? null) !== partnerId) faults.push('the record names another partner');
  if (partnerId !== null && partnerId === holderId) faults.push('one person holds it twice');
  if (!claimed && rows.length > 0) faults.push(`${rows.length} claims run on a ${status} card`);
  const { rows: stranded } = await sql`select from draft where card_id = ${cardId} and kept_at is null
    and person_id is distinct from ${holderId} and person_id is distinct from ${partnerId}`.execute(db());
  if (stranded.length > 0) faults.push('a draft is left where nobody can read it');
  if (claimed) {
    const { rows: jobs } = await sql`select from pgboss.job where name = 'lease'
      and data->>'claimId' = ${claimId} and data->>'what' = 'expire'`.execute(db());
    if (jobs.length === 0) faults.push('nothing ends its lease');
  }
  return faults;
}

test('50 people take and join one card at once: one holds it, one with them, and the others hear who', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { id: cardId } = await aCard(services, strike, 'OPEN', { forTwo: true });
    const answers = await Promise.all(
      people.map(async (person) => {
        const took = await allowRefusal(claimCard(services, person, { cardId }));
        return took instanceof Refusal ? allowRefusal(joinCard(services, person, { cardId })) : took;
      }),
    );
    expect(await findFaults(cardId)).toEqual([]);
    const { holderId, partnerId } = await cardNow(services, cardId);
    expect(people).toEqual(expect.arrayContaining([holderId, partnerId]));
    const refused = answers.filter((answer) => answer instanceof Refusal);
    expect(refused).toHaveLength(48);
    for (const refusal of refused) {
      expect(refusal).toMatchObject({ code: 'CARD_ALREADY_CLAIMED', holderId: partnerId });
    }
    await db().deleteFrom('card').where('id', '=', cardId).execute();
  }
}, 60_000);

type Act =
  'claim' | 'join' | 'other join' | 'hand back' | 'expire' | 'suspend' | 'hand in' | 'send back' | 'draft';
const acts: Act[] = [
  ...(['claim', 'join', 'other join', 'hand back', 'expire', 'suspend', 'hand in', 'send back'] as const),
  'draft',
];

async function perform(cardId: string, act: Act, token: string): Promise<void> {
  const [one, other, third] = people as [string, string, string];
  const { holderId, partnerId } = await cardNow(services, cardId);
  const holder = holderId ?? one;
  const hand = token.length % 2 === 0 ? holder : (partnerId ?? holder);
  const how: Record<Act, () => Promise<unknown>> = {
    claim: () => claimCard(services, one, { cardId }),
    join: () => joinCard(services, other, { cardId }),
    'other join': () => joinCard(services, third, { cardId }),
    'hand back': () => handBackCard(services, hand, { cardId, note: token }),
    expire: async () => {
      await sql`update card set lease_expires_at = clock_timestamp() where id = ${cardId}
        and lease_expires_at is not null`.execute(db());
      await expireLease(services, cardId);
    },
    suspend: async () => {
      await setStandingOf(hand, 'SUSPENDED');
      await setStandingOf(hand, 'NEW');
    },
    'hand in': () => handInCard(services, hand, { cardId, note: token, links: [] }),
    'send back': async () => {
      const sent = await allowRefusal(requestChanges(services, strike.organizer, { cardId, note: token }));
      if (sent instanceof Refusal) await withdrawHandIn(services, hand, { cardId });
    },
    draft: () => saveDraft(services, hand, { cardId, note: `Draft ${token}`, links: [] }),
  };
  await allowRefusal(how[act]());
}

async function setStandingOf(personId: string, standing: 'SUSPENDED' | 'NEW'): Promise<void> {
  const { handle } = await db()
    .selectFrom('person')
    .select('handle')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  await setStanding(services, strike.carmen, { handle, standing, note: 'As the test asks' });
}

test('whatever many people do at once to a card of two, who holds it adds up', async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...acts), { minLength: 3, maxLength: 9 }), async (chosen) => {
      round += 1;
      const [one, other] = people as [string, string];
      const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: one, forTwo: true });
      if (round % 2 === 0) await joinCard(services, other, { cardId });
      await Promise.all(chosen.map((act, index) => perform(cardId, act, 'x'.repeat(1 + index))));
      expect(await findFaults(cardId)).toEqual([]);
      await db().deleteFrom('card').where('id', '=', cardId).execute();
    }),
    { numRuns: 40, endOnFailure: true },
  );
}, 120_000);

test.each(['hand back', 'expire', 'suspend'] as const)(
  '%s against join: whoever joined holds the card or hears that nobody does',
  async (act) => {
    for (let round = 0; round < 10; round += 1) {
      const [one, other] = people as [string, string];
      const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: one, forTwo: true });
      const [joined] = await Promise.all([
        allowRefusal(joinCard(services, other, { cardId })),
        perform(cardId, act, 'xx'),
      ]);
      expect(await findFaults(cardId)).toEqual([]);
      const { status, holderId, partnerId } = await cardNow(services, cardId);
      if (joined instanceof Refusal) expect([status, joined.code]).toEqual(['OPEN', 'WRONG_STATUS']);
      // An expiry takes it from both; the others leave it to who joined.
      else if (act !== 'expire') expect([status, holderId, partnerId]).toEqual(['CLAIMED', other, null]);
      await db().deleteFrom('card').where('id', '=', cardId).execute();
    }
  },
  60_000,
);

describe('the checks notice', () => {
  /** Wrong in one way: looks at the card as it was read before the lock. */
  const readThenJoin = async (cardId: string, personId: string) => {
    const seen = await cardNow(services, cardId);
    if (seen.partnerId !== null) return;
    await changeBoard(services, { board: { ofCard: cardId }, actorId: personId }, async (board) => {
      await sql`update card set partner_id = ${personId} where id = ${cardId}`.execute(board.db);
      return { kind: 'CARD_JOINED', cards: [cardId], result: undefined };
    });
  };

  test('a join that reads and then writes', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: people[0]!, forTwo: true });
    await Promise.all([readThenJoin(cardId, people[1]!), readThenJoin(cardId, people[2]!)]);
    expect(await findFaults(cardId)).toContain('the record names another partner');
  });

  test('the table itself refuses one person twice, a partner without a holder and a second running claim', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: people[0]!, forTwo: true });
    const open = await aCard(services, strike, 'OPEN', { forTwo: true });
    const set = (id: string, person: string) =>
      sql`update card set partner_id = ${person} where id = ${id}`.execute(db());
    await expect(set(cardId, people[0]!)).rejects.toThrow('card_partner');
    await expect(set(open.id, people[0]!)).rejects.toThrow('card_partner');
    const claim = (asPartner: boolean) =>
      sql`insert into claim (id, card_id, person_id, claimed_at, as_partner)
        values (gen_random_uuid(), ${cardId}, ${people[1]!}, now(), ${asPartner})`.execute(db());
    await expect(claim(false)).rejects.toThrow('claim_one_runs');
    await claim(true);
    await expect(claim(true)).rejects.toThrow('claim_one_runs');
  });

  test('people whose rights were lowered while they joined', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: people[0]!, forTwo: true });
    await joinCard(services, people[3]!, { cardId });
    await sql`update person set standing = 'SUSPENDED' where id = ${people[3]!}`.execute(db());
    await takeBackUnreadable(services, people[3]!);
    expect(await cardNow(services, cardId)).toMatchObject({ holderId: people[0], partnerId: null });
  });
});
