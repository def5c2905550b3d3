import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aCard,
  aPerson,
  cardNow,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { loadRights, readerOf } from '../access/viewer.ts';
import { handBackCard } from '../card/hand-back-card.ts';
import { joinCard } from '../card/join-card.ts';
import { listFinished, sumFinished } from '../card/list-cards.ts';
import { setStanding } from '../trust/set-standing.ts';
import { createApprovalLink } from './approval-link.ts';
import { approveByLink, openApprovalLink } from './approve-by-link.ts';
import { correctHandIn } from './correct-hand-in.ts';
import { handInCard } from './hand-in-card.ts';
import { readWork } from './read-work.ts';
import { approveCard, passCraftReview, requestChanges } from './review-card.ts';
import { saveDraft } from './save-draft.ts';
import { withdrawHandIn } from './withdraw-hand-in.ts';

// Two made it: both go on with it, and neither says yes to it.

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

const em = () => services.orm.em.fork();
const db = () => em().getKysely();

/** A card that two people hold: whoever is not named is somebody new. */
async function twoOn({ holder, joined }: { holder?: string; joined?: string } = {}) {
  const people = [
    holder ?? (await aPerson(services, strike.carmen)),
    joined ?? (await aPerson(services, strike.carmen)),
  ] as const;
  const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: people[0], forTwo: true });
  await joinCard(services, people[1], { cardId });
  return { cardId, people };
}

const draftsFor = async (cardId: string, viewerId: string) =>
  ((await readWork(em(), [cardId], viewerId)).get(cardId)?.drafts ?? []).map(({ note }) => note).sort();

test('each has a draft of their own, which the other reads and nobody else', async () => {
  const { cardId, people } = await twoOn();
  const [one, other] = people;
  await saveDraft(services, one, { cardId, note: 'The front', links: [] });
  await saveDraft(services, other, { cardId, note: 'The back', links: [] });
  for (const person of people) expect(await draftsFor(cardId, person)).toEqual(['The back', 'The front']);
  expect(await draftsFor(cardId, strike.organizer)).toEqual([]);
  // What one leaves behind is the other's to go on with.
  await handBackCard(services, one, { cardId, note: 'It is late' });
  expect(await draftsFor(cardId, other)).toEqual(['The back', 'The front\n\nIt is late']);
  expect((await refusalOf(saveDraft(services, one, { cardId, note: 'More', links: [] }))).why).toBe(
    'DRAFT_NOT_HELD',
  );
});

describe('two gates', () => {
  test.each(['who took it', 'who joined'])('%s does not stand at either', async (which) => {
    const { organizer, approver, vetted } = strike;
    const own = which === 'who took it' ? 'holder' : 'joined';
    for (const author of [organizer, vetted]) {
      const { cardId, people } = await twoOn({ [own]: author });
      const handsIn = people.find((id) => id !== author)!;
      await handInCard(services, handsIn, { cardId, note: 'Here it is', links: [] });
      expect((await refusalOf(passCraftReview(services, author, { cardId }))).code).toBe('OWN_WORK');
      expect((await refusalOf(requestChanges(services, author, { cardId, note: 'No' }))).code).toBe(
        'OWN_WORK',
      );
      await passCraftReview(services, strike.coordinator, { cardId });
      expect((await refusalOf(approveCard(services, author, { cardId, thanks: 'Mine' }))).code).toBe(
        'OWN_WORK',
      );
      const label = 'Lou, president';
      expect((await refusalOf(createApprovalLink(services, author, { cardId, label }))).why).toBe(
        'OWN_WORK_LINK',
      );
      // Nor by a link that somebody else made, on their own phone or one they were signed in on.
      const { token } = await createApprovalLink(services, approver, { cardId, label });
      const byLink = (opener: { viewerId: string | null; wasHere?: (id: string) => boolean }) =>
        approveByLink(services, { token, thanks: 'Mine', ...opener });
      expect((await refusalOf(byLink({ viewerId: author }))).code).toBe('OWN_WORK');
      expect((await refusalOf(byLink({ viewerId: null, wasHere: (id) => id === author }))).code).toBe(
        'OWN_WORK',
      );
      expect((await openApprovalLink(em(), token, { viewerId: author })).barred).toBe('AUTHOR');
      await byLink({ viewerId: null });
      expect((await cardNow(services, cardId)).status).toBe('DONE');
    }
  });
});

