import type { ICalEventData } from 'ical-generator';

/** Something in a calendar. Names nothing that not everybody may read: calendars are kept by others. */
export interface CalendarEntry {
  /** Stays the same whatever becomes of it; unique over all sources. */
  id: string;
  at: Date;
  /** Without it, it is a moment and takes no time. */
  until?: Date;
  summary: string;
  location?: string | null;
  /** Of the page to go to. */
  path: string;
  /** Raised with each change; from 0 on. */
  sequence?: number;
  /** Whether it is off; programs take it out of the calendar. */
  isCancelled?: boolean;
}

/** An entry as calendar programs know it again (RFC 5545), of the server at `url`. */
export function toEvent(
  { id, at, until, summary, location, path, sequence, isCancelled }: CalendarEntry,
  url: string,
): ICalEventData {
  return {
    id: `${id}@${new URL(url).hostname}`,
    start: at,
    // A moment has no end: one that equals the start is none by RFC 5545, and some programs leave such an entry out.
    ...(until && { end: until }),
    ...(sequence !== undefined && { sequence }),
    // The values of the library's enum are these words; loaded with the calendar, and not before.
    ...(isCancelled && { status: 'CANCELLED' as ICalEventData['status'] }),
    summary,
    ...(location && { location }),
    url: `${url}${path}`,
  };
}
