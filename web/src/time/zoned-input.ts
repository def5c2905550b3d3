/** Moments outside of these years are typing errors: years of five digits, or of two. The server says the same. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2099;

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
  const asUtc = readWallClock(value);
  if (asUtc === null) return null;
  const [first] = momentsOf(value, timeZone);
  return first ?? new Date(candidates(asUtc, timeZone).at(-1) ?? asUtc).toISOString();
}

/**
 * All moments at which the clocks in `timeZone` show `value`, earliest first: one, none for an hour that is skipped in
 * spring, two for one that comes twice in autumn. None for an unfinished value either.
 */
export function momentsOf(value: string, timeZone: string): readonly string[] {
  const asUtc = readWallClock(value);
  if (asUtc === null) return [];
  return candidates(asUtc, timeZone)
    .filter((candidate) => wallClock(candidate, timeZone) === value.slice(0, 16))
    .map((moment) => new Date(moment).toISOString());
}

function readWallClock(value: string): number | null {
  // Some browsers add the seconds.
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:00(\.0+)?)?$/.test(value)) return null;
  const asUtc = Date.parse(`${value.slice(0, 16)}Z`);
  // A 30 February becomes a day in March without a word.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== value.slice(0, 16)) return null;
  const year = Number(value.slice(0, 4));
  return year < FIRST_YEAR || year > LAST_YEAR ? null : asUtc;
}

/** A zone's offset depends on the moment, so the offsets of the day before and of the day after are tried. */
function candidates(asUtc: number, timeZone: string): number[] {
  const moments = [-1, 1].map((days) => asUtc - offset(asUtc + days * 86_400_000, timeZone));
  return [...new Set(moments)].sort((a, b) => a - b);
}

function offset(moment: number, timeZone: string): number {
  const toTheMinute = Math.floor(moment / 60_000) * 60_000;
  return Date.parse(`${wallClock(toTheMinute, timeZone)}Z`) - toTheMinute;
}

function wallClock(moment: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
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
