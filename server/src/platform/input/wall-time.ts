import { Temporal } from 'temporal-polyfill';
import { InvalidInput } from '../refusal/refusal.ts';
import { FIRST_YEAR, LAST_YEAR } from './moment.ts';

/** Which of two moments is meant where clocks show a time twice. */
export const WallFold = { EARLIER: 'EARLIER', LATER: 'LATER' } as const;
export type WallFold = keyof typeof WallFold;

const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** What clocks on a wall show, such as `2026-12-05T19:00`. Refuses what is no day and time, and years nobody means. */
export function takeWallTime(value: string, field: string): string {
  const wall = value.trim().replace(/^(.{16}):00(?:\.0+)?$/, '$1');
  const year = Number(wall.slice(0, 4));
  if (!FORM.test(wall) || !isDate(wall))
    throw new InvalidInput(field, 'UNKNOWN', 'Write day and time, such as 2026-12-05T19:00.');
  if (year < FIRST_YEAR || year > LAST_YEAR)
    throw new InvalidInput(
      field,
      'OUT_OF_RANGE',
      `Choose a moment in the years ${FIRST_YEAR} to ${LAST_YEAR}.`,
    );
  return wall;
}

function isDate(wall: string): boolean {
  try {
    return Temporal.PlainDateTime.from(wall, { overflow: 'reject' }).toString().startsWith(wall);
  } catch {
    return false;
  }
}

/**
 * The moment at which clocks of a zone show `wall`, by the rules of that zone for that day. In the night of the change
 * there may be none: that is refused. Or two: then `fold` says which, and without it that is refused.
 */
export function momentOfWall(
  wall: string,
  { timeZone, field, fold = null }: { timeZone: string; field: string; fold?: WallFold | null | undefined },
): Date {
  const plain = Temporal.PlainDateTime.from(wall);
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds !== later.epochMilliseconds) {
    if (!earlier.toPlainDateTime().equals(plain))
      throw new InvalidInput(
        field,
        'NO_SUCH_TIME',
        'Clocks are put forward in that night: this time does not exist. Choose an earlier or a later one.',
        { about: wall.replace('T', ' ') },
      );
    if (!fold)
      throw new InvalidInput(
        field,
        'TWICE',
        'Clocks are put back in that night: this time comes twice. Say which one you mean.',
        { about: wall.replace('T', ' ') },
      );
  }
  return new Date((fold === 'LATER' ? later : earlier).epochMilliseconds);
}

/** The same time of day so much later, as clocks show it. A month without that day gives its last one. */
export function laterWall(wall: string, by: { weeks: number } | { months: number }): string {
  return Temporal.PlainDateTime.from(wall).add(by).toString({ smallestUnit: 'minute' });
}

/** `wall` as far from `to` as it was from `from`, as clocks show it. */
export function movedWall(wall: string, { from, to }: { from: string; to: string }): string {
  const distance = Temporal.PlainDateTime.from(from).until(Temporal.PlainDateTime.from(to), {
    largestUnit: 'day',
  });
  return Temporal.PlainDateTime.from(wall).add(distance).toString({ smallestUnit: 'minute' });
}
