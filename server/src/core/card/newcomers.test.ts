import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aCard,
  aHandle,
  aPerson,
  cardNow,
  letLeaseEnd,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
  revisionsOf,
} from '../../../test/support/local-on-strike.ts';
import { newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { CampaignWordsInput } from '../campaign/campaign-words.ts';
import { setRole } from '../trust/set-role.ts';
import { vouchForPerson } from '../trust/vouch-for-person.ts';
import { asNow } from '../../../test/support/people.ts';
import { claimCard } from './claim-card.ts';
import { confirmClaim } from './confirm-claim.ts';
import { handBackCard } from './hand-back-card.ts';
import { expireLease, extendClaim, runLeaseJob } from './lease.ts';
import { takeBackAllCards } from './take-back-all.ts';

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

const db = () => services.orm.em.fork().getKysely();
const strikeWith = (settings: NonNullable<CampaignWordsInput['settings']>) =>
  localOnStrike(services, { settings: { leaseHours: 48, ...settings } });
/** Hours from when a card was taken until its lease ends. */
async function leaseOf(cardId: string): Promise<number> {
  const { claimedAt, leaseExpiresAt } = await cardNow(services, cardId);
  return Math.round((leaseExpiresAt!.getTime() - claimedAt!.getTime()) / 3_600_000);
}

async function kindsOf({ boardId }: LocalOnStrike): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`select kind from board_event where board_id = ${boardId}
    order by revision`.execute(db());
  return rows.map(({ kind }) => kind);
}

async function jobsOf(claimId: string): Promise<{ what: string; hours: number }[]> {
  const { rows } = await sql<{ what: string; hours: number }>`
    select data->>'what' as what, round(extract(epoch from start_after - now()) / 3600)::int as hours
    from pgboss.job where name = 'lease' and data->>'claimId' = ${claimId} order by start_after`.execute(
    db(),
  );
  return rows;
}

describe('a first lease', () => {
  test('is short for who has finished nothing, and has jobs of its own', async () => {
    const strike = await strikeWith({ firstLeaseHours: 8 });
    const { id: cardId } = await aCard(services, strike, 'CLAIMED');
    expect(await leaseOf(cardId)).toBe(8);
    const card = await cardNow(services, cardId);
    expect(card.toConfirm).toBe(true);
    expect(await jobsOf(card.claimId!)).toEqual([
      { what: 'warn', hours: 6 },
      { what: 'expire', hours: 8 },
    ]);
  });

  test('is a full one once its holder says that they are on it; saying it again changes nothing', async () => {
    const strike = await strikeWith({ firstLeaseHours: 8 });
    const { id: cardId, claimId } = await aCard(services, strike, 'CLAIMED');
    expect((await refusalOf(confirmClaim(services, strike.vetted, { cardId }))).code).toBe('NOT_ALLOWED');
    const { result } = await confirmClaim(services, strike.volunteer, { cardId });
    expect(result).toMatchObject({ toConfirm: false, extensions: 0, claimId });
    expect(await leaseOf(cardId)).toBe(48);
    expect((await jobsOf(claimId!)).map(({ hours }) => hours)).toEqual([6, 8, 42, 48]);
    const revisions = await revisionsOf(services, strike.boardId);
    await confirmClaim(services, strike.volunteer, { cardId });
    expect(await revisionsOf(services, strike.boardId)).toEqual(revisions);
    expect(await kindsOf(strike)).toEqual(['CARD_CREATED', 'CARD_CLAIMED', 'CLAIM_CONFIRMED']);
    // The jobs of the first lease come, and leave it alone.
    await runLeaseJob(services, { cardId, claimId: claimId!, what: 'warn' });
    expect(await expireLease(services, cardId, claimId!)).toBe(false);
  });

  test('that nobody confirmed ends as any other: the card is open, and the log says so', async () => {
    const strike = await strikeWith({ firstLeaseHours: 8 });
    const { id: cardId, claimId } = await aCard(services, strike, 'CLAIMED');
    await letLeaseEnd(services, cardId);
    expect((await refusalOf(confirmClaim(services, strike.volunteer, { cardId }))).code).toBe(
      'LEASE_EXPIRED',
    );
    await runLeaseJob(services, { cardId, claimId: claimId!, what: 'expire' });
    expect(await cardNow(services, cardId)).toMatchObject({ status: 'OPEN', toConfirm: false });
    expect(await kindsOf(strike)).toEqual(['CARD_CREATED', 'CARD_CLAIMED', 'CLAIM_EXPIRED']);
    // Taken again by somebody known, it is theirs for the whole time.
    await claimCard(services, strike.vetted, { cardId });
    expect([await leaseOf(cardId), (await cardNow(services, cardId)).toConfirm]).toEqual([48, false]);
  });

  test('who extends is on it', async () => {
    const strike = await strikeWith({ firstLeaseHours: 8 });
    const { id: cardId } = await aCard(services, strike, 'CLAIMED');
    const { result } = await extendClaim(services, strike.volunteer, { cardId });
    expect(result).toMatchObject({ toConfirm: false, extensions: 1 });
  });

  test('is none of who finished work, has a role or a standing, or is vouched for', async () => {
    const strike = await strikeWith({ firstLeaseHours: 8 });
    const finished = await aPerson(services, strike.carmen);
    await aCard(services, strike, 'DONE', { holder: finished });
    const vouched = await newcomer(services, aHandle());
    const member = await newcomer(services, aHandle());
    const { organizationId } = strike;
    await setRole(services, strike.carmen, { organizationId, handle: member.handle, role: 'MEMBER' });
    await vouchForPerson(services, await asNow(services, member), { handle: vouched.handle });
    for (const holder of [finished, vouched.personId, member.personId, strike.vetted, strike.coordinator]) {
      const { id: cardId, toConfirm } = await aCard(services, strike, 'CLAIMED', { holder });
      expect([await leaseOf(cardId), toConfirm]).toEqual([48, false]);
    }
  });

  test.each([0, 48, 100])('is none where the campaign has %i hours for it', async (firstLeaseHours) => {
    const { id: cardId, toConfirm } = await aCard(services, await strikeWith({ firstLeaseHours }), 'CLAIMED');
    expect([await leaseOf(cardId), toConfirm]).toEqual([48, false]);
  });
});

