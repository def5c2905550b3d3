import { usableZone } from './time-zone.ts';

/**
 * What `<input type="datetime-local">` takes for a moment, as people in `timeZone` say it: `2026-03-02T05:00`.
 * An organizer sets T-0 in the time of the picket line, wherever their computer is.
 */
export function toZonedInput(iso: string, timeZone: string): string {
  return wallClock(Date.parse(iso), timeZone);
}

/**
 * The moment a `datetime-local` value means in `timeZone`, as an ISO string; null for an unfinished value. An
 * hour that the clocks skip in spring becomes the one after it; of one that comes twice in autumn, the first.
 */
export function fromZonedInput(value: string, timeZone: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value)) return null;
  const asUtc = Date.parse(`${value}Z`);
  if (Number.isNaN(asUtc)) return null;
  // A zone's offset depends on the moment, so try the offsets of the day before and of the day after.
  const moments = [-1, 1]
    .map((days) => asUtc - offset(asUtc + days * 86_400_000, timeZone))
    .sort((a, b) => a - b);
  const moment =
    moments.find((candidate) => wallClock(candidate, timeZone) === value) ?? moments.at(-1) ?? asUtc;
  return new Date(moment).toISOString();
}

function offset(moment: number, timeZone: string): number {
  const toTheMinute = Math.floor(moment / 60_000) * 60_000;
  return Date.parse(`${wallClock(toTheMinute, timeZone)}Z`) - toTheMinute;
}

function wallClock(moment: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    // One that this browser cannot reckon with would break the page: then both ways go by UTC.
    timeZone: usableZone(timeZone),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}
