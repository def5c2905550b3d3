import type { ServerResponse } from 'node:http';
import { readSession } from '../../core/access/session-cookie.ts';
import { readerOf } from '../../core/access/viewer.ts';
import { type CalendarEntry, toEvent } from '../../platform/calendar/calendar-entry.ts';
import type { Door } from '../../platform/http/door.ts';
import type { Services } from '../../platform/services.ts';
import { type EventRow, readEventBySlug } from './read-events.ts';

/** The path of the file with which an event gets into a calendar. */
export const eventFilePath = (slug: string) => `/event-files/${slug}.ics`;

/** An event as an entry of calendars: one id for good, and a number that goes up with its changes. */
export const calendarEntry = (event: EventRow): CalendarEntry => ({
  id: `event-${event.id}`,
  sequence: event.sequence,
  at: event.startsAt,
  until: event.endsAt,
  summary: event.title,
  location: event.place.replaceAll('\n', ', ') || null,
  path: `/e/${event.slug}`,
  isCancelled: event.cancelledAt !== null,
});

/** `GET /event-files/<slug>.ics`, as whoever asks may read the event. */
export const eventFileDoor = (services: Services): Door => ({
  below: '/event-files/',
  isCounted: true,
  answer: async (path, request, response) => {
    const slug = /^\/event-files\/([a-z0-9-]{1,100})\.ics$/.exec(path)?.[1];
    if (slug === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    const viewer = await readSession(services, request);
    const event = await readEventBySlug(services.orm.em.fork(), readerOf(viewer), slug);
    if (!event) say(response, 404, 'text/plain', 'There is no such event, or you may not see it.\n');
    else say(response, 200, 'text/calendar', await writeFile(event, services.address()), `${slug}.ics`);
    return true;
  },
});

async function writeFile(event: EventRow, url: string): Promise<string> {
  const { default: ical } = await import('ical-generator');
  const calendar = ical({ prodId: '//Strikeboard//Strikeboard//EN' });
  calendar.createEvent(toEvent(calendarEntry(event), url));
  return calendar.toString();
}

function say(response: ServerResponse, status: number, type: string, body: string, name?: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'private, no-store',
    ...(name && { 'content-disposition': `attachment; filename="${name}"` }),
  });
  response.end(body);
}
