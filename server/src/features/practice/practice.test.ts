import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anEvent, type Hosts, hosts } from '../../../test/support/an-event.ts';
import { aTraining, comeTo, PRACTICE, practise, type Training } from '../../../test/support/a-training.ts';
import {
  aCard,
  aHandle,
  codeOf,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { asNow, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { approveCard, passCraftReview } from '../../core/review/review-card.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import { checkIn } from '../registration/check-in.ts';
import { register } from '../registration/register.ts';
import { answerPractice } from './answer-practice.ts';
import {
  createPracticeCard,
  MOST_CARDS,
  removePracticeCard,
  updatePracticeCard,
} from './create-practice-card.ts';
import { handInPractice, leavePractice, MOST_UNDER_WAY, startPractice } from './do-practice.ts';
import { readPractice } from './read-practice.ts';

let database: TestDatabase;
let services: TestServices;
/** Who holds the trainings, and a local of another organization. */
let by: Hosts;
let strike: LocalOnStrike;
let training: Training;
let me: Viewer;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  by = await hosts(services);
  strike = await localOnStrike(services);
});
beforeEach(async () => {
  training = await aTraining(services, by);
  me = await newcomer(services, aHandle());
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();
const now = async (id: string) => (await readPractice(db(), id))!;
const wellDone = (practiceId: string, who = by.organizer, here?: (id: string) => boolean) =>
  answerPractice(services, who, { practiceId, wellDone: true, words: 'Clear and short' }, here);
const standingOf = async ({ personId }: Viewer) => {
  const { rows } = await sql<{ standing: string; reason: string | null }>`select standing,
    (select reason from standing_change where person_id = person.id order by at desc limit 1) as reason
    from person where id = ${personId}`.execute(db());
  return rows[0]!;
};
const told = async ({ personId }: Viewer) => {
  const { rows } = await sql<{ kind: string; path: string }>`select kind, path from notification
    where person_id = ${personId} order by id`.execute(db());
  return rows;
};

async function asOrganizer(who: Viewer, organizationId: string, by: Viewer): Promise<Viewer> {
  await setRole(services, by, { organizationId, handle: who.handle, role: 'ORGANIZER' });
  return asNow(services, who);
}

test('any number hold one practice card at once; begun twice is once; left is as if never begun', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => newcomer(services, aHandle())));
  const ids = await Promise.all(people.map((who) => startPractice(services, who, training.cardId)));
  expect(new Set(ids).size).toBe(5);
  const twice = await Promise.all([1, 2, 3].map(() => startPractice(services, me, training.cardId)));
  expect(new Set(twice).size).toBe(1);
  expect(await codeOf(leavePractice(services, people[0]!, twice[0]!))).toBe('NOT_FOUND');
  await leavePractice(services, me, twice[0]!);
  expect(await readPractice(db(), twice[0]!)).toBeUndefined();
});

test('handed in, sent back with words, handed in anew, well done: each is told, hosts once while they did not look', async () => {
  const id = await practise(services, training.cardId, me);
  const other = await newcomer(services, aHandle());
  await practise(services, training.cardId, other);
  const waits = (await told(by.organizer)).filter(({ kind }) => kind === 'PRACTICE_WAITS');
  expect(waits.filter(({ path }) => path.startsWith('/practice/'))).toHaveLength(1);
  await answerPractice(services, by.organizer, { practiceId: id, wellDone: false, words: 'Shorter' });
  expect(await now(id)).toMatchObject({ state: 'TRY_AGAIN', answer: 'Shorter', worth: null });
  await handInPractice(services, me, { practiceId: id, words: 'Shorter ones' });
  const { handedInAt } = await now(id);
  const stale = { practiceId: id, wellDone: true, words: 'Yes', handedInAt: new Date(0) };
  expect((await refusalOf(answerPractice(services, by.organizer, stale))).why).toBe('PRACTICE_CHANGED');
  await answerPractice(services, by.organizer, { ...stale, handedInAt: new Date(handedInAt!) });
  expect(await now(id)).toMatchObject({ state: 'DONE', answer: 'Yes', worth: 'NOT_CHECKED_IN' });
  expect((await told(me)).map(({ kind }) => kind)).toEqual(['PRACTICE_ANSWERED', 'PRACTICE_ANSWERED']);
  expect((await refusalOf(wellDone(id))).why).toBe('NOTHING_TO_ANSWER');
  for (const late of [
    () => handInPractice(services, me, { practiceId: id, words: 'More' }),
    () => leavePractice(services, me, id),
  ])
    expect((await refusalOf(late())).why).toBe('PRACTICE_DONE');
});

