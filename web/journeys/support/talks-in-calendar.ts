import { CreateCalendarFeedDocument } from '../../src/gql/graphql.ts';
import { known } from './known.ts';
import type { Visitor } from './visitor.ts';

/** A talk as a calendar program gets it. */
export interface TalkInCalendar {
  uid: string;
  at: string;
  sequence: string;
  status: string | undefined;
}

/** Talks in somebody's calendar, as a calendar program gets them. */
export async function talksInCalendar(visitor: Visitor): Promise<TalkInCalendar[]> {
  const { createCalendarFeed } = await visitor.ask(CreateCalendarFeedDocument, {});
  const answer = await visitor.context.request.get(new URL(known(createCalendarFeed.address)).pathname);
  const [, ...events] = (await answer.text()).replaceAll(/\r\n[ \t]/g, '').split('BEGIN:VEVENT');
  const line = (event: string, name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(event)?.[1]?.trim();
  return events
    .filter((event) => line(event, 'UID')?.includes('-talk@'))
    .map((event) => ({
      uid: line(event, 'UID')!,
      at: line(event, 'DTSTART')!,
      sequence: line(event, 'SEQUENCE')!,
      status: line(event, 'STATUS'),
    }));
}

/** What the clock of a zone shows when it begins. */
export function clockOf({ at }: TalkInCalendar, timeZone: string): string {
  const iso = at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  return new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(new Date(iso));
}
