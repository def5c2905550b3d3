import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAdviser, freeSlots, QUESTION, someKnown } from '../../../test/support/a-bench.ts';
import { type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { nextChange } from '../../../test/support/next-change.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { hashOf } from '../../core/access/secret.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { createMailWords } from '../../platform/mail/mail-words.ts';
import { createCalendarFeed } from '../contact/calendar-feed.ts';
import { writeCalendar } from '../contact/write-calendar.ts';
import { bookSlot } from './book-slot.ts';
import { cancelBooking } from './end-booking.ts';
import { rescheduleBooking } from './reschedule-booking.ts';
import { wallTime } from './slots-of-hours.ts';

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

/** How to read somebody's calendar: a list of entries, each by the names of its lines. */
async function calendarOf(viewer: Viewer) {
  const path = await createCalendarFeed(services, viewer);
  const token = /([\w-]{43})\.ics$/.exec(path)![1]!;
  return async () => {
    const { calendarSources: sources } = services;
    const about = { url: 'https://board.example', words: createMailWords(), sources };
    const text = (await writeCalendar(services.orm.em.fork(), hashOf(token), about)) ?? '';
    const [, ...events] = text.replaceAll(/\r\n[ \t]/g, '').split('BEGIN:VEVENT');
    return events.map((event) =>
      Object.fromEntries(
        event
          .split('\r\n')
          .filter((line) => line.includes(':'))
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
      ),
    );
  };
}

const inCalendar = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d+/g, '');

test('a talk that is moved across a change of clocks is right in both calendars, and stays the same entry', async () => {
  const { timeZone, at } = nextChange();
  const ada = await anAdviser(services, strike.carmen, { hours: [{ timeZone, slotMinutes: 45 }] });
  const bo = await someKnown(services, strike.carmen);
  const [hers, his] = [await calendarOf(ada), await calendarOf(bo)];
  const nine = async (days: number) => {
    const inDays = (at.getTime() - Date.now()) / 86_400_000 + days;
    const slots = await freeSlots(services, ada, inDays);
    return slots.find(({ startsAt }) => wallTime(startsAt, timeZone).endsWith('T09:00'))!;
  };
  const [before, after] = [await nine(-3), await nine(2)];
  // Nine o'clock on both days, and another moment of the day in Greenwich.
  expect(before.startsAt.getUTCHours()).not.toBe(after.startsAt.getUTCHours());
  const bookingId = await bookSlot(services, bo, { ...before, adviserId: ada.personId, question: QUESTION });
  const uid = `${bookingId}-talk@board.example`;
  for (const read of [hers, his]) {
    expect(await read()).toMatchObject([
      {
        UID: uid,
        SEQUENCE: '0',
        DTSTART: inCalendar(before.startsAt),
        'URL;VALUE=URI': 'https://board.example/me/talks',
      },
    ]);
  }
  await rescheduleBooking(services, bo, { bookingId, ...after });
  const ends = new Date(after.startsAt.getTime() + 45 * 60_000);
  const entry = { UID: uid, SEQUENCE: '1', DTSTART: inCalendar(after.startsAt), DTEND: inCalendar(ends) };
  for (const read of [hers, his]) expect(await read()).toMatchObject([entry]);
  expect(Temporal.Instant.from(after.startsAt.toISOString()).toZonedDateTimeISO(timeZone).hour).toBe(9);
  // Calendars are kept by others: they say neither who nor what.
  for (const read of [hers, his]) {
    const text = JSON.stringify(await read());
    for (const secret of [ada.handle, bo.handle, QUESTION.slice(0, 12)]) expect(text).not.toContain(secret);
  }
  await cancelBooking(services, ada, { bookingId, word: 'I am ill' });
  for (const read of [hers, his])
    expect(await read()).toMatchObject([
      { UID: uid, SEQUENCE: '2', STATUS: 'CANCELLED', DTSTART: entry.DTSTART },
    ]);
});

test('with another adviser it is off in the calendar of the one, and new in that of the other', async () => {
  const [ada, eve] = [await anAdviser(services, strike.carmen), await anAdviser(services, strike.carmen)];
  const bo = await someKnown(services, strike.carmen);
  const [hers, theirs, his] = [await calendarOf(ada), await calendarOf(eve), await calendarOf(bo)];
  const [slot] = await freeSlots(services, ada, 2);
  const bookingId = await bookSlot(services, bo, { ...slot!, adviserId: ada.personId, question: QUESTION });
  const moved = await rescheduleBooking(services, bo, { bookingId, ...slot!, adviserId: eve.personId });
  const off = { UID: `${bookingId}-talk@board.example`, STATUS: 'CANCELLED' };
  const on = { UID: `${moved}-talk@board.example`, SEQUENCE: '0' };
  expect(await hers()).toMatchObject([off]);
  expect(await theirs()).toMatchObject([on]);
  expect(await his()).toHaveLength(2);
  // Two weeks after its time it leaves the calendar too.
  await sql`update booking set starts_at = starts_at - interval '17 days', ends_at = ends_at - interval '17 days'
    where id = ${bookingId}`.execute(services.orm.em.fork().getKysely());
  expect(await hers()).toEqual([]);
});
