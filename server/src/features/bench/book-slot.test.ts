import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAdviser, freeSlots, QUESTION, someKnown } from '../../../test/support/a-bench.ts';
import {
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
import { setRole } from '../../core/trust/set-role.ts';
import { bookSlot } from './book-slot.ts';
import { cancelBooking } from './end-booking.ts';
import { readBooking } from './read-bookings.ts';
import { rescheduleBooking } from './reschedule-booking.ts';
import { SlotRefused } from './slot-refused.ts';
import type { Slot } from './slots-of-hours.ts';
import { updateAdviser } from './update-adviser.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let ada: Viewer;
let bo: Viewer;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services);
});
beforeEach(async () => {
  ada = await anAdviser(services, strike.carmen);
  bo = await someKnown(services, strike.carmen);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();
const book = (viewer: Viewer, adviser: Viewer, { startsAt, minutes }: Slot, more: object = {}) =>
  bookSlot(services, viewer, { adviserId: adviser.personId, startsAt, minutes, question: QUESTION, ...more });
const toldTo = async ({ personId }: Viewer) => {
  const { rows } = await sql<{ kind: string }>`select kind from notification where person_id = ${personId}
    and kind like 'BOOKING%' order by id`.execute(db());
  return rows.map(({ kind }) => kind);
};
const whyOf = async (call: Promise<unknown>) => {
  const refusal = await refusalOf(call);
  return [refusal.code, refusal.why];
};
/** Slots of a whole week that begins in a week at the earliest. */
const ofOneWeek = async (adviser: Viewer) => {
  const slots = await freeSlots(services, adviser, 7);
  const monday = slots.findIndex(({ startsAt }) => startsAt.getUTCDay() === 2);
  return slots.slice(monday, monday + 40);
};

test('a slot that is booked is free no more; the adviser is told, and reminding waits for its hour', async () => {
  const [slot] = await freeSlots(services, ada, 1);
  const id = await book(bo, ada, slot!);
  expect(await readBooking(services.orm.em.fork(), id)).toMatchObject({
    ...{ adviserId: ada.personId, bookerId: bo.personId, state: 'BOOKED', question: QUESTION, sequence: 0 },
    startsAt: slot!.startsAt,
  });
  expect((await freeSlots(services, ada, 1))[0]!.startsAt > slot!.startsAt).toBe(true);
  expect(await toldTo(ada)).toEqual(['BOOKING_MADE']);
  expect(await toldTo(bo)).toEqual([]);
  const { rows } = await sql<{ before: number }>`select extract(epoch from (data->>'startsAt')::timestamptz
    - start_after)::int as before from pgboss.job where name = 'bench' and data->>'bookingId' = ${id}`.execute(
    db(),
  );
  expect(rows).toEqual([{ before: 3600 }]);
});

test('whoever comes second hears that, and which three are free instead', async () => {
  const [slot, ...others] = await freeSlots(services, ada);
  await book(bo, ada, slot!);
  const refusal = await refusalOf(book(await someKnown(services, strike.carmen), ada, slot!));
  expect(refusal).toBeInstanceOf(SlotRefused);
  expect(refusal).toMatchObject({ code: 'SLOT_TAKEN', why: 'SLOT_TAKEN', freeSlots: others.slice(0, 3) });
  expect(refusal.message).toContain('America/Chicago');
});

test('what overlaps in part is taken: another length at a time within it', async () => {
  const adviser = await anAdviser(services, strike.carmen, {
    hours: [{}, { slotMinutes: 45 }, { slotMinutes: 20 }],
  });
  const slots = await freeSlots(services, adviser, 1);
  const hour = slots.find(({ minutes }) => minutes === 60)!;
  const within = slots.filter(
    ({ startsAt, minutes }) =>
      startsAt.getTime() < hour.startsAt.getTime() + 3_600_000 &&
      startsAt.getTime() + minutes * 60_000 > hour.startsAt.getTime(),
  );
  expect(within.length).toBeGreaterThan(3);
  await book(bo, adviser, hour);
  const other = await someKnown(services, strike.carmen);
  for (const slot of within)
    expect(await whyOf(book(other, adviser, slot))).toEqual(['SLOT_TAKEN', 'SLOT_TAKEN']);
  const free = await freeSlots(services, adviser, 1);
  expect(
    free.filter((slot) => within.some((each) => each.startsAt.getTime() === slot.startsAt.getTime())),
  ).toEqual([]);
});

test('nobody is in two places: not as who asks, and not once as adviser and once as who asks', async () => {
  const eve = await anAdviser(services, strike.carmen);
  const [slot] = await freeSlots(services, ada, 2);
  await book(bo, ada, slot!);
  expect(await whyOf(book(bo, eve, slot!))).toEqual(['SLOT_TAKEN', 'YOU_ARE_BUSY']);
  // Ada gives a talk then; she asks for none. And whoever asks her for another talk finds that she is busy.
  expect(await whyOf(book(ada, eve, slot!))).toEqual(['SLOT_TAKEN', 'YOU_ARE_BUSY']);
  const [, later] = (await freeSlots(services, eve, 2)).filter(({ startsAt }) => startsAt > slot!.startsAt);
  await book(ada, eve, later!);
  expect(await whyOf(book(bo, ada, later!))).toEqual(['SLOT_TAKEN', 'SLOT_TAKEN']);
  expect((await freeSlots(services, ada, 2)).map(({ startsAt }) => startsAt)).not.toContainEqual(
    later!.startsAt,
  );
});

test('refused: oneself, what is not offered, what begins within the hour, who takes a break, and who is on no bench', async () => {
  const [slot] = await freeSlots(services, ada, 1);
  expect(await codeOf(book(ada, ada, slot!))).toBe('NOT_ALLOWED');
  const odd = { ...slot!, startsAt: new Date(slot!.startsAt.getTime() + 600_000) };
  expect(await whyOf(book(bo, ada, odd))).toEqual(['SLOT_TAKEN', 'SLOT_NOT_OFFERED']);
  expect(await whyOf(book(bo, ada, { ...slot!, minutes: 30 }))).toEqual(['SLOT_TAKEN', 'SLOT_NOT_OFFERED']);
  const soon = { ...slot!, startsAt: new Date(Date.now() + 59 * 60_000) };
  expect(await whyOf(book(bo, ada, soon))).toEqual(['SLOT_TAKEN', 'SLOT_TOO_SOON']);
  expect(await codeOf(book(bo, await someKnown(services, strike.carmen), slot!))).toBe('NOT_FOUND');
  await updateAdviser(services, ada, { isPaused: true });
  expect(await whyOf(book(bo, ada, slot!))).toEqual(['SLOT_TAKEN', 'ADVISER_PAUSED']);
  expect(await freeSlots(services, ada)).toEqual([]);
});

test('a question has ten signs to two thousand', async () => {
  const [slot] = await freeSlots(services, ada, 1);
  expect(await refusalOf(book(bo, ada, slot!, { question: 'Help?' }))).toMatchObject({
    reason: 'TOO_SHORT',
    limit: 10,
  });
  expect(await refusalOf(book(bo, ada, slot!, { question: 'x'.repeat(2001) }))).toMatchObject({
    reason: 'TOO_LONG',
  });
});

test('an adviser gives as many talks in a week as they say, and one person has two in a week', async () => {
  const adviser = await anAdviser(services, strike.carmen, { weeklyLimit: 3 });
  const [one, two, three, four] = await ofOneWeek(adviser);
  await book(bo, adviser, one!);
  const second = await book(bo, adviser, two!);
  expect(await whyOf(book(bo, adviser, three!))).toEqual(['BOOKING_LIMIT', 'YOUR_WEEK_FULL']);
  const other = await someKnown(services, strike.carmen);
  await book(other, adviser, three!);
  expect(await whyOf(book(other, adviser, four!))).toEqual(['BOOKING_LIMIT', 'ADVISER_WEEK_FULL']);
  // Nothing of that week is offered any more, and something of others is.
  const free = (await freeSlots(services, adviser)).map(({ startsAt }) => startsAt.getTime());
  expect(free).not.toContain(four!.startsAt.getTime());
  expect(free).toContain(four!.startsAt.getTime() + 7 * 86_400_000);
  await cancelBooking(services, bo, { bookingId: second, word: 'I found out' });
  await book(other, adviser, four!);
});

test('whoever is new here has one talk to come, and together they take half of a week', async () => {
  const adviser = await anAdviser(services, strike.carmen, { weeklyLimit: 3 });
  const [one, two, three, four] = await ofOneWeek(adviser);
  const newOnes = [];
  for (let count = 0; count < 3; count += 1) newOnes.push(await newcomer(services, aHandle()));
  await book(newOnes[0]!, adviser, one!);
  expect(await whyOf(book(newOnes[0]!, adviser, two!))).toEqual(['BOOKING_LIMIT', 'NEWCOMER_HAS_ONE']);
  await book(newOnes[1]!, adviser, two!);
  expect(await whyOf(book(newOnes[2]!, adviser, three!))).toEqual(['BOOKING_LIMIT', 'NEWCOMERS_WEEK_FULL']);
  // Somebody a local knows is not new.
  const { personId, handle } = newOnes[2]!;
  await setRole(services, strike.carmen, { organizationId: strike.organizationId, handle, role: 'MEMBER' });
  await book(await asNow(services, newOnes[2]!), adviser, three!);
  expect(personId).toBeTruthy();
  expect(four).toBeDefined();
});

test('an organizer asks for their organization, and nobody else does', async () => {
  const [one, two] = await freeSlots(services, ada, 1);
  const { organizationId } = strike;
  expect(await codeOf(book(bo, ada, one!, { organizationId }))).toBe('NOT_ALLOWED');
  await setRole(services, strike.carmen, { organizationId, handle: bo.handle, role: 'APPROVER' });
  expect(await codeOf(book(bo, ada, one!, { organizationId }))).toBe('NOT_ALLOWED');
  await setRole(services, strike.carmen, { organizationId, handle: bo.handle, role: 'ORGANIZER' });
  const id = await book(bo, ada, two!, { organizationId });
  expect(await readBooking(services.orm.em.fork(), id)).toMatchObject({ organizationId });
});

test('a talk is moved: with the same adviser it stays the same one, its place is free again, and the adviser is told', async () => {
  const [one, two] = await ofOneWeek(ada);
  const bookingId = await book(bo, ada, one!);
  const { startsAt, minutes } = two!;
  expect(await rescheduleBooking(services, bo, { bookingId, startsAt, minutes })).toBe(bookingId);
  expect(await readBooking(services.orm.em.fork(), bookingId)).toMatchObject({
    startsAt,
    sequence: 1,
    state: 'BOOKED',
  });
  expect((await ofOneWeek(ada))[0]).toEqual(one);
  expect(await toldTo(ada)).toEqual(['BOOKING_MADE', 'BOOKING_MOVED']);
  // Nobody else moves it, the adviser neither.
  for (const viewer of [ada, await someKnown(services, strike.carmen)])
    expect(await codeOf(rescheduleBooking(services, viewer, { bookingId, ...one! }))).toBe('NOT_FOUND');
});

test('a talk is moved to another adviser in one step: cancelled there, booked here, both are told', async () => {
  const eve = await anAdviser(services, strike.carmen);
  const [one] = await ofOneWeek(ada);
  const bookingId = await book(bo, ada, one!);
  // The same time, and two in a week already: what is moved counts no more where it was.
  const other = await book(bo, ada, (await ofOneWeek(ada))[3]!);
  const moved = await rescheduleBooking(services, bo, { bookingId, ...one!, adviserId: eve.personId });
  expect(moved).not.toBe(bookingId);
  const [there, here] = await Promise.all(
    [bookingId, moved].map((id) => readBooking(services.orm.em.fork(), id)),
  );
  expect(there).toMatchObject({ state: 'CANCELLED', adviserId: ada.personId, sequence: 1 });
  expect(here).toMatchObject({
    state: 'BOOKED',
    adviserId: eve.personId,
    question: QUESTION,
    startsAt: one!.startsAt,
  });
  expect(await toldTo(eve)).toEqual(['BOOKING_MADE']);
  expect((await toldTo(ada)).at(-1)).toBe('BOOKING_CANCELLED');
  expect((await readBooking(services.orm.em.fork(), other))!.state).toBe('BOOKED');
  expect(await codeOf(rescheduleBooking(services, bo, { bookingId, ...one! }))).toBe('WRONG_STAGE');
});

test('what is refused changes nothing: a talk that cannot be moved stays where it was', async () => {
  const [one, two] = await ofOneWeek(ada);
  const bookingId = await book(bo, ada, one!);
  await book(await someKnown(services, strike.carmen), ada, two!);
  expect(await whyOf(rescheduleBooking(services, bo, { bookingId, ...two! }))).toEqual([
    'SLOT_TAKEN',
    'SLOT_TAKEN',
  ]);
  expect(await readBooking(services.orm.em.fork(), bookingId)).toMatchObject({
    startsAt: one!.startsAt,
    sequence: 0,
  });
});
