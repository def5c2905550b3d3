import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

/** Hours that come again, on the clock of a place. Dates as `2026-03-29`. */
export interface HoursRule {
  /** 1 is Monday. */
  weekdays: readonly number[];
  everyWeeks: number;
  fromDate: string;
  /** The last day, itself included; null for no end. */
  untilDate: string | null;
  fromMinute: number;
  untilMinute: number;
  slotMinutes: number;
  timeZone: string;
}

/** Hours on one date. */
export type ExtraHours = Pick<HoursRule, 'fromMinute' | 'untilMinute' | 'slotMinutes' | 'timeZone'> & {
  onDate: string;
};

/** All that decides when somebody has time. */
export interface Hours {
  rules: readonly HoursRule[];
  extra: readonly ExtraHours[];
  /** Dates on which no rule counts; what is extra does. */
  off: ReadonlySet<string>;
}

/** A time that can be booked. */
export interface Slot {
  startsAt: Date;
  minutes: number;
  timeZone: string;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * What hours come to between two moments, soonest first. Each rule is resolved for each date by the clock of its place:
 * a slot that this clock does not show in full on that date, because it is put on, is not offered; of an hour that comes
 * twice the first is taken. Slots of one rule never overlap. Those of two may: whoever books one takes the other away.
 */
export function slotsOfHours({ rules, extra, off }: Hours, { from, to }: { from: Date; to: Date }): Slot[] {
  const found = new Map<string, Slot>();
  const add = (date: string, hours: Omit<ExtraHours, 'onDate'>) => {
    for (const startsAt of slotsOfDate(Temporal.PlainDate.from(date), hours)) {
      if (startsAt < from.getTime() || startsAt >= to.getTime()) continue;
      const { slotMinutes: minutes, timeZone } = hours;
      found.set(`${startsAt} ${minutes}`, { startsAt: new Date(startsAt), minutes, timeZone });
    }
  };
  // A date begins up to 14 hours sooner, and ends up to 12 later, than in Greenwich.
  const [first, last] = [dateOf(from.getTime() - DAY_MS), dateOf(to.getTime() + DAY_MS)];
  for (const rule of rules)
    for (const date of datesOfRule(rule, { first, last })) if (!off.has(date)) add(date, rule);
  for (const each of extra) if (each.onDate >= first && each.onDate <= last) add(each.onDate, each);
  return [...found.values()].sort(
    (one, other) => one.startsAt.getTime() - other.startsAt.getTime() || one.minutes - other.minutes,
  );
}

const dateOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

/** The dates of a rule from `first` to `last`. Dates alone, without a clock: no change of clocks moves them. */
function datesOfRule(rule: HoursRule, { first, last }: { first: string; last: string }): string[] {
  const end = rule.untilDate !== null && rule.untilDate < last ? rule.untilDate : last;
  if (end < rule.fromDate || end < first) return [];
  const dates = new RRuleTemporal({
    freq: 'WEEKLY',
    interval: rule.everyWeeks,
    byDay: rule.weekdays.map((day) => WEEKDAYS[day - 1]!),
    wkst: 'MO',
    dtstart: Temporal.ZonedDateTime.from(`${rule.fromDate}T00:00[UTC]`),
    temporal: Temporal,
  }).between(new Date(`${first}T00:00Z`), new Date(`${end}T00:00Z`), true);
  return dates.map((date) => date.toPlainDate().toString());
}

/** The moments at which slots begin on one date, in milliseconds. */
function slotsOfDate(date: Temporal.PlainDate, hours: Omit<ExtraHours, 'onDate'>): number[] {
  const { fromMinute, untilMinute, slotMinutes, timeZone } = hours;
  const count = Math.floor((untilMinute - fromMinute) / slotMinutes);
  const [opens, closes] = [fromMinute, untilMinute].map((minute) => momentOf(date, minute, timeZone));
  // On all days but two of a year the clock runs on evenly.
  if (opens && closes && closes.at - opens.at === (untilMinute - fromMinute) * MINUTE_MS) {
    const { at } = opens;
    return Array.from({ length: count }, (_, index) => at + index * slotMinutes * MINUTE_MS);
  }
  return Array.from({ length: count }, (_, index) =>
    momentOf(date, fromMinute + index * slotMinutes, timeZone),
  ).flatMap((start) => (start && isWhole(start, slotMinutes) ? [start.at] : []));
}

interface Begin {
  at: number;
  zoned: Temporal.ZonedDateTime;
}

/** When the clock of a place shows a minute of a date, for the first time; null where it never does. */
function momentOf(date: Temporal.PlainDate, minute: number, timeZone: string): Begin | null {
  const wall = date.toPlainDateTime().add({ minutes: minute });
  const zoned = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return zoned.toPlainDateTime().equals(wall) ? { at: zoned.epochMilliseconds, zoned } : null;
}

/** Whether the clock is not put on before a slot is over: else its end, or what follows, would not be there. */
function isWhole({ zoned }: Begin, minutes: number): boolean {
  const last = zoned.add({ minutes }).subtract({ seconds: 1 });
  return last.offsetNanoseconds <= zoned.offsetNanoseconds;
}

/** The week (Monday to Monday, on the clock of a place) in which a moment lies. */
export function weekOf(moment: Date, timeZone: string): { from: Date; to: Date } {
  const date = Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  const begin = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
  return { from: begin(monday), to: begin(monday.add({ days: 7 })) };
}

/** What the clock of a place shows at a moment: `2026-03-29T09:00`. */
export function wallTime(moment: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}
