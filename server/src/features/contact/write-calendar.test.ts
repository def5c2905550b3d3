import { expect, test } from 'vitest';
import { aCard, aHandle, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { newcomer } from '../../../test/support/people.ts';
import { createTestServices } from '../../../test/support/services.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { createMailWords } from '../../platform/mail/mail-words.ts';
import { hashOf } from '../../core/access/secret.ts';
import { calendarPath, createCalendarFeed } from './calendar-feed.ts';
import { writeCalendar } from './write-calendar.ts';

test('each entry has a moment, no end before it is over, a name that stays, and the calendar is looked at again', async () => {
  const database = await createTestDatabase();
  const services = await createTestServices(database.url);
  try {
    const strike = await localOnStrike(services);
    const dueAt = new Date(Date.now() + 86_400_000);
    const viewer = await newcomer(services, aHandle());
    const card = await aCard(services, strike, 'CLAIMED', { dueAt, holder: viewer.personId });
    const em = services.orm.em.fork();
    const path = await createCalendarFeed(services, viewer);
    const token = path.slice(calendarPath('').indexOf('.ics'), -'.ics'.length);
    const write = async () => {
      const text = await writeCalendar(em, hashOf(token), {
        url: 'https://board.example',
        words: createMailWords(),
      });
      // Long lines go on in the next one, after a space.
      return (text ?? '').replaceAll(/\r\n[ \t]/g, '').split('\r\n');
    };
    const lines = await write();
    const all = (name: string) =>
      lines.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length));

    expect(all('DTSTART:')).toContain(`${dueAt.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`);
    expect(all('BEGIN:VEVENT')).toHaveLength(2);
    expect(all('DTSTART')).toHaveLength(2);
    expect(all('DTSTAMP:')).toHaveLength(2);
    expect(all('DTEND')).toEqual([]);
    expect(all('DURATION')).toEqual([]);
    expect(all('UID:').sort()).toEqual([`${card.id}-due@board.example`, `${card.id}-lease@board.example`]);
    expect(all('REFRESH-INTERVAL;VALUE=DURATION:')).toEqual(['PT1H']);
    expect(all('X-PUBLISHED-TTL:')).toEqual(['PT1H']);
    expect((await write()).filter((line) => line.startsWith('UID:'))).toEqual(
      lines.filter((line) => line.startsWith('UID:')),
    );
  } finally {
    await services.close();
    await database.drop();
  }
});
