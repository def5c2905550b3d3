import { momentOfWall } from '../../platform/input/wall-time.ts';
import { takeWallTime } from '../../platform/input/wall-time.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import type { DateOrder } from './import-kinds.ts';
import { momentOf } from './json-value.ts';

/** When something is due of which only the day is known: the end of a working day, where the campaign is. */
const END_OF_DAY = '18:00';

/** What a cell says of when: a moment; words that may be two days; or words that are none. */
export type DayRead = Date | 'ambiguous' | 'unreadable';

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d\d)(?::\d\d(?:\.\d+)?)?)?$/;
const BY_NUMBERS =
  /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?:,?\s+(\d{1,2}):(\d\d)(?::\d\d)?\s*([ap])?\.?m?\.?)?$/i;

/**
 * Reads when something is due, as tables write it. Day and month that could be either are told as such where nobody said
 * which comes first: a date that was guessed would be a promise nobody made. Without a zone it is that of the campaign.
 */
export function readDay(
  text: string,
  { timeZone, order }: { timeZone: string; order: DateOrder | null },
): DayRead {
  const given = text.trim();
  if (given.length > 60) return 'unreadable';
  const iso = ISO.exec(given);
  if (iso) return atWall(iso.slice(1, 4).map(Number), iso[4], iso[5], timeZone);
  if (/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(given)) return momentOf(given) ?? 'unreadable';
  const numbers = BY_NUMBERS.exec(given);
  if (!numbers) return 'unreadable';
  const [one, other] = [Number(numbers[1]), Number(numbers[3])];
  const year = numbers[4]!.length === 2 ? 2000 + Number(numbers[4]) : Number(numbers[4]);
  const isDayFirst = orderOf([one, other], numbers[2]!, order);
  if (isDayFirst === null) return 'ambiguous';
  const [day, month] = isDayFirst ? [one, other] : [other, one];
  return atWall([year, month, day], hourOf(numbers[5], numbers[7]), numbers[6], timeZone);
}

/** Whether the day comes first; null where either could. Dots are written where it does. */
function orderOf([one, other]: [number, number], sign: string, order: DateOrder | null): boolean | null {
  if (one > 12) return true;
  if (other > 12) return false;
  if (one === other || sign === '.') return true;
  return order ? order === 'DAY_FIRST' : null;
}

function hourOf(hour: string | undefined, half: string | undefined): string | undefined {
  if (!hour || !half) return hour;
  return String((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0));
}

function atWall(
  day: number[],
  hour: string | undefined,
  minute: string | undefined,
  timeZone: string,
): DayRead {
  const [year, month, date] = day.map((part) => String(part).padStart(2, '0'));
  const time = hour === undefined ? END_OF_DAY : `${hour.padStart(2, '0')}:${minute}`;
  try {
    const wall = takeWallTime(`${year}-${month}-${date}T${time}`, 'due');
    return momentOfWall(wall, { timeZone, field: 'due', fold: 'EARLIER' });
  } catch (error) {
    nullIfRefused(error);
    return 'unreadable';
  }
}
