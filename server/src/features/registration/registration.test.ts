import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEvent, type Hosts, hosts, letEventComeNear } from '../../../test/support/an-event.ts';
import { aHandle, codeOf, refusalOf } from '../../../test/support/local-on-strike.ts';
import { joinAs } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { cancelEvent } from '../event/cancel-event.ts';
import { updateEvent } from '../event/update-event.ts';
import { movePlaces } from './keep-places-moving.ts';
import { cancelRegistration, confirmRegistration, declinePlace } from './own-registration.ts';
import { countBefore, readBySecret, readRegistration } from './read-registrations.ts';
import { register, type RegisterInput } from './register.ts';
import { registration as feature } from './feature.ts';
import { runRegistrationJob } from './run-registration-job.ts';

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
const somebody = async () => (await joinAs(services, aHandle())).viewer;
const take = (who: Viewer | null, eventId: string, given: Partial<RegisterInput> = {}) =>
  register(services, who, {
    ...{ eventId, seat: 'ROOM', people: 1, requestId: crypto.randomUUID() },
    ...(who === null && { name: 'Sam' }),
    ...given,
  });
const rowOf = async (id: string) => (await readRegistration(db(), id))!;
const stateOf = async (id: string) => (await rowOf(id)).state;
const own = (viewer: Viewer, registrationId: string) => ({ viewer, registrationId });
const toldOf = async (who: Viewer, eventId: string) =>
  (
    await db()
      .selectFrom('notification')
      .select(['kind'])
      .where('person_id', '=', who.personId)
      .where('event_id', '=', eventId)
      .orderBy('id')
      .execute()
  ).map(({ kind }) => kind);
const startOf = async (eventId: string) =>
  await db()
    .selectFrom('event')
    .select(['starts_at', 'ends_at'])
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow();

/** A full room of one: who has it, and who waits, in order. */
async function fullRoom(waiting = 2, given: Partial<Parameters<typeof anEvent>[2]> = {}) {
  const eventId = await anEvent(services, by, { roomCapacity: 1, ...given });
  const first = await somebody();
  const held = (await take(first, eventId)).registrationId;
  const line = [];
  for (let count = 0; count < waiting; count += 1) {
    const who = await somebody();
    line.push({ who, id: (await take(who, eventId)).registrationId });
  }
  return { eventId, first, held, line };
}

test('with a handle: a place, and nothing more under it until it is given up', async () => {
  const eventId = await anEvent(services, by);
  const ana = await somebody();
  const { registrationId, secret } = await take(ana, eventId, { people: 3 });
  expect(secret).toBeNull();
  expect(await rowOf(registrationId)).toMatchObject({ state: 'REGISTERED', people: 3, handle: ana.handle });
  const again = await refusalOf(take(ana, eventId));
  expect([again.code, again.why]).toEqual(['WRONG_STAGE', 'REGISTERED_ALREADY']);
  await cancelRegistration(services, own(ana, registrationId));
  await take(ana, eventId);
});

test('without an account: the receipt is a secret of which only a hash is kept, and it leads to one place', async () => {
  const eventId = await anEvent(services, by);
  const { registrationId, secret } = await take(null, eventId, { name: ' Lou  ' });
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect((await readBySecret(db(), secret!)).id).toBe(registrationId);
  const { rows } = await sql<{ row: string }>`select registration::text as row from registration
    where id = ${registrationId}`.execute(db());
  expect(rows[0]!.row).not.toContain(secret!);
  expect(await codeOf(cancelRegistration(services, { secret: `${secret!.slice(0, -1)}~` }))).toBe(
    'LINK_INVALID',
  );
  expect(await codeOf(take(null, eventId, { name: ' ' }))).toBe('INVALID_INPUT');
  expect(await codeOf(take(null, eventId, { requestId: 'short' }))).toBe('INVALID_INPUT');
  // Who gives it up leaves no name behind.
  await cancelRegistration(services, { secret: secret! });
  expect(await rowOf(registrationId)).toMatchObject({ state: 'CANCELLED', name: '' });
});