test('nothing at all is not handed in, and a session and a person have their bounds', async () => {
  const id = await startPractice(services, me, training.cardId);
  expect(await codeOf(handInPractice(services, me, { practiceId: id, words: '  ' }))).toBe('INVALID_INPUT');
  await handInPractice(services, me, { practiceId: id, links: [{ url: 'https://example.org/post' }] });
  for (let count = 1; count < MOST_CARDS; count++)
    await createPracticeCard(services, by.organizer, { ...PRACTICE, sessionId: training.sessionId });
  const more = createPracticeCard(services, by.organizer, { ...PRACTICE, sessionId: training.sessionId });
  expect(await codeOf(more)).toBe('INVALID_INPUT');
  await sql`with more as (insert into practice_card (id, event_id, title, deliverable, skill, hours, language)
      select gen_random_uuid(), ${training.eventId}, 'Post', 'One', 'WRITING', 1, 'en'
      from generate_series(2, ${MOST_UNDER_WAY}::int) returning id)
    insert into practice (id, card_id, person_id) select gen_random_uuid(), id, ${me.personId} from more`.execute(
    db(),
  );
  const another = await aTraining(services, by);
  expect((await refusalOf(startPractice(services, me, another.cardId))).why).toBe('PRACTICES_UNDER_WAY');
});

test('cards belong to trainings, are laid out by who runs them, once for each request; who has begun one that goes, goes on', async () => {
  const { sessionId, cardId } = training;
  for (const who of [by.member, by.stranger, me])
    expect(await codeOf(createPracticeCard(services, who, { ...PRACTICE, sessionId }))).toBe('NOT_ALLOWED');
  const talk = await anEvent(services, by, {
    sessions: [
      {
        title: 'Talk',
        startsWall: new Date(Date.now() + 168 * 3_600_000).toISOString().slice(0, 16),
        minutes: 30,
      },
    ],
  });
  const { rows } = await sql<{ id: string }>`select id from event_session where event_id = ${talk}`.execute(
    db(),
  );
  const atTalk = createPracticeCard(services, by.organizer, { ...PRACTICE, sessionId: rows[0]!.id });
  expect((await refusalOf(atTalk)).why).toBe('NOT_A_TRAINING');
  const twice = { ...PRACTICE, sessionId, requestId: crypto.randomUUID() };
  const made = await createPracticeCard(services, by.organizer, twice);
  expect(await createPracticeCard(services, by.organizer, twice)).toBe(made);
  const id = await startPractice(services, me, cardId);
  await removePracticeCard(services, by.organizer, cardId);
  await handInPractice(services, me, { practiceId: id, words: 'Still here' });
  const late = await newcomer(services, aHandle());
  expect((await refusalOf(startPractice(services, late, cardId))).why).toBe('PRACTICE_GONE');
});

test('who runs the training and who knows the craft answer; nobody their own, nobody else any', async () => {
  const id = await practise(services, training.cardId, me);
  expect(await codeOf(wellDone(id, by.stranger))).toBe('NOT_ALLOWED');
  expect(await codeOf(wellDone(id, me))).toBe('OWN_WORK');
  const crafty = await newcomer(services, aHandle());
  expect(await codeOf(wellDone(id, crafty))).toBe('NOT_ALLOWED');
  await setStanding(services, by.coordinator, { handle: crafty.handle, standing: 'VETTED', note: 'Known' });
  await sql`update person set skills = array['ONLINE_VIDEO'] where id = ${crafty.personId}`.execute(db());
  expect(await codeOf(wellDone(id, crafty))).toBe('NOT_ALLOWED');
  await sql`update person set skills = array['WRITING'] where id = ${crafty.personId}`.execute(db());
  await wellDone(id, crafty);
  expect((await now(id)).state).toBe('DONE');
  const own = await practise(services, training.cardId, by.organizer);
  expect(await codeOf(wellDone(own, by.organizer))).toBe('OWN_WORK');
});

/** Somebody new with one card that a local of another organization approved. */
const withOneCard = async () => {
  await aCard(services, strike, 'DONE', { holder: me.personId });
  expect((await standingOf(me)).standing).toBe('NEW');
};

test('one approved card and one practice where one was checked in make vetted, with that reason, whichever came first', async () => {
  await withOneCard();
  await comeTo(services, by, training.eventId, me);
  await wellDone(await practise(services, training.cardId, me));
  expect(await standingOf(me)).toEqual({ standing: 'VETTED', reason: 'PRACTISED' });
  expect((await told(me)).map(({ kind }) => kind)).toContain('STANDING_CHANGED');
  me = await newcomer(services, aHandle());
  await comeTo(services, by, training.eventId, me);
  await wellDone(await practise(services, training.cardId, me));
  expect((await standingOf(me)).standing).toBe('NEW');
  await aCard(services, strike, 'DONE', { holder: me.personId });
  expect(await standingOf(me)).toEqual({ standing: 'VETTED', reason: 'PRACTISED' });
});

test('nobody is vetted by practice alone, however many there are and wherever', async () => {
  const elsewhere = await hosts(services);
  for (const host of [by, by, elsewhere]) {
    const each = await aTraining(services, host);
    await comeTo(services, host, each.eventId, me);
    await wellDone(await practise(services, each.cardId, me), host.organizer);
  }
  expect((await standingOf(me)).standing).toBe('NEW');
  const { rows } = await sql<{ worth: string }>`select worth from practice where person_id = ${me.personId}
    order by started_at`.execute(db());
  expect(rows.map(({ worth }) => worth)).toEqual(['COUNTS', 'COUNTED_BEFORE', 'COUNTS']);
});

