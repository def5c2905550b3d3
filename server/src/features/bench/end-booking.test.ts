import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAdviser, freeSlots, letTalkBegin, QUESTION, someKnown } from '../../../test/support/a-bench.ts';
import {
  aHandle,
  codeOf,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { findInDatabase } from '../../../test/support/find-in-database.ts';
import { features } from '../../app/features.ts';
import { runJob } from '../../app/jobs-of-features.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import { eraseMyself } from '../closing/erase-myself.ts';
import { ageOutRows } from '../retention/age-out.ts';
import { bookSlot } from './book-slot.ts';
import { inviteAdviser, leaveBench, removeAdviser } from './change-bench.ts';
import { cancelBooking, reportNoShow, writeBookingNote } from './end-booking.ts';
import { listBookings, readBooking } from './read-bookings.ts';
import { BENCH_QUEUE } from './remind.ts';
import { rescheduleBooking } from './reschedule-booking.ts';
import { updateAdviser } from './update-adviser.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let ada: Viewer;
let bo: Viewer;
let bookingId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services);
});
beforeEach(async () => {
  ada = await anAdviser(services, strike.carmen);
  bo = await someKnown(services, strike.carmen);
  bookingId = await book(bo, ada);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

async function book(viewer: Viewer, adviser: Viewer): Promise<string> {
  const [slot] = await freeSlots(services, adviser, 2);
  return bookSlot(services, viewer, { ...slot!, adviserId: adviser.personId, question: QUESTION });
}
const now = () => readBooking(services.orm.em.fork(), bookingId);
const rows = async (query: ReturnType<typeof sql<Record<string, unknown>>>) =>
  (await query.execute(services.orm.em.fork().getKysely())).rows;
const toldTo = async ({ personId }: Viewer) =>
  (
    await rows(
      sql`select kind from notification where person_id = ${personId} and kind like 'B%' order by id`,
    )
  ).map(({ kind }) => kind);
const word = 'My shift was changed, I am sorry';

test('either of the two cancels with a word; the other one is told, and the time is free again', async () => {
  const before = await now();
  await cancelBooking(services, ada, { bookingId, word });
  expect(await now()).toMatchObject({ state: 'CANCELLED', word, endedById: ada.personId, sequence: 1 });
  expect(await toldTo(bo)).toEqual(['BOOKING_CANCELLED']);
  expect((await freeSlots(services, ada, 2))[0]!.startsAt).toEqual(before!.startsAt);
  expect(await codeOf(cancelBooking(services, bo, { bookingId, word }))).toBe('WRONG_STAGE');
  const other = await book(bo, ada);
  await cancelBooking(services, bo, { bookingId: other, word });
  expect(await toldTo(ada)).toEqual(['BOOKING_MADE', 'BOOKING_MADE', 'BOOKING_CANCELLED']);
});

test('a word there has to be; nobody else cancels, and nobody what has begun', async () => {
  expect(await refusalOf(cancelBooking(services, ada, { bookingId, word: ' ' }))).toMatchObject({
    field: 'word',
  });
  const stranger = await newcomer(services, aHandle());
  for (const change of [
    () => cancelBooking(services, stranger, { bookingId, word }),
    () => reportNoShow(services, strike.carmen, { bookingId, word }),
    () => writeBookingNote(services, stranger, { bookingId, note: 'Mine' }),
  ])
    expect(await codeOf(change())).toBe('NOT_FOUND');
  await letTalkBegin(services, bookingId, 0.01);
  expect(await codeOf(cancelBooking(services, ada, { bookingId, word }))).toBe('WRONG_STAGE');
  const [slot] = await freeSlots(services, ada, 3);
  expect(await codeOf(rescheduleBooking(services, bo, { bookingId, ...slot! }))).toBe('WRONG_STAGE');
});

test('that nobody came is said from ten minutes after the beginning, for a week', async () => {
  for (const hours of [-1, 9 / 60, 8 * 24]) {
    await letTalkBegin(services, bookingId, hours);
    expect(await codeOf(reportNoShow(services, bo, { bookingId, word }))).toBe('WRONG_STAGE');
  }
  await letTalkBegin(services, bookingId, 11 / 60);
  await reportNoShow(services, bo, { bookingId, word });
  expect(await now()).toMatchObject({ state: 'MISSED', word });
  expect(await toldTo(ada)).toEqual(['BOOKING_MADE', 'BOOKING_MISSED']);
});

test('a talk whose time is over was kept', async () => {
  await letTalkBegin(services, bookingId, 2);
  expect(await now()).toMatchObject({ state: 'KEPT' });
  expect(await listBookings(services.orm.em.fork(), bo.personId)).toMatchObject([
    { id: bookingId, state: 'KEPT' },
  ]);
  await letTalkBegin(services, bookingId, 31 * 24);
  expect(await listBookings(services.orm.em.fork(), bo.personId)).toEqual([]);
});

test('both write the note once it has begun, and nothing of the other is lost', async () => {
  expect(await codeOf(writeBookingNote(services, bo, { bookingId, note: 'Too early' }))).toBe('WRONG_STAGE');
  await letTalkBegin(services, bookingId, 0.5);
  await writeBookingNote(services, bo, { bookingId, note: 'Film hands, not faces', asRead: '' });
  const stale = await refusalOf(
    writeBookingNote(services, ada, { bookingId, note: 'Use a tripod', asRead: '' }),
  );
  expect(stale).toMatchObject({
    code: 'STALE_FIELDS',
    fields: [{ field: 'note', now: '"Film hands, not faces"' }],
  });
  const note = 'Film hands, not faces. Use a tripod';
  await writeBookingNote(services, ada, { bookingId, note, asRead: 'Film hands, not faces' });
  expect(await now()).toMatchObject({ note });
});

test('an hour before both are reminded, once; of a talk that was moved or cancelled nobody is', async () => {
  const { startsAt } = (await now())!;
  const job = { bookingId, startsAt: startsAt.toISOString() };
  const run = () => runJob(services, features, { queue: BENCH_QUEUE, job });
  await Promise.all([run(), run()]);
  expect(await toldTo(ada)).toEqual(['BOOKING_MADE', 'BOOKING_SOON']);
  expect(await toldTo(bo)).toEqual(['BOOKING_SOON']);
  const [slot] = await freeSlots(services, ada, 4);
  await rescheduleBooking(services, bo, { bookingId, ...slot! });
  await run();
  await runJob(services, features, {
    queue: BENCH_QUEUE,
    job: { ...job, startsAt: slot!.startsAt.toISOString() },
  });
  expect((await toldTo(bo)).filter((kind) => kind === 'BOOKING_SOON')).toHaveLength(2);
  const other = await book(bo, ada);
  const { startsAt: at } = (await readBooking(services.orm.em.fork(), other))!;
  await cancelBooking(services, ada, { bookingId: other, word });
  await runJob(services, features, {
    queue: BENCH_QUEUE,
    job: { bookingId: other, startsAt: at.toISOString() },
  });
  expect((await toldTo(bo)).filter((kind) => kind === 'BOOKING_SOON')).toHaveLength(2);
});

const LEAVING: [string, () => Promise<unknown>, object][] = [
  ['who leaves the bench', () => leaveBench(services, ada, { word }), { word }],
  [
    'whom a coordinator takes off',
    () => removeAdviser(services, strike.carmen, { adviserId: ada.personId, word }),
    { word },
  ],
  [
    'who is put on hold',
    () => setStanding(services, strike.carmen, { handle: ada.handle, standing: 'SUSPENDED', note: 'Rude' }),
    {},
  ],
  [
    'who loses their standing',
    () => setStanding(services, strike.carmen, { handle: ada.handle, standing: 'NEW' }),
    {},
  ],
  ['who erases themselves', () => eraseMyself(services, ada, ada.handle), { adviserId: null }],
];
test.each(LEAVING)(
  'an adviser %s with talks booked: they are cancelled, whoever booked is told',
  async (_who, leave, more) => {
    const kept = await book(await someKnown(services, strike.carmen), ada);
    await letTalkBegin(services, kept, 3);
    await leave();
    expect(await now()).toMatchObject({ state: 'CANCELLED', question: QUESTION, sequence: 1, ...more });
    expect(await readBooking(services.orm.em.fork(), kept)).toMatchObject({ state: 'KEPT' });
    expect(await toldTo(bo)).toEqual(['BOOKING_CANCELLED']);
    // By mail and push too, in the same transaction.
    expect(
      await rows(
        sql`select from pgboss.job where name = 'notification' and data->>'personId' = ${bo.personId}`,
      ),
    ).not.toEqual([]);
    expect(await freeSlots(services, ada)).toEqual([]);
  },
);

test('whom a coordinator took off comes back by an invitation alone; one invites whoever is new too', async () => {
  await removeAdviser(services, strike.carmen, { adviserId: ada.personId, word });
  expect(await toldTo(ada)).toContain('BENCH_REMOVED');
  expect(await refusalOf(updateAdviser(services, ada, { topics: ['Again'] }))).toMatchObject({
    why: 'TAKEN_OFF_BENCH',
  });
  await inviteAdviser(services, strike.carmen, { handle: ada.handle });
  await updateAdviser(services, ada, { topics: ['Again'] });
  const fresh = await newcomer(services, aHandle());
  expect(await refusalOf(updateAdviser(services, fresh, { topics: ['Me'] }))).toMatchObject({
    why: 'BENCH_NEEDS_STANDING',
  });
  expect(await codeOf(inviteAdviser(services, ada, { handle: fresh.handle }))).toBe('NOT_ALLOWED');
  expect(await codeOf(removeAdviser(services, ada, { adviserId: ada.personId, word }))).toBe('NOT_ALLOWED');
  await inviteAdviser(services, strike.carmen, { handle: fresh.handle });
  await updateAdviser(services, fresh, { topics: ['Me'] });
  expect(await codeOf(removeAdviser(services, strike.carmen, { adviserId: bo.personId, word }))).toBe(
    'NOT_FOUND',
  );
});

test('who asked and leaves takes their words along, and the adviser is told; who is on hold comes to no talk', async () => {
  const cy = await someKnown(services, strike.carmen);
  const past = await book(cy, ada);
  await letTalkBegin(services, past, 1.5);
  await writeBookingNote(services, cy, { bookingId: past, note: 'A note that names my town' });
  const coming = await book(cy, ada);
  await eraseMyself(services, cy, cy.handle);
  expect(await readBooking(services.orm.em.fork(), past)).toMatchObject({
    bookerId: null,
    question: '',
    note: '',
  });
  expect(await readBooking(services.orm.em.fork(), coming)).toMatchObject({
    state: 'CANCELLED',
    bookerId: null,
    question: '',
  });
  expect((await toldTo(ada)).at(-1)).toBe('BOOKING_CANCELLED');
  expect(await findInDatabase(services, ['names my town'])).toEqual([]);
  await setStanding(services, strike.carmen, { handle: bo.handle, standing: 'SUSPENDED', note: 'Rude' });
  expect(await now()).toMatchObject({ state: 'CANCELLED' });
});

test('ninety days after it a talk is gone with all its words', async () => {
  await letTalkBegin(services, bookingId, 89 * 24);
  await ageOutRows(services, features);
  expect(await now()).not.toBeNull();
  await letTalkBegin(services, bookingId, 91 * 24);
  await ageOutRows(services, features);
  expect(await now()).toBeNull();
});