test('a double tap takes one place, also for two at once; the receipt is told again, for ten minutes', async () => {
  const eventId = await anEvent(services, by);
  const requestId = crypto.randomUUID();
  const both = await Promise.all([take(null, eventId, { requestId }), take(null, eventId, { requestId })]);
  expect(both[0]).toEqual(both[1]);
  const late = await sql`update registration set registered_at = registered_at - interval '11 minutes'
    where id = ${both[0].registrationId}`.execute(db());
  expect(late.numAffectedRows).toBe(1n);
  expect(await take(null, eventId, { requestId })).toEqual({ ...both[0], secret: null });
  // Another event has places of its own.
  const other = await take(null, await anEvent(services, by), { requestId });
  expect(other.secret).not.toBe(both[0].secret);
});

test('a place given up goes to the next at once, who is told, has time to answer, and says yes', async () => {
  const { eventId, first, held, line } = await fullRoom();
  const [next, last] = line;
  expect([...(await countBefore(db(), [next!.id, last!.id])).values()]).toEqual([0, 1]);
  await cancelRegistration(services, own(first, held));
  expect([await stateOf(next!.id), await stateOf(last!.id)]).toEqual(['INVITED', 'WAITING']);
  const { invitedUntil } = await rowOf(next!.id);
  // A quarter of a week is more than a day.
  expect(invitedUntil!.getTime() - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
  expect(invitedUntil!.getTime() - Date.now()).toBeLessThan(24.1 * 3_600_000);
  expect(await toldOf(next!.who, eventId)).toEqual(['PLACE_OFFERED']);
  expect(services.sent).toContainEqual({ notify: next!.who.personId });
  await confirmRegistration(services, own(next!.who, next!.id));
  await confirmRegistration(services, own(next!.who, next!.id));
  expect(await stateOf(next!.id)).toBe('CONFIRMED');
  expect(await codeOf(confirmRegistration(services, own(last!.who, last!.id)))).toBe('WRONG_STAGE');
});

test('whoever says no, or nothing in time, makes room for the one behind them', async () => {
  const { eventId, first, held, line } = await fullRoom(3);
  const [one, two, three] = line;
  await cancelRegistration(services, own(first, held));
  await declinePlace(services, own(one!.who, one!.id));
  expect(await rowOf(one!.id)).toMatchObject({ state: 'CANCELLED', endedBy: 'DECLINED' });
  expect(await stateOf(two!.id)).toBe('INVITED');
  await sql`update registration set invited_until = clock_timestamp() - interval '1 second'
    where id = ${two!.id}`.execute(db());
  expect(await codeOf(confirmRegistration(services, own(two!.who, two!.id)))).toBe('WRONG_STAGE');
  // The job that was enqueued for that moment.
  const { rows } = await sql<{ data: { placesOf: string } }>`select data from pgboss.job
    where name = 'registration' and data ->> 'placesOf' = ${eventId}`.execute(db());
  expect(rows.length).toBeGreaterThan(0);
  await runRegistrationJob(services, rows[0]!.data);
  expect(await rowOf(two!.id)).toMatchObject({ state: 'CANCELLED', endedBy: 'LAPSED' });
  expect(await stateOf(three!.id)).toBe('INVITED');
});

test('all places of a group or none; who is small enough does not wait for a group that is not', async () => {
  const eventId = await anEvent(services, by, { roomCapacity: 4 });
  const group = await take(await somebody(), eventId, { people: 3 });
  const pair = await take(await somebody(), eventId, { people: 2 });
  const single = await take(await somebody(), eventId);
  expect(
    await Promise.all([group, pair, single].map(({ registrationId }) => stateOf(registrationId))),
  ).toEqual(['REGISTERED', 'WAITING', 'REGISTERED']);
  expect(await codeOf(take(await somebody(), eventId, { people: 11 }))).toBe('INVALID_INPUT');
  expect(await codeOf(take(await somebody(), eventId, { people: 0 }))).toBe('INVALID_INPUT');
});

test('within the last hour nobody is asked: who is next has the place, and hears so', async () => {
  const { eventId, first, held, line } = await fullRoom(1);
  await letEventComeNear(services, eventId, 167.5);
  await cancelRegistration(services, own(first, held));
  expect(await stateOf(line[0]!.id)).toBe('REGISTERED');
  expect(await toldOf(line[0]!.who, eventId)).toEqual(['PLACE_GIVEN']);
});

test('room and stream have places apart, and an event has only those it has', async () => {
  const eventId = await anEvent(services, by, { roomCapacity: 1, online: true, onlineCapacity: null });
  await take(await somebody(), eventId);
  const online = await take(await somebody(), eventId, { seat: 'ONLINE' });
  expect(await stateOf(online.registrationId)).toBe('REGISTERED');
  const rally = await anEvent(services, by);
  expect(await codeOf(take(await somebody(), rally, { seat: 'ONLINE' }))).toBe('INVALID_INPUT');
});

test('a capacity below what is taken throws nobody out, and lets nobody in until it fits', async () => {
  const eventId = await anEvent(services, by, { roomCapacity: 3 });
  const people = [];
  for (let count = 0; count < 3; count += 1) people.push(await take(null, eventId));
  await updateEvent(services, by.organizer, { eventId, roomCapacity: 1 });
  const late = await take(null, eventId);
  await cancelRegistration(services, { secret: people[0]!.secret! });
  await cancelRegistration(services, { secret: people[1]!.secret! });
  expect([await stateOf(people[2]!.registrationId), await stateOf(late.registrationId)]).toEqual([
    'REGISTERED',
    'WAITING',
  ]);
  await cancelRegistration(services, { secret: people[2]!.secret! });
  expect(await stateOf(late.registrationId)).toBe('INVITED');
});

test('a larger room asks who waits in the same moment', async () => {
  const { eventId, line } = await fullRoom();
  await updateEvent(services, by.organizer, { eventId, roomCapacity: 2 });
  expect([await stateOf(line[0]!.id), await stateOf(line[1]!.id)]).toEqual(['INVITED', 'WAITING']);
  expect(await toldOf(line[0]!.who, eventId)).toEqual(['PLACE_OFFERED']);
});

test('moved or called off: everybody on the list is told, and nobody gets in any more', async () => {
  const { eventId, first, line } = await fullRoom(1);
  await updateEvent(services, by.organizer, { eventId, story: 'More words' });
  expect(await toldOf(first, eventId)).toEqual([]);
  await updateEvent(services, by.organizer, { eventId, place: 'The other hall' });
  await cancelEvent(services, by.organizer, { eventId, words: 'The hall has no light.' });
  for (const who of [first, line[0]!.who])
    expect(await toldOf(who, eventId)).toEqual(['EVENT_MOVED', 'EVENT_CANCELLED']);
  const refused = await refusalOf(take(await somebody(), eventId));
  expect([refused.code, refused.why]).toEqual(['WRONG_STAGE', 'EVENT_CANCELLED']);
});

test('a day and an hour before, and when it began: once each, of the time that counts now', async () => {
  const eventId = await anEvent(services, by, { roomCapacity: 1 });
  const ana = await somebody();
  await take(ana, eventId);
  const waits = await somebody();
  await take(waits, eventId);
  const { rows } = await sql<{ what: string; after: number }>`select data ->> 'what' as what,
      extract(epoch from start_after - starts_at)::int as after from pgboss.job, event
    where name = 'registration' and data ->> 'tellOf' = ${eventId} and event.id = ${eventId}
    order by start_after`.execute(db());
  expect(rows).toEqual([
    { what: 'DAY', after: -86_400 },
    { what: 'HOUR', after: -3600 },
    { what: 'BEGAN', after: 300 },
  ]);
  const { starts_at: old } = await startOf(eventId);
  await letEventComeNear(services, eventId, 145);
  const tell = async (what: 'DAY' | 'HOUR' | 'BEGAN', startsAt: Date) =>
    runRegistrationJob(services, { tellOf: eventId, what, startsAt: startsAt.toISOString() });
  // The job of the time before the event moved.
  await tell('DAY', old);
  expect(await toldOf(ana, eventId)).toEqual([]);
  const { starts_at: startsAt } = await startOf(eventId);
  await tell('DAY', startsAt);
  await tell('DAY', startsAt);
  await tell('HOUR', startsAt);
  expect(await toldOf(ana, eventId)).toEqual(['EVENT_TOMORROW', 'EVENT_SOON']);
  await letEventComeNear(services, eventId, 23.5);
  await tell('HOUR', (await startOf(eventId)).starts_at);
  await tell('BEGAN', (await startOf(eventId)).starts_at);
  expect(await toldOf(ana, eventId)).toEqual(['EVENT_TOMORROW', 'EVENT_SOON', 'EVENT_BEGAN']);
  expect(await toldOf(waits, eventId)).toEqual([]);
});

test('the room of a network is asked for strangers and fresh handles, for each of a group', async () => {
  const eventId = await anEvent(services, by);
  let left = 4;
  const hasRoom = async () => left-- > 0;
  const give = (who: Viewer | null, people: number, requestId = crypto.randomUUID()) =>
    register(services, who, { eventId, seat: 'ROOM', people, name: who ? null : 'Sam', requestId }, hasRoom);
  const requestId = crypto.randomUUID();
  await give(null, 3, requestId);
  // Sent again it takes no room.
  await give(null, 3, requestId);
  await give(await somebody(), 1);
  const refused = await refusalOf(give(null, 1));
  expect([refused.code, refused.why]).toEqual(['TOO_MANY_REQUESTS', 'PLACES_OF_NETWORK']);
  // Whoever is known is not counted.
  await give({ ...by.coordinator, standing: 'VETTED' }, 1);
});

test('what somebody may not read they cannot come to, and learn nothing of', async () => {
  const eventId = await anEvent(services, by, { sensitivity: 'TEAM' });
  for (const who of [null, by.stranger]) expect(await codeOf(take(who, eventId))).toBe('NOT_FOUND');
  const { registrationId } = await take(by.member, eventId);
  const theirs = own(by.stranger, registrationId);
  for (const act of [cancelRegistration, confirmRegistration, declinePlace])
    expect(await codeOf(act(services, theirs))).toBe('NOT_FOUND');
  expect(await stateOf(registrationId)).toBe('REGISTERED');
});

test('three hundred in a minute, without accounts: each has a place or stands in line, in the order they came', async () => {
  const eventId = await anEvent(services, by, { roomCapacity: 200 });
  const began = performance.now();
  for (let round = 0; round < 10; round += 1)
    await Promise.all(Array.from({ length: 30 }, () => take(null, eventId)));
  expect(performance.now() - began).toBeLessThan(60_000);
  const rows = await db()
    .selectFrom('registration')
    .select(['state', 'line'])
    .where('event_id', '=', eventId)
    .orderBy('line')
    .execute();
  expect(rows.map(({ state }) => state)).toEqual([
    ...Array.from({ length: 200 }, () => 'REGISTERED'),
    ...Array.from({ length: 100 }, () => 'WAITING'),
  ]);
}, 90_000);

test('what came free without anybody being there to see it is handed out all the same', async () => {
  const { held, line } = await fullRoom(1);
  await sql`delete from registration where id = ${held}`.execute(db());
  await movePlaces(services);
  expect(await stateOf(line[0]!.id)).toBe('INVITED');
});

test('thirty days after the end only those are left who came with a handle; the figures stay', async () => {
  const eventId = await anEvent(services, by);
  const ana = await somebody();
  const came = await take(ana, eventId);
  const others = [
    await take(null, eventId),
    await take(await somebody(), eventId),
    await take(null, eventId),
  ];
  await sql`update registration set state = 'ATTENDED'
    where id = any(${[came, others[0]!].map(({ registrationId }) => registrationId)}::uuid[])`.execute(db());
  const left = async () =>
    (await db().selectFrom('registration').select('id').where('event_id', '=', eventId).execute()).map(
      ({ id }) => id,
    );
  const age = async () => {
    for (const statement of feature.agesOut ?? []) await statement.execute(db());
  };
  await letEventComeNear(services, eventId, 171);
  await runRegistrationJob(services, {
    countOf: eventId,
    endsAt: (await startOf(eventId)).ends_at.toISOString(),
  });
  await letEventComeNear(services, eventId, 29.8 * 24);
  await age();
  expect(await left()).toHaveLength(4);
  await letEventComeNear(services, eventId, 24);
  await age();
  expect(await left()).toEqual([came.registrationId]);
  const { rows } = await sql`select came, missed from turnout where event_id = ${eventId}`.execute(db());
  expect(rows).toEqual([{ came: 2, missed: 2 }]);
});
