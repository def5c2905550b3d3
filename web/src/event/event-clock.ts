import type { Translate } from '#web/words/words.ts';

/** What an event's own clocks show. */
export interface EventTime {
  startsAt: string;
  endsAt: string;
  timeZone: string;
}

/** `Saturday, December 5, 19:00 to 21:00`: by the clocks where it is, whoever reads it wherever. */
export function eventTime(
  { startsAt, endsAt, timeZone }: EventTime,
  { t, language }: { t: Translate; language: string },
): string {
  const [from, to] = [new Date(startsAt), new Date(endsAt)];
  const day = new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const clock = new Intl.DateTimeFormat(language, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const words = { day: day.format(from), from: clock.format(from), to: clock.format(to) };
  return day.format(from) === day.format(to)
    ? t('event:time.there', words)
    : t('event:time.overnight', { ...words, lastDay: day.format(to) });
}

/** `Chicago`, of `America/Chicago`. */
export const placeOfZone = (timeZone: string): string =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
