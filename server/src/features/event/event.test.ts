import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEvent, type Hosts, hosts, letEventComeNear, wallIn } from '../../../test/support/an-event.ts';
import { codeOf, refusalOf } from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { readerOf, type Viewer } from '../../core/access/viewer.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { type InvalidInput, StaleFields } from '../../platform/refusal/refusal.ts';
import { cancelEvent } from './cancel-event.ts';
import { createEvent } from './create-event.ts';
import { readSessions } from './event-sessions.ts';
import { type EventRow, listEvents, readEventsById } from './read-events.ts';
import { repeatEvent } from './repeat-event.ts';
import { updateEvent } from './update-event.ts';

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
const eventOf = async (id: string, who: Viewer | null = by.organizer): Promise<EventRow | undefined> =>
  (await readEventsById(services.orm.em.fork(), readerOf(who), [id]))[0];
const reasonOf = async (call: Promise<unknown>) => {
  const { field, reason } = (await refusalOf(call)) as InvalidInput;
  return `${field} ${reason}`;
};
const inChicago = { timeZone: 'America/Chicago' };

test('an event keeps what clocks show and where they hang; the moments follow from that', async () => {
  const id = await anEvent(services, by, {
    ...inChicago,
    ...{ startsWall: '2027-03-13T19:00', endsWall: '2027-03-14T03:00' },
  });
  const event = (await eventOf(id))!;
  expect(event).toMatchObject({ startsWall: '2027-03-13T19:00', phase: 'BEFORE', online: false });
  expect(event.startsAt.toISOString()).toBe('2027-03-14T01:00:00.000Z');
  // The clocks were put on in between.
  expect(event.endsAt.toISOString()).toBe('2027-03-14T08:00:00.000Z');
});

test('a time that does not exist or comes twice is refused, or asked which', async () => {
  const night = { ...inChicago, endsWall: '2027-03-14T06:00' };
  expect(await reasonOf(anEvent(services, by, { ...night, startsWall: '2027-03-14T02:30' }))).toBe(
    'startsWall NO_SUCH_TIME',
  );
  const twice = { ...inChicago, startsWall: '2027-11-07T01:30', endsWall: '2027-11-07T06:00' };
  expect(await reasonOf(anEvent(services, by, twice))).toBe('startsWall TWICE');
  const id = await anEvent(services, by, { ...twice, startsFold: 'LATER' });
  expect((await eventOf(id))!.startsAt.toISOString()).toBe('2027-11-07T07:30:00.000Z');
});

test('what cannot be taken is refused at its field', async () => {
  const wrong = (words: object) => reasonOf(anEvent(services, by, words));
  expect(await wrong({ title: ' ' })).toBe('title EMPTY');
  expect(await wrong({ place: '' })).toBe('place EMPTY');
  expect(await wrong({ endsWall: wallIn(160) })).toBe('endsWall OUT_OF_RANGE');
  expect(await wrong({ endsWall: wallIn(168 + 24 * 15) })).toBe('endsWall OUT_OF_RANGE');
  expect(await wrong({ timeZone: '+05:00' })).toBe('timeZone UNKNOWN');
  expect(await wrong({ roomCapacity: -1 })).toBe('roomCapacity OUT_OF_RANGE');
  expect(await wrong({ hashtag: 'two words' })).toBe('hashtag BAD_CHARACTERS');
  expect(await wrong({ streamUrl: 'javascript:alert(1)' })).toBe('streamUrl BAD_URL');
  expect(await wrong({ slug: 'new' })).toBe('slug RESERVED');
  const before = { title: 'Early', startsWall: wallIn(1), minutes: 30 };
  expect(await wrong({ sessions: [before] })).toBe('sessions OUT_OF_RANGE');
  expect(await wrong({ speakers: Array.from({ length: 21 }, () => ({ name: 'Ana' })) })).toBe(
    'speakers TOO_MANY',
  );
});

