/** When somebody wants to hear nothing, in their own time zone. */
export interface QuietHours {
  /** Minutes after midnight; from `from` until before `until`, over midnight where that is smaller. Equal: never. */
  from: number;
  until: number;
  timeZone: string;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** No clock jumps further than this when summer comes and goes. */
const JUMP_MINUTES = 180;

export function isQuiet({ from, until, timeZone }: QuietHours, at: Date): boolean {
  const minute = minuteOfDay(at, timeZone);
  return from <= until ? from <= minute && minute < until : minute >= from || minute < until;
}

/**
 * The first moment after `at`, to the minute, that is not quiet. Clocks that go back over the beginning do not end it.
 */
export function quietEnd(quiet: QuietHours, at: Date): Date {
  return firstMinute(at, minutesTo(quiet.until, at, quiet.timeZone), (moment) => !isQuiet(quiet, moment));
}

/** The next moment after `at` when clocks there show `minute` (after midnight), or jump past it. */
export function nextTime(minute: number, timeZone: string, at: Date): Date {
  const sinceThen = (moment: Date) =>
    (minuteOfDay(moment, timeZone) - minute + DAY_MINUTES) % DAY_MINUTES < DAY_MINUTES / 2;
  return firstMinute(at, minutesTo(minute, at, timeZone), sinceThen);
}

function minutesTo(minute: number, at: Date, timeZone: string): number {
  return (minute - minuteOfDay(at, timeZone) + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
}

/**
 * The first whole minute for which `fits`, known to be about `minutes` away. Where clocks jump on the way it is
 * earlier or later by the jump, so the hours around it are looked at minute by minute.
 */
function firstMinute(at: Date, minutes: number, fits: (moment: Date) => boolean): Date {
  const start = Math.floor(at.getTime() / MINUTE_MS);
  const after = (count: number) => new Date((start + count) * MINUTE_MS);
  let count = Math.max(1, minutes - JUMP_MINUTES);
  while (!fits(after(count)) && count < minutes + JUMP_MINUTES + DAY_MINUTES) count += 1;
  return after(count);
}

/** What clocks in the zone show, in minutes after midnight. */
export function minuteOfDay(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return read('hour') * 60 + read('minute');
}
