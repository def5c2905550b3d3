import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEventWith, say } from '../../../test/support/an-afterwards.ts';
import { anEvent, type Hosts, hosts, letEventComeNear } from '../../../test/support/an-event.ts';
import { refusalOf } from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { repeatEvent } from '../event/repeat-event.ts';
import { cancelRegistration } from '../registration/own-registration.ts';
import { readBySecret, readOfPerson } from '../registration/read-registrations.ts';
import { askForFeedback } from './ask-for-feedback.ts';
import { ANSWER_DAYS, feedback as feature } from './feature.ts';
import { editionIn } from './feedback-questions.ts';
import { toSum } from './feedback.type.ts';
import type { ByPlace } from './find-place.ts';
import { readAnswer, readSums, readTexts, readWishes } from './read-feedback.ts';

let database: TestDatabase;
let services: TestServices;
let by: Hosts;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  by = await hosts(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();
const sumOf = async (eventId: string) => (await readSums(db(), [eventId]))[0];
const answerOf = async (place: ByPlace) => {
  const row =
    'secret' in place
      ? await readBySecret(db(), place.secret)
      : (await readOfPerson(db(), place.viewer.personId, [place.eventId]))[0]!;
  return readAnswer(db(), row);
};
const whyOf = async (call: Promise<unknown>) => (await refusalOf(call)).why;
const toldOf = async (who: Viewer, eventId: string) =>
  (
    await sql<{ kind: string }>`select kind from notification where person_id = ${who.personId}
      and event_id = ${eventId} order by id`.execute(db())
  ).rows.map(({ kind }) => kind);

test('with an account or by the receipt, one answer each, which can be changed', async () => {
  const { places, eventId } = await anEventWith(services, by, { accounts: 1, strangers: 1 });
  for (const place of places) {
    await say(services, place, { good: 'The map', balance: 'TOO_MUCH_TALK', nextSkills: ['WRITING'] });
    await say(services, place, { good: 'The coffee', nextWords: 'Filming' });
    expect(await answerOf(place)).toMatchObject({
      ...{ good: 'The coffee', balance: null, nextSkills: [], nextWords: 'Filming' },
    });
  }
  const { rows } = await sql`select from feedback where event_id = ${eventId}`.execute(db());
  expect(rows).toHaveLength(2);
});

test('who gave a place up and took another says it once', async () => {
  const { places, eventId, people } = await anEventWith(services, by, { accounts: 1, hoursAgo: -1 });
  await letEventComeNear(services, eventId, 2);
  await say(services, places[0]!, { good: 'First' });
  const [first] = await readOfPerson(db(), people[0]!.personId, [eventId]);
  await cancelRegistration(services, { viewer: people[0]!, registrationId: first!.id });
  expect(await whyOf(say(services, places[0]!, { good: 'Without a place' }))).toBe('HAD_NO_PLACE');
  const { register } = await import('../registration/register.ts');
  await register(services, people[0]!, { eventId, seat: 'ROOM', people: 1 });
  await say(services, places[0]!, { good: 'Again' });
  const { rows } = await sql`select good from feedback where event_id = ${eventId}`.execute(db());
  expect(rows).toEqual([{ good: 'Again' }]);
});

test('it opens as the event begins and closes two weeks after its end, by the clock of the database', async () => {
  const { places, eventId } = await anEventWith(services, by, { accounts: 1, hoursAgo: -1 });
  const [place] = places;
  expect(await whyOf(say(services, place!, { good: 'Early' }))).toBe('EVENT_NOT_BEGUN');
  await letEventComeNear(services, eventId, 1.1);
  await say(services, place!, { good: 'While it lasts' });
  await letEventComeNear(services, eventId, 14 * 24 + 1.7);
  await say(services, place!, { good: 'Just in time' });
  await letEventComeNear(services, eventId, 0.3);
  expect(await whyOf(say(services, place!, { good: 'Late' }))).toBe('AFTERWARDS_OVER');
  expect((await answerOf(place!))?.good).toBe('Just in time');
});

test('who has no place says nothing, an answer says something, and answers a question we asked', async () => {
  const { places, eventId } = await anEventWith(services, by, { accounts: 1 });
  expect(await whyOf(say(services, { viewer: by.member, eventId }, { good: 'Hm' }))).toBe('HAD_NO_PLACE');
  expect((await refusalOf(say(services, { secret: 'x'.repeat(43) }, { good: 'Hm' }))).code).toBe(
    'LINK_INVALID',
  );
  expect(await refusalOf(say(services, places[0]!, { good: ' ' }))).toMatchObject({
    field: 'good',
    reason: 'EMPTY',
  });
  expect(await refusalOf(say(services, places[0]!, { good: 'Hm', edition: 'made up' }))).toMatchObject({
    ...{ field: 'edition', reason: 'UNKNOWN' },
  });
  expect(await refusalOf(say(services, places[0]!, { good: 'a'.repeat(1001) }))).toMatchObject({
    ...{ field: 'good', reason: 'TOO_LONG' },
  });
});

test('the words of the questions are kept with the answers, also when we ask in other words later', async () => {
  const { places, eventId } = await anEventWith(services, by, { strangers: 6 });
  const [first, ...others] = places;
  const spanish = editionIn(services, 'es');
  await say(services, first!, { edition: spanish.hash, good: 'El mapa' });
  for (const place of others) await say(services, place, { good: 'The map' });
  expect(editionIn(services, 'xx')).toEqual(editionIn(services, 'en'));
  const other = { ...services, feedbackWords: () => (key: string) => `Otherwise: ${key}` };
  // An answer to what was asked before is taken: the form was open for a while.
  await say(other, first!, { edition: spanish.hash, good: 'El café' });
  expect((await answerOf(first!))?.questions.good).toBe('¿Qué estuvo bien?');
  expect(await readTexts(db(), eventId)).toContainEqual({
    ...{ question: 'GOOD', asked: '¿Qué estuvo bien?', text: 'El mapa' },
  });
});

test('below five answers nothing is shown; with the fifth there are figures, small ones unsaid, and texts without names', async () => {
  const { places, eventId } = await anEventWith(services, by, { accounts: 3, strangers: 4 });
  for (const [index, place] of places.slice(0, 4).entries())
    await say(services, place, { good: `Good ${index}`, missing: `Less ${index}`, balance: 'TOO_MUCH_TALK' });
  expect([await sumOf(eventId), await readTexts(db(), eventId)]).toEqual([undefined, []]);
  await say(services, places[4]!, { good: 'Good 4', balance: 'TOO_MUCH_TALK', nextSkills: ['WRITING'] });
  const sum = toSum((await sumOf(eventId))!);
  expect(sum).toMatchObject({
    answers: 5,
    balance: [
      { balance: 'TOO_MUCH_TALK', people: 5 },
      { balance: 'RIGHT', people: null },
      { balance: 'ENOUGH_HANDS_ON', people: null },
    ],
    wishes: [{ skill: 'WRITING', people: null }],
  });
  const texts = await readTexts(db(), eventId);
  const good = texts.filter(({ question }) => question === 'GOOD').map(({ text }) => text);
  expect(good.toSorted()).toEqual(['Good 0', 'Good 1', 'Good 2', 'Good 3', 'Good 4']);
  expect(Object.keys(texts[0]!)).toEqual(['question', 'asked', 'text']);
});

test('one answer moves no figure and shows no text, new or changed: four more have to say something', async () => {
  const { places, eventId } = await anEventWith(services, by, { strangers: 10 });
  for (const place of places.slice(0, 5)) await say(services, place, { good: 'Before', balance: 'RIGHT' });
  const before = [await sumOf(eventId), await readTexts(db(), eventId)];
  // Again and again by one is one.
  for (const good of ['One', 'Two', 'Three', 'Four', 'Five'])
    await say(services, places[0]!, { good, balance: 'TOO_MUCH_TALK' });
  for (const place of places.slice(5, 8))
    await say(services, place, { good: 'New', balance: 'TOO_MUCH_TALK' });
  expect([await sumOf(eventId), await readTexts(db(), eventId)]).toEqual(before);
  await say(services, places[8]!, { good: 'New', balance: 'RIGHT' });
  expect(await sumOf(eventId)).toMatchObject({ answers: 9, balance: { RIGHT: 5, TOO_MUCH_TALK: 4 } });
  expect((await readTexts(db(), eventId)).map(({ text }) => text).toSorted()).toEqual([
    'Before',
    'Before',
    'Before',
    'Before',
    'Five',
    'New',
    'New',
    'New',
    'New',
  ]);
});

test('five fifth answers at once are counted all', async () => {
  const { places, eventId } = await anEventWith(services, by, { strangers: 10 });
  await Promise.all(places.map((place) => say(services, place, { balance: 'RIGHT' })));
  expect(await sumOf(eventId)).toMatchObject({ answers: 10, balance: { RIGHT: 10 } });
});

test('what an event taught the next one: wishes of it and of earlier ones of its series', async () => {
  const { places, eventId } = await anEventWith(services, by, { strangers: 6 });
  for (const place of places) await say(services, place, { nextSkills: ['ONLINE_VIDEO', 'WRITING'] });
  const next = await anEvent(services, by);
  const [repeated] = await repeatEvent(services, by.organizer, { eventId: next, every: 'WEEK', times: 1 });
  await sql`update event set series = ${next}, starts_at = starts_at - interval '1 day' where id = ${eventId}`.execute(
    db(),
  );
  const ids = [eventId, next, repeated!];
  const wishes = new Map((await readWishes(db(), ids)).map((row) => [row.eventId, row.skills]));
  // Five were counted; the sixth waits for others.
  for (const id of ids) expect(wishes.get(id)).toEqual({ ONLINE_VIDEO: 5, WRITING: 5 });
});

test('an hour after the end people with an account are asked once, but for those who spoke, and gave their place up', async () => {
  const { places, eventId, people } = await anEventWith(services, by, { accounts: 3 });
  const { rows } = await sql<{ at: Date }>`select ends_at as at from event where id = ${eventId}`.execute(
    db(),
  );
  const job = { askOf: eventId, endsAt: rows[0]!.at.toISOString() };
  await say(services, places[0]!, { good: 'Already' });
  await sql`update registration set state = 'CANCELLED' where event_id = ${eventId} and person_id = ${people[1]!.personId}`.execute(
    db(),
  );
  await askForFeedback(services, { ...job, endsAt: new Date(rows[0]!.at.getTime() - 60_000).toISOString() });
  expect(await toldOf(people[2]!, eventId)).toEqual([]);
  await askForFeedback(services, job);
  await askForFeedback(services, job);
  expect(await Promise.all(people.map((who) => toldOf(who, eventId)))).toEqual([[], [], ['FEEDBACK_ASKED']]);
});

test('the job waits for an hour after the end, and anew where the event moves', async () => {
  const eventId = await anEvent(services, by);
  const jobs = async () =>
    (
      await sql<{
        minutes: number;
      }>`select round(extract(epoch from job.start_after - event.ends_at) / 60)::int as minutes
        from pgboss.job join event on event.id = ${eventId}
        where job.name = 'feedback' and data ->> 'askOf' = ${eventId}`.execute(db())
    ).rows;
  expect(await jobs()).toEqual([{ minutes: 60 }]);
});

test('whose an answer is is forgotten when it can be changed no more; words go later, figures stay', async () => {
  const { places, eventId } = await anEventWith(services, by, { accounts: 1, strangers: 4 });
  for (const place of places) await say(services, place, { good: 'Good', balance: 'RIGHT' });
  const age = async () => {
    for (const statement of feature.agesOut!) await statement.execute(db());
  };
  const left = async () =>
    (
      await sql<{ known: boolean }>`select (person_id is not null or registration_id is not null) as known
        from feedback where event_id = ${eventId}`.execute(db())
    ).rows.map(({ known }) => known);
  await letEventComeNear(services, eventId, 24 * 14);
  await age();
  expect(await left()).toEqual([true, true, true, true, true]);
  await letEventComeNear(services, eventId, 25);
  await age();
  expect(await left()).toEqual([false, false, false, false, false]);
  await letEventComeNear(services, eventId, 24 * ANSWER_DAYS);
  await age();
  expect(await left()).toEqual([]);
  expect(await sumOf(eventId)).toMatchObject({ answers: 5, balance: { RIGHT: 5 } });
});