describe('the share of people without finished work', () => {
  test('twenty fresh handles at once do not hold twenty cards; others still take theirs', async () => {
    const strike = await strikeWith({ newcomerShare: 50 });
    const cards: string[] = [];
    for (let card = 0; card < 20; card += 1) cards.push((await aCard(services, strike)).id);
    const people = await Promise.all(cards.map(() => aPerson(services, strike.carmen)));
    const outcomes = await Promise.allSettled(
      cards.map((cardId, index) => claimCard(services, people[index]!, { cardId })),
    );
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as { code: string }] : [],
    );
    expect(refused).toHaveLength(10);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['NEWCOMERS_HOLD_SHARE']));
    const left = cards[outcomes.findIndex(({ status }) => status === 'rejected')]!;
    expect(await cardNow(services, left)).toMatchObject({ status: 'OPEN', holderId: null });
    await claimCard(services, strike.vetted, { cardId: left });
    // One that comes back is free for the next.
    const taken = cards[outcomes.findIndex(({ status }) => status === 'fulfilled')]!;
    const { holderId } = await cardNow(services, taken);
    await handBackCard(services, holderId!, { cardId: taken });
    await claimCard(services, await aPerson(services, strike.carmen), { cardId: taken });
  });

  test('three cards of a small board they always may hold', async () => {
    const strike = await strikeWith({ newcomerShare: 10 });
    for (let card = 0; card < 3; card += 1) {
      await aCard(services, strike, 'CLAIMED', { holder: await aPerson(services, strike.carmen) });
    }
    const { id: cardId } = await aCard(services, strike);
    expect((await refusalOf(claimCard(services, strike.volunteer, { cardId }))).code).toBe(
      'NEWCOMERS_HOLD_SHARE',
    );
  });
});

test('who takes and hands back in a row is slowed down, and keeps what they hold', async () => {
  const strike = await strikeWith({});
  const { id: cardId } = await aCard(services, strike);
  for (let round = 0; round < 24; round += 1) {
    await claimCard(services, strike.volunteer, { cardId });
    await handBackCard(services, strike.volunteer, { cardId, note: `Round ${round}` });
  }
  expect((await refusalOf(claimCard(services, strike.volunteer, { cardId }))).code).toBe('HANDED_BACK_OFTEN');
  expect((await cardNow(services, cardId)).status).toBe('OPEN');
  await sql`update claim set ended_at = ended_at - interval '61 minutes'
    where person_id = ${strike.volunteer}`.execute(db());
  await claimCard(services, strike.volunteer, { cardId });
});

test('an organizer takes all of theirs back in one change; drafts stay, others keep theirs', async () => {
  const strike = await strikeWith({});
  const held: string[] = [];
  for (let card = 0; card < 3; card += 1) held.push((await aCard(services, strike, 'CLAIMED')).id);
  const { id: anothers } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
  const input = { boardId: strike.boardId, personId: strike.volunteer, reason: 'Nothing came' };
  for (const actor of [strike.approver, strike.foreigner, strike.volunteer])
    expect((await refusalOf(takeBackAllCards(services, actor, input))).code).toBe('NOT_ALLOWED');
  const before = await revisionsOf(services, strike.boardId);
  const { cards, result } = await takeBackAllCards(services, strike.organizer, input);
  expect(cards).toEqual(held);
  expect(result!.map(({ status, commentCount }) => [status, commentCount])).toEqual(
    held.map(() => ['OPEN', 1]),
  );
  expect(await revisionsOf(services, strike.boardId)).toHaveLength(before.length + 1);
  expect((await cardNow(services, anothers)).holderId).toBe(strike.vetted);
  const { rows } = await sql`select card_id from notification where person_id = ${strike.volunteer}
    and kind = 'CARD_TAKEN_BACK'`.execute(db());
  expect(rows).toHaveLength(3);
  expect((await takeBackAllCards(services, strike.organizer, input)).cards).toEqual([]);
});
