import type { Reader } from '../../core/access/viewer.ts';
import type { CalendarEntry } from '../../platform/calendar/calendar-entry.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { MailWords } from '../../platform/mail/carriers.ts';

/** What a noun has to put into one person's calendar. */
export type CalendarSource = (asked: {
  em: Em;
  reader: Reader;
  personId: string;
  t: ReturnType<MailWords>;
}) => Promise<CalendarEntry[]>;

declare module '../../platform/feature.ts' {
  interface Feature {
    readonly calendar?: CalendarSource;
  }
}
declare module '../../platform/services.ts' {
  interface Services {
    /** Of every noun. */
    calendarSources: readonly CalendarSource[];
  }
}