test('either corrects and takes back what one handed in, and both have the card again', async () => {
  const { cardId, people } = await twoOn();
  const [one, other] = people;
  await saveDraft(services, other, { cardId, note: 'The back', links: [] });
  await handInCard(services, one, { cardId, note: 'Here it is', links: [] });
  expect(await cardNow(services, cardId)).toMatchObject({ status: 'IN_REVIEW', partnerId: other });
  const { rows } = await sql<{ id: string }>`select id from hand_in where card_id = ${cardId}`.execute(db());
  const handInId = rows[0]!.id;
  await correctHandIn(services, other, { cardId, handInId, note: 'Here it is, and better', links: [] });
  await withdrawHandIn(services, one, { cardId });
  expect(await cardNow(services, cardId)).toMatchObject({
    ...{ status: 'CLAIMED', holderId: one, partnerId: other, extensions: 1 },
  });
  const { rows: claims } = await sql<{ person: string; asPartner: boolean }>`
    select person_id as person, as_partner as "asPartner" from claim
    where card_id = ${cardId} and ended_at is null order by as_partner`.execute(db());
  expect(claims).toEqual([
    { person: one, asPartner: false },
    { person: other, asPartner: true },
  ]);
  // Nothing that anybody wrote is lost on the way.
  const words = (await draftsFor(cardId, one)).join(' ');
  expect(words).toContain('Here it is, and better');
});

test('a review sends it back to both, and to the one who may still work', async () => {
  const { cardId, people } = await twoOn();
  const [one, other] = people;
  await handInCard(services, other, { cardId, note: 'Here it is', links: [] });
  await requestChanges(services, strike.organizer, { cardId, note: 'Shorter' });
  expect(await cardNow(services, cardId)).toMatchObject({
    ...{ status: 'CLAIMED', holderId: one, partnerId: other },
  });
  await saveDraft(services, one, { cardId, note: 'Half of it', links: [] });
  await handInCard(services, other, { cardId, note: 'Shorter', links: [] });
  const { handle } = await db()
    .selectFrom('person')
    .select('handle')
    .where('id', '=', one)
    .executeTakeFirstOrThrow();
  await setStanding(services, strike.carmen, { handle, standing: 'SUSPENDED', note: 'A reason' });
  await requestChanges(services, strike.organizer, { cardId, note: 'Shorter yet' });
  expect(await cardNow(services, cardId)).toMatchObject({
    ...{ status: 'CLAIMED', holderId: other, partnerId: null, draftKept: true },
  });
  expect(await draftsFor(cardId, other)).toContain('Half of it');
});

test('the yes thanks both: it counts for both, in half the hours, and raises the standing of both', async () => {
  const { people } = await twoOn().then(async ({ people }) => {
    for (let done = 0; done < 2; done += 1) {
      const { cardId } = await twoOn({ holder: people[0], joined: people[1] });
      await handInCard(services, people[1], { cardId, note: 'Here it is', links: [] });
      await passCraftReview(services, strike.coordinator, { cardId });
      await approveCard(services, strike.organizer, { cardId, thanks: 'Thank you both' });
    }
    return { people };
  });
  for (const personId of people) {
    expect(await sumFinished(em(), personId)).toEqual({ count: 2, hours: 2 });
    const rights = (await loadRights(em(), personId))!;
    expect(rights.standing).toBe('VETTED');
    const page = { limit: 5, after: null };
    const done = await listFinished(em(), readerOf(rights), personId, page);
    expect(done.map(({ thanks }) => thanks)).toEqual(['Thank you both', 'Thank you both']);
  }
});
