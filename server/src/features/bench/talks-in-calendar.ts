import { sql } from 'kysely';
import type { CalendarEntry } from '../../platform/calendar/calendar-entry.ts';
import type { CalendarSource } from '../contact/calendar-source.ts';

/** So long after its time a talk, and that one was cancelled, stays in calendars (days). */
const SHOWN_DAYS = 14;

interface Talk {
  id: string;
  asAdviser: boolean;
  startsAt: Date;
  endsAt: Date;
  sequence: number;
  isCancelled: boolean;
}

/**
 * The talks of one person, as adviser or as who asks: moments, which every calendar shows by its own clock. A talk that
 * is moved keeps its id; one that is cancelled says so until its time is long over, so that programs take it out. Names
 * neither the other one nor the question.
 */
export const talksInCalendar: CalendarSource = async ({ em, personId, t }) => {
  const { rows } =
    await sql<Talk>`select id, adviser_id = ${personId} as "asAdviser", starts_at as "startsAt",
      ends_at as "endsAt", sequence, state = 'CANCELLED' as "isCancelled"
    from booking where ${personId} in (adviser_id, booker_id)
      and ends_at > clock_timestamp() - make_interval(days => ${SHOWN_DAYS}) order by starts_at, id limit 200`.execute(
      em.getKysely(),
    );
  return rows.map(({ id, asAdviser, startsAt, endsAt, sequence, isCancelled }): CalendarEntry => ({
    id: `${id}-talk`,
    at: startsAt,
    until: endsAt,
    summary: t(asAdviser ? 'calendar.talkGiven' : 'calendar.talkAsked'),
    path: '/me/talks',
    sequence,
    isCancelled,
  }));
};