test('a name in addresses is one event’s; a request that comes again makes no other', async () => {
  const words = { slug: 'the-same-name', requestId: 'mark\u0000one' };
  const id = await anEvent(services, by, words);
  expect(await anEvent(services, by, words)).toBe(id);
  expect(await reasonOf(anEvent(services, by, { slug: words.slug, requestId: 'mark\u0000two' }))).toBe(
    'slug TAKEN',
  );
});

test('organizers of that organization and coordinators announce, change and call off; nobody else', async () => {
  const id = await anEvent(services, by);
  const other = await hosts(services);
  const words = { slug: 'not-theirs', title: 'X', kind: 'CALL', place: 'Y', timeZone: 'UTC' } as const;
  for (const who of [by.member, by.stranger, other.organizer]) {
    const times = { startsWall: wallIn(5), endsWall: wallIn(6) };
    const made = createEvent(services, who, { ...words, ...times, organizationId: by.organizationId });
    expect(await codeOf(made)).toBe('NOT_ALLOWED');
    expect(await codeOf(updateEvent(services, who, { eventId: id, title: 'Z' }))).toBe('NOT_ALLOWED');
    expect(await codeOf(cancelEvent(services, who, { eventId: id, words: 'No' }))).toBe('NOT_ALLOWED');
    expect(await codeOf(repeatEvent(services, who, { eventId: id, every: 'WEEK', times: 2 }))).toBe(
      'NOT_ALLOWED',
    );
  }
  await updateEvent(services, by.coordinator, { eventId: id, title: 'Changed' });
  expect((await eventOf(id))!.title).toBe('Changed');
});

test('who may not read an event hears of none, whatever they try; whoever may finds it in the list', async () => {
  const id = await anEvent(services, by, { sensitivity: 'TEAM' });
  expect([await eventOf(id, null), await eventOf(id, by.stranger)]).toEqual([undefined, undefined]);
  expect(await eventOf(id, by.member)).toBeDefined();
  expect(await codeOf(updateEvent(services, by.stranger, { eventId: id, title: 'Z' }))).toBe('NOT_FOUND');
  const listed = async (who: Viewer | null) =>
    (
      await listEvents(services.orm.em.fork(), readerOf(who), { when: 'COMING' }, { limit: 100, after: null })
    ).some((event) => event.id === id);
  expect([await listed(null), await listed(by.stranger), await listed(by.member)]).toEqual([
    false,
    false,
    true,
  ]);
});

test('a change is held against what its writer read', async () => {
  const eventId = await anEvent(services, by, { title: 'One', speakers: [{ name: 'Ana' }] });
  await updateEvent(services, by.organizer, { eventId, title: 'Two', asRead: { title: 'One' } });
  const late = updateEvent(services, by.organizer, { eventId, title: 'Three', asRead: { title: 'One' } });
  expect(await refusalOf(late)).toBeInstanceOf(StaleFields);
  // Another field is no clash.
  const speakers = [{ name: 'Ana', role: 'host', line: '' }];
  const read = [{ name: 'Ana', role: '', line: '' }];
  await updateEvent(services, by.organizer, { eventId, speakers, asRead: { speakers: read } });
  expect(await eventOf(eventId)).toMatchObject({ title: 'Two', speakers });
});

test('sessions are kept, changed and taken away; they move along with their event', async () => {
  const at = (hours: number) => wallIn(168 + hours);
  const session = (title: string, hours: number) => ({ title, startsWall: at(hours), minutes: 45 });
  const eventId = await anEvent(services, by, { sessions: [session('Second', 1), session('First', 0)] });
  const read = () => readSessions(db(), [eventId]);
  const [first] = await read();
  expect((await read()).map(({ title }) => title)).toEqual(['First', 'Second']);
  const kept = { ...session('Still first', 0), id: toGlobalId('EventSession', first!.id) };
  await updateEvent(services, by.organizer, { eventId, sessions: [kept] });
  expect(await read()).toMatchObject([{ id: first!.id, title: 'Still first' }]);
  const event = (await eventOf(eventId))!;
  await updateEvent(services, by.organizer, { eventId, startsWall: at(24), endsWall: at(26) });
  const [moved] = await read();
  expect(moved!.id).toBe(first!.id);
  expect(moved!.startsAt.getTime() - event.startsAt.getTime()).toBe(24 * 3_600_000);
  expect((await eventOf(eventId))!.sequence).toBe(event.sequence + 1);
});

