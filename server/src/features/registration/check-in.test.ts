import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEvent, type Hosts, hosts, letEventComeNear } from '../../../test/support/an-event.ts';
import { codeOf, refusalOf } from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { checkIn, undoCheckIn } from './check-in.ts';
import { listAtDoor, readRegistration } from './read-registrations.ts';
import { AlreadyCheckedIn } from './registration-refusals.ts';
import { register } from './register.ts';
import { runRegistrationJob } from './run-registration-job.ts';
import { readSeatToken, seatToken } from './seat-code.ts';

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
const take = async (eventId: string, name = 'Sam', people = 1) =>
  (await register(services, null, { eventId, seat: 'ROOM', people, name, requestId: crypto.randomUUID() }))
    .registrationId;
const rowOf = async (id: string) => (await readRegistration(db(), id))!;

test('by the drawn code, by the six signs however they are typed, and by name', async () => {
  const eventId = await anEvent(services, by);
  const [drawn, typed, named] = [await take(eventId), await take(eventId), await take(eventId, 'Lou Ann')];
  const token = seatToken(services, drawn);
  await checkIn(services, by.organizer, { eventId, code: `https://x.example/e/talk/door#${token}` });
  await sql`update registration set code = '0A1BCD' where id = ${typed}`.execute(db());
  await checkIn(services, by.organizer, { eventId, code: ' oa-l bcd ' });
  const em = services.orm.em.fork();
  const [found] = await listAtDoor(em, [eventId], {
    search: 'lou a',
    limit: 5,
    after: null,
    before: null,
    backwards: false,
  });
  expect(found!.id).toBe(named);
  await checkIn(services, by.coordinator, { eventId, registrationId: named });
  for (const id of [drawn, typed, named]) expect((await rowOf(id)).state).toBe('ATTENDED');
  expect((await rowOf(named)).checkedInById).toBe(by.coordinator.personId);
});

test('a code that we did not draw, and one of another event, open nothing', async () => {
  const eventId = await anEvent(services, by);
  const id = await take(eventId);
  const token = seatToken(services, id);
  const forged = `${token.slice(0, 30)}${token[30] === 'A' ? 'B' : 'A'}${token.slice(31)}`;
  expect([readSeatToken(services, token), readSeatToken(services, forged)]).toEqual([id, null]);
  const other = await anEvent(services, by);
  for (const [at, code] of [
    [eventId, forged],
    [other, token],
    [other, (await rowOf(id)).code],
  ] as const)
    expect(await codeOf(checkIn(services, by.organizer, { eventId: at, code }))).toBe('NOT_FOUND');
});

test('of two who check the same person in, one does; the other hears who it was and when', async () => {
  const eventId = await anEvent(services, by);
  const id = await take(eventId);
  const both = [by.organizer, by.coordinator];
  const outcomes = await Promise.allSettled(
    both.map((who) => checkIn(services, who, { eventId, registrationId: id })),
  );
  const lost = outcomes.findIndex(({ status }) => status === 'rejected');
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { reason } = outcomes[lost] as PromiseRejectedResult;
  expect(reason).toBeInstanceOf(AlreadyCheckedIn);
  const row = await rowOf(id);
  expect(reason).toMatchObject({ checkedInById: both[1 - lost]!.personId, at: row.checkedInAt });
  // Whoever did it may press twice.
  expect(await checkIn(services, both[1 - lost]!, { eventId, registrationId: id })).toBe(id);
  expect((await rowOf(id)).checkedInAt).toEqual(row.checkedInAt);
});

test('only who may stand at the door does, and whoever went in by mistake comes out again', async () => {
  const eventId = await anEvent(services, by);
  const registrationId = await take(eventId);
  for (const who of [by.member, by.stranger]) {
    expect(await codeOf(checkIn(services, who, { eventId, registrationId }))).toBe('NOT_ALLOWED');
    expect(await codeOf(undoCheckIn(services, who, { eventId, registrationId }))).toBe('NOT_ALLOWED');
  }
  const hidden = await anEvent(services, by, { sensitivity: 'TEAM' });
  expect(await codeOf(checkIn(services, by.stranger, { eventId: hidden, code: 'ABCDEF' }))).toBe('NOT_FOUND');
  await checkIn(services, by.organizer, { eventId, registrationId });
  await undoCheckIn(services, by.organizer, { eventId, registrationId });
  expect(await rowOf(registrationId)).toMatchObject({
    state: 'REGISTERED',
    checkedInAt: null,
    checkedInById: null,
  });
});

test('whoever waits in line gets in at the door while there is room, and not beyond', async () => {
  const eventId = await anEvent(services, by, { roomCapacity: 1 });
  await take(eventId);
  const waits = await take(eventId);
  const refused = await refusalOf(checkIn(services, by.organizer, { eventId, registrationId: waits }));
  expect([refused.code, refused.why]).toEqual(['WRONG_STAGE', 'FULL_AT_DOOR']);
});

test('after the end who was not there has missed it, where anybody was checked in at all; figures stay', async () => {
  const endOf = async (eventId: string) => {
    const { ends_at: endsAt } = await db()
      .selectFrom('event')
      .select('ends_at')
      .where('id', '=', eventId)
      .executeTakeFirstOrThrow();
    return { countOf: eventId, endsAt: endsAt.toISOString() };
  };
  const [seen, unseen] = [await anEvent(services, by), await anEvent(services, by)];
  const [came, missed] = [await take(seen, 'Ana', 2), await take(seen, 'Ben', 3)];
  const unknown = await take(unseen);
  await checkIn(services, by.organizer, { eventId: seen, registrationId: came });
  // Early it does nothing.
  await runRegistrationJob(services, await endOf(seen));
  expect((await rowOf(missed)).state).toBe('REGISTERED');
  for (const eventId of [seen, unseen]) {
    await letEventComeNear(services, eventId, 171);
    await runRegistrationJob(services, await endOf(eventId));
    await runRegistrationJob(services, await endOf(eventId));
  }
  expect([(await rowOf(came)).state, (await rowOf(missed)).state]).toEqual(['ATTENDED', 'MISSED']);
  expect((await rowOf(unknown)).state).toBe('REGISTERED');
  const { rows } = await sql`select came, missed, gave_up from turnout where event_id = ${seen}`.execute(
    db(),
  );
  expect(rows).toEqual([{ came: 2, missed: 3, gave_up: 0 }]);
});
