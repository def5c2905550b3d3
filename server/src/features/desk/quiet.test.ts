import 'reflect-metadata';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCard, aPerson, letLeaseEnd, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { addComment } from '../../core/card/comment-on-card.ts';
import { claimCard } from '../../core/card/claim-card.ts';
import { expireLease } from '../../core/card/lease.ts';
import { moveCard } from '../../core/card/move-card.ts';
import { passCraftReview } from '../../core/review/review-card.ts';
import { saveDraft } from '../../core/review/save-draft.ts';
import { updateCampaign } from '../../core/board/update-campaign.ts';
import { createSchema } from '../../app/schema.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import {
  age,
  type Desks,
  desksOf,
  handleOf,
  type List,
  nodes,
  titles,
} from '../../../test/support/a-desk.ts';

// What waits too long: cards, people who hold one, the local, and newcomers whom nobody knows.

let database: TestDatabase;
let services: TestServices;
let desks: Desks;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  desks = desksOf(services, await createSchema());
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const HOUR = 3_600_000;
const db = () => services.orm.em.fork().getKysely();

async function seen(personId: string, hoursAgo: number): Promise<void> {
  await sql`update session set last_seen_at = now() - make_interval(secs => ${hoursAgo * 3600})
    where person_id = ${personId}`.execute(db());
}

interface Fact {
  title: string;
  status: string;
  hours: number;
  draftHours?: number;
  commentHours?: number;
}

/** The rules of what is quiet, once more and plainly; hours since the last sign, with a lease of 48 hours. */
function quietBy({ status, hours, draftHours = Infinity, commentHours = Infinity }: Fact): string | null {
  if (status === 'OPEN') return hours > 48 ? 'UNCLAIMED' : null;
  if (status === 'CLAIMED') return Math.min(hours, draftHours, commentHours) > 24 ? 'NO_SIGN' : null;
  if (status === 'IN_REVIEW') return hours > 24 ? 'NO_CRAFT_REVIEW' : null;
  return null;
}

test('cards are quiet by the rules, in every status and at every age', async () => {
  const strike = await localOnStrike(services, { title: 'Quiet rules' });
  const facts: Fact[] = [];
  for (const status of ['DRAFT', 'OPEN', 'CLAIMED', 'IN_REVIEW', 'DONE', 'CANCELLED'] as const) {
    for (const hours of [1, 23, 25, 47, 49, 200]) {
      const fact: Fact = { title: `${status} for ${hours}`, status, hours };
      const holder = await aPerson(services, strike.carmen);
      const { id } = await aCard(services, strike, status, { title: fact.title, holder });
      await age(services, id, hours);
      if (status === 'CLAIMED' && hours === 49) {
        await saveDraft(services, holder, { cardId: id, note: 'Half of it', links: [] });
        fact.draftHours = 0;
      }
      if (status === 'CLAIMED' && hours === 200) {
        await addComment(services, holder, { cardId: id, text: 'Tomorrow!' });
        fact.commentHours = 0;
      }
      facts.push(fact);
    }
  }
  const desk = await desks.deskOf(strike.carmen, { campaign: strike.slug });
  const quiet = facts.filter((fact) => quietBy(fact) !== null);
  expect(
    nodes(desk.quietCards)
      .map(({ card, why }) => [card.title, why])
      .sort(),
  ).toEqual(quiet.map((fact) => [fact.title, quietBy(fact)]).sort());
  const ages = nodes(desk.quietCards).map(({ since }) => since);
  expect(ages).toEqual([...ages].sort());
  expect(nodes(desk.handIns).map(({ title }) => title)).toEqual(
    [200, 49, 47, 25, 23, 1].map((hours) => `IN_REVIEW for ${hours}`),
  );
  const [pulse] = nodes(desk.campaigns);
  expect(pulse).toMatchObject({ open: 6, held: 6, inReview: 6, quiet: quiet.length, waiting: 0, late: 0 });
  const count = (section: string) => desk.sections.find((each) => each.section === section);
  expect(count('QUIET_CARDS')).toMatchObject({ total: quiet.length, late: 0, since: ages[0] });
  expect(count('HAND_INS')).toMatchObject({ total: 6, late: 4 });

  await updateCampaign(services, strike.coordinator, { campaignId: strike.campaignId, ended: true });
  const ended = await desks.deskOf(strike.carmen, { campaign: strike.slug });
  const lists: List<unknown>[] = [ended.campaigns, ended.quietCards, ended.handIns, ended.quietPeople];
  expect(lists.flatMap(nodes)).toEqual([]);
});