test('repeated each week across the change, clocks show the same; twice makes no other; each is its own', async () => {
  const eventId = await anEvent(services, by, {
    ...inChicago,
    ...{ slug: 'weekly', startsWall: '2027-03-03T19:00', endsWall: '2027-03-03T21:00', roomCapacity: 5 },
    sessions: [{ title: 'Practice', startsWall: '2027-03-03T19:30', minutes: 60 }],
  });
  const ids = await repeatEvent(services, by.organizer, { eventId, every: 'WEEK', times: 2 });
  expect(await repeatEvent(services, by.organizer, { eventId, every: 'WEEK', times: 2 })).toEqual(ids);
  const events = await Promise.all(ids.map((id) => eventOf(id)));
  expect(events.map((event) => [event!.slug, event!.startsAt.toISOString()])).toEqual([
    ['weekly-2027-03-10', '2027-03-11T01:00:00.000Z'],
    ['weekly-2027-03-17', '2027-03-18T00:00:00.000Z'],
  ]);
  expect(new Set(events.map((event) => event!.series))).toEqual(new Set([eventId]));
  const [practice] = await readSessions(db(), [ids[1]!]);
  expect(practice!.startsAt.toISOString()).toBe('2027-03-18T00:30:00.000Z');
  await cancelEvent(services, by.organizer, { eventId: ids[0]!, words: 'Snow' });
  expect([(await eventOf(ids[1]!))!.phase, (await eventOf(eventId))!.phase]).toEqual(['BEFORE', 'BEFORE']);
});

test('where one of the repeats would fall into a time that does not exist, none is made', async () => {
  const eventId = await anEvent(services, by, {
    ...inChicago,
    ...{ startsWall: '2027-02-28T02:30', endsWall: '2027-02-28T04:00' },
  });
  const made = repeatEvent(services, by.organizer, { eventId, every: 'WEEK', times: 3 });
  expect(await reasonOf(made)).toBe('startsWall NO_SUCH_TIME');
  const { rows } = await sql`select from event where series = ${eventId}`.execute(db());
  expect(rows).toEqual([]);
});

test('before, now, over, called off: by the clock of the database; lists follow it', async () => {
  const eventId = await anEvent(services, by);
  const listed = async (when: 'COMING' | 'PAST') => {
    const page = { limit: 100, after: null };
    return (await listEvents(services.orm.em.fork(), readerOf(null), { when }, page)).some(
      ({ id }) => id === eventId,
    );
  };
  expect((await eventOf(eventId))!.phase).toBe('BEFORE');
  await letEventComeNear(services, eventId, 169);
  expect([(await eventOf(eventId))!.phase, await listed('COMING'), await listed('PAST')]).toEqual([
    'NOW',
    true,
    false,
  ]);
  await letEventComeNear(services, eventId, 2);
  expect([(await eventOf(eventId))!.phase, await listed('COMING'), await listed('PAST')]).toEqual([
    'OVER',
    false,
    true,
  ]);
  const late = await refusalOf(updateEvent(services, by.organizer, { eventId, title: 'Late' }));
  expect(late.why).toBe('EVENT_OVER');
  const off = await anEvent(services, by);
  await cancelEvent(services, by.organizer, { eventId: off, words: 'Snow' });
  await cancelEvent(services, by.organizer, { eventId: off, words: 'Again' });
  expect(await eventOf(off)).toMatchObject({ phase: 'CANCELLED', cancelWords: 'Snow' });
});
