import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anEventWith, type Attended, say } from '../../../test/support/an-afterwards.ts';
import { type Hosts, hosts } from '../../../test/support/an-event.ts';
import { aHandle, refusalOf } from '../../../test/support/local-on-strike.ts';
import { asNow, joinAs } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { readerOf, type Viewer } from '../../core/access/viewer.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { StaleFields } from '../../platform/refusal/refusal.ts';
import { readEventsById } from '../event/read-events.ts';
import { checkIn } from '../registration/check-in.ts';
import { readOfPerson } from '../registration/read-registrations.ts';
import { composeRecap } from './compose-recap.ts';
import { recap as feature } from './feature.ts';
import { prepareRecap, type PrepareRecap } from './prepare-recap.ts';
import { publishRecap, takeBackRecap } from './publish-recap.ts';
import { readHelpers, readRecap } from './read-recap.ts';
import type { RecapItem, RecapSource } from './recap-parts.ts';
import { pictureOfRecap } from './recap-picture.ts';

let database: TestDatabase;
let services: TestServices;
let by: Hosts;
let approver: Viewer;
let after: Attended;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  by = await hosts(services);
  const { viewer } = await joinAs(services, aHandle());
  const { organizationId } = by;
  await setRole(services, by.coordinator, { organizationId, handle: viewer.handle, role: 'APPROVER' });
  approver = await asNow(services, viewer);
});
beforeEach(async () => {
  after = await anEventWith(services, by, {
    accounts: 2,
    chair: 'Lou',
    speakers: [{ name: 'Ana', role: 'host' }],
    parties: [
      { part: 'CO_HOST', name: 'Transit Riders' },
      { part: 'SPONSOR', name: 'The print shop' },
      { part: 'SUPPORTER', name: 'Nurses 12' },
    ],
  });
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();
const rowOf = (eventId = after.eventId) => readRecap(db(), eventId);
const whyOf = async (call: Promise<unknown>) => (await refusalOf(call)).why;
const prepare = (who: Viewer, given: Partial<PrepareRecap> = {}, within = services) =>
  prepareRecap(within, who, { eventId: after.eventId, asks: true, ...given });
const publish = async (who: Viewer, edition?: number) =>
  publishRecap(services, who, { eventId: after.eventId, edition: edition ?? (await rowOf()).edition });
const toldOf = async (who: Viewer) =>
  (
    await sql<{ kind: string }>`select kind from notification where person_id = ${who.personId}
      and event_id = ${after.eventId} order by id`.execute(db())
  ).rows.map(({ kind }) => kind);
const withParts = (kind: RecapSource['kind'], items: RecapItem[]): TestServices => ({
  ...services,
  recapParts: [{ kind, read: async () => items }],
});

test('it is made from what happened: nobody writes names again', async () => {
  await prepare(by.organizer);
  expect((await rowOf()).prepared).toMatchObject({
    ...{ words: '', recordingUrl: null, files: [], presenters: ['Ana'], volunteers: [] },
    hosts: ['Transit Workers 41', 'Transit Riders', 'Lou'],
    sponsors: ['The print shop', 'Nurses 12'],
    figures: [{ what: 'REGISTERED', number: null }],
  });
});

test('hosts correct it field by field, on what they read; null is again what follows from the event', async () => {
  await prepare(by.organizer, { asks: false, presenters: ['Ana', 'Bo'], words: 'A full house' });
  await prepare(by.coordinator, {
    ...{ asks: false, recordingUrl: 'videos.example.org/41', asRead: { recordingUrl: null } },
    files: [{ url: 'https://slides.example.org/41', label: 'Slides' }],
  });
  expect(await rowOf()).toMatchObject({
    ...{ words: 'A full house', presenters: ['Ana', 'Bo'], recordingUrl: 'https://videos.example.org/41' },
    ...{ files: [{ label: 'Slides', url: 'https://slides.example.org/41' }], edition: 0, prepared: null },
  });
  const stale = prepare(by.organizer, { words: 'Half a house', asRead: { words: '' } });
  expect(await refusalOf(stale)).toBeInstanceOf(StaleFields);
  await prepare(by.organizer, { presenters: null });
  expect((await rowOf()).prepared?.presenters).toEqual(['Ana']);
  expect(await refusalOf(prepare(by.organizer, { recordingUrl: 'javascript:1' }))).toMatchObject({
    ...{ field: 'recordingUrl', reason: 'BAD_URL' },
  });
});

test('who runs the event prepares it, once it is over', async () => {
  expect(await whyOf(prepare(approver))).toBe('ORGANIZERS_AND_COORDINATORS_ONLY');
  expect(await whyOf(prepare(by.stranger))).toBe('ORGANIZERS_AND_COORDINATORS_ONLY');
  const running = await anEventWith(services, by, { hoursAgo: 1 });
  expect(await whyOf(prepare(by.organizer, { eventId: running.eventId }))).toBe('EVENT_NOT_OVER');
  await sql`update event set cancelled_at = now() where id = ${running.eventId}`.execute(db());
  expect(await whyOf(prepare(by.organizer, { eventId: running.eventId }))).toBe('EVENT_CANCELLED');
});

test('nothing is public before somebody else of the local says yes; then those who had a place are told, once', async () => {
  expect(await whyOf(publish(approver, 0))).toBe('RECAP_NOT_READY');
  await prepare(by.organizer, { words: 'A full house' });
  expect((await rowOf()).published).toBeNull();
  expect([await toldOf(approver), await toldOf(by.organizer)]).toEqual([['RECAP_WAITS'], []]);
  expect(await refusalOf(publish(by.organizer))).toMatchObject({ code: 'OWN_WORK', why: 'OWN_RECAP' });
  for (const who of [by.coordinator, by.member, by.stranger])
    expect(await whyOf(publish(who))).toBe('LOCAL_ONLY');
  await publish(approver);
  await publish(approver);
  const row = await rowOf();
  expect(row.published).toEqual(row.prepared);
  expect(row.published?.words).toBe('A full house');
  for (const who of after.people) expect(await toldOf(who)).toEqual(['RECAP_THERE']);
  await takeBackRecap(services, by.organizer, { eventId: after.eventId });
  await publish(approver);
  for (const who of after.people) expect(await toldOf(who)).toEqual(['RECAP_THERE']);
});

test('whoever is alone in the local may say yes to what they prepared', async () => {
  const alone = await hosts(services);
  const { eventId } = await anEventWith(services, alone);
  await prepareRecap(services, alone.organizer, { eventId, asks: true });
  await publishRecap(services, alone.organizer, { eventId, edition: 1 });
  expect((await rowOf(eventId)).published).not.toBeNull();
});

test('the yes is to what was read: what was prepared since is not said yes to, and what is public stays', async () => {
  await prepare(by.organizer, { words: 'One' });
  await publish(approver, 1);
  await prepare(by.organizer, { words: 'Two' });
  expect((await rowOf()).published?.words).toBe('One');
  expect(await whyOf(publish(approver, 1))).toBe('RECAP_CHANGED');
  // What is only kept is not in it.
  await prepare(by.organizer, { words: 'Three', asks: false });
  await publish(approver, 2);
  expect((await rowOf()).published?.words).toBe('Two');
});

test('of two answers at once, one yes and one change, the yes is to what was read', async () => {
  await prepare(by.organizer, { words: 'Read' });
  const outcomes = await Promise.allSettled([
    publish(approver, 1),
    prepare(by.organizer, { words: 'Unread' }),
  ]);
  const { published } = await rowOf();
  expect(published?.words ?? 'Read').toBe('Read');
  expect(outcomes[1]!.status).toBe('fulfilled');
});

test('it is taken back at once, by the local and coordinators', async () => {
  await prepare(by.organizer);
  await publish(approver);
  const { eventId } = after;
  expect(await whyOf(takeBackRecap(services, by.member, { eventId }))).toBe('LOCAL_AND_COORDINATORS_ONLY');
  await takeBackRecap(services, by.coordinator, { eventId });
  await takeBackRecap(services, approver, { eventId });
  expect((await rowOf()).published).toBeNull();
});

test('what other nouns add is taken as it was when it was prepared; hosts leave a part out', async () => {
  const open = [
    { text: 'Who pays?', answer: 'The fund' },
    { text: 'When?', answer: null },
  ];
  await prepare(by.organizer, {}, withParts('QUESTIONS', open));
  await publish(approver);
  expect((await rowOf()).published?.parts).toEqual([{ kind: 'QUESTIONS', items: open }]);
  await prepare(by.organizer, { leftOut: ['QUESTIONS'] }, withParts('QUESTIONS', open));
  expect((await rowOf()).prepared?.parts).toEqual([]);
  const many = Array.from({ length: 120 }, (_, index) => ({ text: `Note ${index}`, answer: null }));
  await prepare(by.organizer, { leftOut: [] }, withParts('NOTES', many));
  expect((await rowOf()).prepared?.parts[0]!.items).toHaveLength(100);
  // A part in which nothing happened is none.
  await prepare(by.organizer, {}, withParts('NOTES', []));
  expect((await rowOf()).prepared?.parts).toEqual([]);
});

test('who stood at the door is offered for thanks, and who leaves is thanked by handle no more, in public neither', async () => {
  const helper = (await joinAs(services, aHandle())).viewer;
  const { organizationId } = by;
  await setRole(services, by.coordinator, { organizationId, handle: helper.handle, role: 'ORGANIZER' });
  const [place] = await readOfPerson(db(), after.people[0]!.personId, [after.eventId]);
  await checkIn(services, await asNow(services, helper), {
    ...{ eventId: after.eventId, registrationId: place!.id },
  });
  expect(await readHelpers(db(), after.eventId)).toEqual([{ id: helper.personId, handle: helper.handle }]);
  await prepare(by.organizer, { volunteers: ['Uncle Ed', helper.handle.toUpperCase(), helper.handle] });
  await publish(approver);
  await feature.erasesPerson!.also!(db(), helper.personId, services);
  const { volunteers, prepared, published } = await rowOf();
  for (const page of [{ volunteers }, prepared!, published!])
    expect(page.volunteers).toEqual([{ name: 'Uncle Ed', personId: null }]);
});

test('a stranger’s picture is there with the recap, and not before; nor of what strangers may not read', async () => {
  const slugOf = async () =>
    (await sql<{ slug: string }>`select slug from event where id = ${after.eventId}`.execute(db())).rows[0]!
      .slug;
  const t = (key: string) => key;
  await prepare(by.organizer);
  expect(await pictureOfRecap(services, await slugOf(), t)).toBeNull();
  await publish(approver);
  expect(await pictureOfRecap(services, await slugOf(), t)).toMatchObject({ title: 'Tools and tactics' });
  await sql`update event set sensitivity = 'TEAM' where id = ${after.eventId}`.execute(db());
  expect(await pictureOfRecap(services, await slugOf(), t)).toBeNull();
});

test('feedback of five is in numbers only, and in no frozen page', async () => {
  const many = await anEventWith(services, by, { strangers: 5 });
  for (const place of many.places) await say(services, place, { good: 'Mine alone' });
  const em = services.orm.em.fork();
  const [event] = await readEventsById(em, readerOf(by.organizer), [many.eventId]);
  const page = await composeRecap(services, em, event!, await rowOf(many.eventId));
  expect(JSON.stringify(page)).not.toContain('Mine alone');
});