test.each([
  ['who was not checked in', 'NOT_CHECKED_IN', async () => undefined],
  [
    'who let themselves in',
    'NOT_CHECKED_IN',
    async () => {
      me = await asOrganizer(me, by.organizationId, by.coordinator);
      const { registrationId } = await register(services, me, {
        eventId: training.eventId,
        seat: 'ROOM',
        people: 1,
      });
      await checkIn(services, me, { eventId: training.eventId, registrationId });
    },
  ],
  [
    'whose account was on the device of whoever answers',
    'SAME_BROWSER',
    () => comeTo(services, by, training.eventId, me),
  ],
])('the practice of %s counts for nothing', async (_who, worth, before) => {
  await withOneCard();
  await before();
  const id = await practise(services, training.cardId, me);
  await wellDone(
    id,
    by.organizer,
    worth === 'SAME_BROWSER' ? (personId) => personId === me.personId : undefined,
  );
  expect((await now(id)).worth).toBe(worth);
  expect((await standingOf(me)).standing).toBe('NEW');
});

test('a trainer whose own organization approved the card, or who decided on it elsewhere, vets nobody alone', async () => {
  // The organization that is on strike holds the training too.
  const organizer = await asOrganizer(
    await newcomer(services, aHandle()),
    strike.organizationId,
    strike.carmen,
  );
  const ours: Hosts = { ...by, organizationId: strike.organizationId, organizer };
  const home = await aTraining(services, ours);
  await withOneCard();
  await comeTo(services, ours, home.eventId, me);
  const id = await practise(services, home.cardId, me);
  await wellDone(id, organizer);
  expect((await now(id)).worth).toBe('COUNTS');
  expect((await standingOf(me)).standing).toBe('NEW');
  // Who looked at the craft of the card answers the practice elsewhere: one person, two pieces.
  await comeTo(services, by, training.eventId, me);
  await wellDone(await practise(services, training.cardId, me), strike.carmen);
  expect((await standingOf(me)).standing).toBe('NEW');
});

test('a card and a practice that are answered at one moment make vetted, once, each time', async () => {
  for (let round = 0; round < 8; round++) {
    me = await newcomer(services, aHandle());
    const { id: cardId } = await aCard(services, strike, 'IN_REVIEW', { holder: me.personId });
    await comeTo(services, by, training.eventId, me);
    const id = await practise(services, training.cardId, me);
    await passCraftReview(services, strike.coordinator, { cardId });
    await Promise.all([wellDone(id), approveCard(services, strike.organizer, { cardId, thanks: 'Thanks' })]);
    expect(await standingOf(me)).toEqual({ standing: 'VETTED', reason: 'PRACTISED' });
    const { rows } = await sql`select from standing_change where person_id = ${me.personId}`.execute(db());
    expect(rows).toHaveLength(1);
  }
});

// mutant: a change writes the fields that were not given as well, and another one's words are gone.
test('a practice card is changed in place, field by field, on what was read; who has begun goes on with it', async () => {
  const { cardId } = training;
  const mine = await startPractice(services, me, cardId);
  const card = async () =>
    (
      await sql<{ title: string; deliverable: string; hours: number; checklist: string[]; links: unknown }>`
      select title, deliverable, hours, checklist, links from practice_card where id = ${cardId}`.execute(
        db(),
      )
    ).rows[0]!;
  const before = await card();
  await updatePracticeCard(services, by.organizer, {
    cardId,
    title: 'Two lines',
    asRead: { title: before.title },
  });
  const link = { label: 'One', url: 'https://a.example' };
  await updatePracticeCard(services, by.coordinator, {
    ...{ cardId, checklist: ['Read', 'Write'], links: [link], hours: 2 },
    asRead: { checklist: before.checklist },
  });
  expect(await card()).toMatchObject({
    ...{ title: 'Two lines', deliverable: before.deliverable, hours: 2 },
    ...{ checklist: ['Read', 'Write'], links: [{ url: 'https://a.example/' }] },
  });
  const late = { cardId, title: 'Three', asRead: { title: before.title } };
  expect((await refusalOf(updatePracticeCard(services, by.organizer, late))).code).toBe('STALE_FIELDS');
  expect(await refusalOf(updatePracticeCard(services, by.organizer, { cardId, hours: 9 }))).toMatchObject({
    ...{ field: 'hours', reason: 'OUT_OF_RANGE' },
  });
  expect(await codeOf(updatePracticeCard(services, me, { cardId, title: 'Mine' }))).toBe('NOT_ALLOWED');
  await handInPractice(services, me, { practiceId: mine, words: 'Done' });
  await removePracticeCard(services, by.organizer, cardId);
  const gone = updatePracticeCard(services, by.organizer, { cardId, title: 'Gone' });
  expect((await refusalOf(gone)).why).toBe('PRACTICE_GONE');
});