test('a card that was opened or came back is quiet only after its own two days', async () => {
  const strike = await localOnStrike(services, { title: 'Again' });
  const { id: opened } = await aCard(services, strike, 'DRAFT', { title: 'Opened late' });
  const { id: back } = await aCard(services, strike, 'CLAIMED', { title: 'Came back' });
  const { id: moved } = await aCard(services, strike, 'OPEN', { title: 'Only moved' });
  for (const id of [opened, back, moved]) await age(services, id, 300);
  await moveCard(services, strike.organizer, { cardId: opened, status: 'OPEN' });
  await letLeaseEnd(services, back);
  await expireLease(services, back);
  await moveCard(services, strike.organizer, { cardId: moved, afterCardId: back });
  const desk = await desks.deskOf(strike.carmen, { campaign: strike.slug });
  expect(titles(nodes(desk.quietCards))).toEqual(['Only moved']);
});

test('without a craft review on the campaign nobody waits for one', async () => {
  const strike = await localOnStrike(services, {
    title: 'One gate',
    settings: { craftReviewRequired: false },
  });
  const { id } = await aCard(services, strike, 'IN_REVIEW');
  await age(services, id, 100);
  const desk = await desks.deskOf(strike.carmen, { campaign: strike.slug });
  expect([nodes(desk.handIns), nodes(desk.quietCards)]).toEqual([[], []]);
  expect(nodes(desk.campaigns)[0]).toMatchObject({ inReview: 1, waiting: 1 });
});

test('the pulse tells the longest wait on the local and what is late', async () => {
  const strike = await localOnStrike(services, { title: 'Pulse' });
  const first = await aCard(services, strike, 'IN_REVIEW', { title: 'First' });
  const second = await aCard(services, strike, 'IN_REVIEW', { title: 'Second' });
  for (const { id } of [first, second]) await passCraftReview(services, strike.coordinator, { cardId: id });
  await age(services, second.id, 7);
  const late = await aCard(services, strike, 'OPEN', { title: 'Late' });
  const relative = await aCard(services, strike, 'OPEN', { title: 'Late by T-0' });
  await sql`update card set due_at = now() - interval '30 hours' where id = ${late.id}`.execute(db());
  await sql`update card set due_offset_hours = 10 where id = ${relative.id}`.execute(db());
  await sql`update campaign set starts_at = now() - interval '11 hours' where id = ${strike.campaignId}`.execute(
    db(),
  );

  const [pulse] = nodes((await desks.deskOf(strike.carmen, { campaign: strike.slug })).campaigns);
  expect(pulse).toMatchObject({
    campaign: { slug: strike.slug },
    open: 2,
    inReview: 2,
    waiting: 2,
    late: 2,
    quiet: 0,
  });
  const hoursSince = (moment: unknown) => Math.round((Date.now() - Date.parse(String(moment))) / HOUR);
  expect([hoursSince(pulse!['waitingSince']), hoursSince(pulse!['since'])]).toEqual([7, 30]);
  const lateOnes = await desks.deskOf(strike.carmen, { late: true });
  expect(nodes(lateOnes.campaigns).map(({ campaign }) => campaign.slug)).toEqual([strike.slug]);
});

