import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEvent, type Hosts, hosts } from '../../../test/support/an-event.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { startApp } from '../../../test/support/start-app.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { hashOf } from '../../core/access/secret.ts';
import { createMailWords } from '../../platform/mail/mail-words.ts';
import { calendarPath, createCalendarFeed } from '../contact/calendar-feed.ts';
import { writeCalendar } from '../contact/write-calendar.ts';
import { cancelEvent } from '../event/cancel-event.ts';
import { updateEvent } from '../event/update-event.ts';
import { cancelRegistration } from './own-registration.ts';
import { register } from './register.ts';

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

const unfolded = (text: string | null) => (text ?? '').replaceAll(/\r\n[ \t]/g, '').split('\r\n');
const all = (lines: string[], name: string) =>
  lines.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length));

async function calendarOf(viewer: Hosts['member']) {
  const path = await createCalendarFeed(services, viewer);
  const token = path.slice(calendarPath('').indexOf('.ics'), -'.ics'.length);
  return async () =>
    unfolded(
      await writeCalendar(services.orm.em.fork(), hashOf(token), {
        ...{ url: 'https://board.example', words: createMailWords(), sources: services.calendarSources },
      }),
    );
}

test('one’s own calendar has the events one has a place at; an event that moves stays the same one, later', async () => {
  const eventId = await anEvent(services, by, { title: 'Open to all', slug: 'to-all' });
  const hidden = await anEvent(services, by, {
    ...{ title: 'Only for the team', slug: 'of-the-team-alone', sensitivity: 'TEAM' },
  });
  const read = await calendarOf(by.member);
  expect(all(await read(), 'UID:')).toEqual([]);
  const { registrationId } = await register(services, by.member, { eventId, seat: 'ROOM', people: 1 });
  await register(services, by.member, { eventId: hidden, seat: 'ROOM', people: 1 });
  const before = await read();
  expect(all(before, 'UID:').sort()).toEqual(
    [eventId, hidden].map((id) => `event-${id}@board.example`).sort(),
  );
  // Calendars are kept by others: of what not anybody may read no more than the time.
  expect(all(before, 'SUMMARY:').sort()).toEqual(['An event of yours', 'Open to all']);
  expect(before.join()).toContain('/e/to-all');
  expect(before.join()).not.toContain('of-the-team-alone');
  expect(all(before, 'DTSTART:').every((at) => at.endsWith('Z'))).toBe(true);
  await updateEvent(services, by.organizer, { eventId, place: 'The other hall' });
  const after = await read();
  expect(all(after, 'UID:').sort()).toEqual(all(before, 'UID:').sort());
  expect(all(after, 'SEQUENCE:').map(Number).sort()).toEqual([0, 1]);
  // Called off it is struck out, and does not vanish without a word.
  await cancelEvent(services, by.organizer, { eventId, words: 'Snow' });
  expect(all(await read(), 'STATUS:')).toContain('CANCELLED');
  await cancelRegistration(services, { viewer: by.member, registrationId });
  expect(all(await read(), 'SUMMARY:')).toEqual(['An event of yours']);
});

test('the file of an event is for who may read it, and says when it was called off', async () => {
  const [open, hidden] = ['file-of-all', 'file-of-the-team'];
  const eventId = await anEvent(services, by, { slug: open });
  await anEvent(services, by, { slug: hidden, sensitivity: 'TEAM' });
  const app = await startApp(database.url);
  try {
    const get = (slug: string) => fetch(`${app.url}/event-files/${slug}.ics`);
    const file = await get(open);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(all(unfolded(await file.text()), 'STATUS:')).toEqual([]);
    const [secret, none] = [await get(hidden), await get('no-such-event')];
    expect([secret.status, await secret.text()]).toEqual([404, await none.text()]);
    await cancelEvent(services, by.organizer, { eventId, words: 'Snow' });
    const lines = unfolded(await (await get(open)).text());
    expect([all(lines, 'STATUS:'), all(lines, 'SEQUENCE:')]).toEqual([['CANCELLED'], ['1']]);
  } finally {
    await app.close();
  }
});
