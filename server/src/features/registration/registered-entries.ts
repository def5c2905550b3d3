import { sql } from 'kysely';
import type { CalendarSource } from '../contact/calendar-source.ts';
import { calendarEntry } from '../event/event-calendar.ts';
import { readEventsById } from '../event/read-events.ts';

/** Events at which somebody has a place, for their calendar; of one that not anybody may read no more than the time. */
export const registeredEntries: CalendarSource = async ({ em, reader, personId, t }) => {
  const { rows } = await sql<{ eventId: string }>`select event_id as "eventId" from registration
    join event on event.id = event_id where person_id = ${personId}
      and state in ('REGISTERED', 'INVITED', 'CONFIRMED', 'ATTENDED')
      and event.ends_at > now() - interval '30 days'
    order by event.starts_at desc limit 200`.execute(em.getKysely());
  const events = await readEventsById(
    em,
    reader,
    rows.map(({ eventId }) => eventId),
  );
  return events.map((event) => {
    const entry = calendarEntry(event);
    if (event.sensitivity === 'PUBLIC') return entry;
    // Its address says what it is called, too.
    return { ...entry, summary: t('calendar.someEvent'), location: null, path: '/events' };
  });
};