test('people are quiet who hold a card and were not seen for two days', async () => {
  const strike = await localOnStrike(services, { title: 'Quiet people' });
  const person = () => aPerson(services, strike.carmen);
  const [silent, here, idle, gone, handedIn] = await Promise.all([
    person(),
    person(),
    person(),
    person(),
    person(),
  ]);
  for (const [title, holder] of [
    ['Silent', silent],
    ['Here', here],
    ['Gone', gone],
  ] as const) {
    await aCard(services, strike, 'CLAIMED', { title, holder });
  }
  const later = await aCard(services, strike, 'CLAIMED', { title: 'Ends later', holder: silent });
  await sql`update card set lease_expires_at = lease_expires_at + interval '9 hours' where id = ${later.id}`.execute(
    db(),
  );
  await aCard(services, strike, 'IN_REVIEW', { holder: handedIn });
  for (const id of [silent, idle, handedIn]) await seen(id, 50);
  await seen(here, 47);
  // Without a session it counts since when they have the card.
  await sql`delete from session where person_id = ${gone}`.execute(db());
  await sql`update card set claimed_at = now() - interval '60 hours' where holder_id = ${gone}`.execute(db());

  const people = nodes((await desks.deskOf(strike.carmen, { campaign: strike.slug })).quietPeople);
  expect(people).toMatchObject([
    {
      person: { handle: await handleOf(services, gone) },
      held: 1,
      lastSeenAt: null,
      card: { title: 'Gone' },
    },
    { person: { handle: await handleOf(services, silent) }, held: 2, card: { title: 'Silent' } },
  ]);
});

test('newcomers to vet: with work to judge, or lately joined with a card in hand', async () => {
  const strike = await localOnStrike(services, { title: 'Newcomers' });
  const person = () => aPerson(services, strike.carmen);
  const [finished, reviewed, lately, longAgo, nothing, vetted] = await Promise.all([
    person(),
    person(),
    person(),
    person(),
    person(),
    aPerson(services, strike.carmen, { standing: 'VETTED' }),
  ]);
  const { id } = await aCard(services, strike, 'DONE', { title: 'Finished', holder: finished });
  await age(services, id, 80);
  // Earned by the finished card; somebody NEW with one is whom an organizer's rules left NEW.
  await sql`update person set standing = 'NEW' where id = ${finished}`.execute(db());
  await aCard(services, strike, 'CLAIMED', { title: 'And one in hand', holder: finished });
  await aCard(services, strike, 'IN_REVIEW', { title: 'In review', holder: reviewed });
  await aCard(services, strike, 'CLAIMED', { title: 'Lately', holder: lately });
  await aCard(services, strike, 'CLAIMED', { title: 'Long ago', holder: longAgo });
  await aCard(services, strike, 'IN_REVIEW', { title: 'Vetted', holder: vetted });
  await sql`update person set created_at = now() - interval '15 days' where id in (${longAgo}, ${reviewed})`.execute(
    db(),
  );
  expect(nothing).toBeTruthy();

  const mine = { campaign: strike.slug };
  const newcomers = nodes((await desks.deskOf(strike.carmen, mine)).newcomers);
  expect(newcomers).toMatchObject([
    {
      person: { handle: await handleOf(services, finished) },
      finished: 1,
      held: 1,
      card: { title: 'Finished' },
      late: true,
    },
    {
      person: { handle: await handleOf(services, reviewed) },
      inReview: 1,
      card: { title: 'In review' },
      late: false,
    },
    { person: { handle: await handleOf(services, lately) }, held: 1, card: { title: 'Lately' } },
  ]);
  await setStanding(services, strike.carmen, {
    handle: await handleOf(services, reviewed),
    standing: 'VETTED',
  });
  expect(nodes((await desks.deskOf(strike.carmen, mine)).newcomers)).toHaveLength(2);
});

test('a claim takes a card off the list of quiet ones', async () => {
  const strike = await localOnStrike(services, { title: 'Not quiet any more' });
  const { id } = await aCard(services, strike, 'OPEN', { title: 'Nobody’s' });
  await age(services, id, 100);
  expect(titles(nodes((await desks.deskOf(strike.carmen, { campaign: strike.slug })).quietCards))).toEqual([
    'Nobody’s',
  ]);
  await claimCard(services, strike.volunteer, { cardId: id });
  expect(nodes((await desks.deskOf(strike.carmen, { campaign: strike.slug })).quietCards)).toEqual([]);
});
