import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type HoursRule, type Slot, slotsOfHours, wallTime, weekOf } from './slots-of-hours.ts';

/** North and south, half hours, three quarters, a change of half an hour, one at midnight, and none at all. */
const ZONES = [
  ...['America/New_York', 'America/St_Johns', 'America/Havana', 'America/Santiago', 'Europe/Berlin'],
  ...['Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Beirut', 'Australia/Lord_Howe', 'Pacific/Chatham', 'UTC'],
];

/** Every wall time that a rule says for a date, without looking at any clock. */
function wallTimesOf(rule: HoursRule, date: string): string[] {
  const times: string[] = [];
  for (let m = rule.fromMinute; m + rule.slotMinutes <= rule.untilMinute; m += rule.slotMinutes)
    times.push(`${date}T${pad(Math.floor(m / 60))}:${pad(m % 60)}`);
  return times;
}
const pad = (value: number) => String(value).padStart(2, '0');
const DAY = 86_400_000;
const dayOf = (date: string) => Date.parse(`${date}T00:00Z`);
const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);
const mondayOf = (at: number) => at - ((new Date(at).getUTCDay() + 6) % 7) * DAY;

/** Dates of a rule by counting days, the slow way. */
function datesOf(rule: HoursRule, first: number, last: number): string[] {
  const dates: string[] = [];
  for (let at = first; at <= last; at += DAY) {
    const date = isoDay(at);
    const weeks = Math.round((mondayOf(at) - mondayOf(dayOf(rule.fromDate))) / (7 * DAY));
    const weekday = ((new Date(at).getUTCDay() + 6) % 7) + 1;
    if (date < rule.fromDate || (rule.untilDate !== null && date > rule.untilDate)) continue;
    if (weeks % rule.everyWeeks === 0 && rule.weekdays.includes(weekday)) dates.push(date);
  }
  return dates;
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** What the clock of a zone shows, by Intl alone. */
function shows(zone: string, at: number): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(zone, format);
  return format.format(at).replace(' ', 'T');
}
/** All moments at which it shows a wall time: an oracle that knows no Temporal. */
function momentsOf(wall: string, zone: string): number[] {
  const base = Date.parse(`${wall}Z`);
  const found: number[] = [];
  // Offsets are whole quarters of an hour, from -12 to +14.
  for (let quarter = -14 * 4; quarter <= 12 * 4; quarter += 1) {
    const at = base + quarter * 15 * 60_000;
    if (shows(zone, at) === wall) found.push(at);
  }
  return found;
}

const rules = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    everyWeeks: fc.constantFrom(1, 2),
    begins: fc.integer({ min: 0, max: 5 * 366 }),
    lasts: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
    // Nights are when clocks change.
    fromMinute: fc.oneof(fc.constantFrom(0, 30, 60, 75, 90, 120, 150), fc.integer({ min: 0, max: 1200 })),
    length: fc.integer({ min: 60, max: 720 }),
    slotMinutes: fc.constantFrom(20, 30, 45, 60),
    timeZone: fc.constantFrom(...ZONES),
  })
  .map(({ begins, lasts, fromMinute, length, ...rule }): HoursRule => {
    const first = dayOf('2023-01-01') + begins * DAY;
    return {
      ...rule,
      fromDate: isoDay(first),
      untilDate: lasts === null ? null : isoDay(first + lasts * DAY),
      fromMinute,
      untilMinute: Math.min(fromMinute + length, 1440),
    };
  });

/** Days around which the clocks of those zones change, of some years; and any other. */
const windows = fc
  .record({
    year: fc.integer({ min: 2023, max: 2029 }),
    around: fc.constantFrom(
      '03-08',
      '03-26',
      '04-02',
      '04-05',
      '09-03',
      '09-24',
      '10-04',
      '10-25',
      '11-01',
      '06-15',
    ),
    days: fc.integer({ min: 1, max: 24 }),
  })
  .map(({ year, around, days }) => {
    const from = dayOf(`${year}-${around}`);
    return { from: new Date(from), to: new Date(from + days * DAY) };
  });

const only = (rule: HoursRule) => ({ rules: [rule], extra: [], off: new Set<string>() });
const ends = ({ startsAt, minutes }: Slot) => startsAt.getTime() + minutes * 60_000;

test('each slot shows the wall time that its rule says; none is lost or doubled; they are sorted and apart', () => {
  fc.assert(
    fc.property(rules, windows, (rule, window) => {
      const slots = slotsOfHours(only(rule), window);
      const expected = datesOf(rule, window.from.getTime() - 2 * DAY, window.to.getTime() + 2 * DAY)
        .flatMap((date) => wallTimesOf(rule, date))
        .flatMap((wall) => {
          const [first] = momentsOf(wall, rule.timeZone);
          if (first === undefined || first < window.from.getTime() || first >= window.to.getTime()) return [];
          // What the clock skips within a slot is not there to talk in.
          const shown = Date.parse(`${shows(rule.timeZone, first + (rule.slotMinutes - 1) * 60_000)}Z`);
          const skips = shown - Date.parse(`${wall}Z`) > (rule.slotMinutes - 1) * 60_000;
          return skips ? [] : [`${new Date(first).toISOString()} ${wall}`];
        });
      expect(
        slots.map(({ startsAt, timeZone }) => `${startsAt.toISOString()} ${wallTime(startsAt, timeZone)}`),
      ).toEqual(expected);
      slots.slice(1).forEach((slot, index) => {
        expect(slot.startsAt.getTime()).toBeGreaterThanOrEqual(ends(slots[index]!));
      });
    }),
    { numRuns: 3000 },
  );
}, 120_000);

const night = (timeZone: string, date: string, hours: Partial<HoursRule> = {}) => {
  const rule: HoursRule = {
    ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1, fromDate: date, untilDate: date },
    ...{ fromMinute: 60, untilMinute: 240, slotMinutes: 30, timeZone, ...hours },
  };
  const from = new Date(dayOf(date) - DAY);
  return slotsOfHours(only(rule), { from, to: new Date(dayOf(date) + 2 * DAY) }).map(
    ({ startsAt }) => `${wallTime(startsAt, timeZone).slice(11)} ${startsAt.toISOString().slice(11, 16)}Z`,
  );
};

test('the hour that does not exist is not offered', () => {
  expect(night('America/New_York', '2026-03-08')).toEqual([
    '01:00 06:00Z',
    '01:30 06:30Z',
    '03:00 07:00Z',
    '03:30 07:30Z',
  ]);
  // Half an hour is skipped there.
  expect(night('Australia/Lord_Howe', '2026-10-04', { slotMinutes: 20 })).toEqual([
    ...[
      '01:00 14:30Z',
      '01:20 14:50Z',
      '01:40 15:10Z',
      '02:40 15:40Z',
      '03:00 16:00Z',
      '03:20 16:20Z',
      '03:40 16:40Z',
    ],
  ]);
});

test('of an hour that comes twice the first is taken', () => {
  expect(night('America/New_York', '2026-11-01', { untilMinute: 180 })).toEqual([
    ...['01:00 05:00Z', '01:30 05:30Z', '02:00 07:00Z', '02:30 07:30Z'],
  ]);
});

test('a slot over which the clock is put on is not offered: what follows would begin within it', () => {
  expect(night('America/New_York', '2026-03-08', { slotMinutes: 45 })).toEqual([
    '01:00 06:00Z',
    '03:15 07:15Z',
  ]);
});

test('a date off has nothing of the rules, and what is extra', () => {
  const rule = { weekdays: [1], everyWeeks: 1, fromDate: '2026-03-02', untilDate: null };
  const clock = { fromMinute: 540, untilMinute: 600, slotMinutes: 30, timeZone: 'Europe/Berlin' };
  const window = { from: new Date('2026-03-01T00:00Z'), to: new Date('2026-03-17T00:00Z') };
  const days = (slots: Slot[]) => slots.map(({ startsAt }) => startsAt.toISOString().slice(0, 16));
  const hours = { rules: [{ ...rule, ...clock }], extra: [], off: new Set<string>() };
  expect(days(slotsOfHours(hours, window))).toHaveLength(6);
  const off = {
    ...hours,
    off: new Set(['2026-03-09']),
    extra: [{ ...clock, fromMinute: 570, onDate: '2026-03-09' }],
  };
  expect(days(slotsOfHours(off, window))).toEqual([
    ...['2026-03-02T08:00', '2026-03-02T08:30', '2026-03-09T08:30', '2026-03-16T08:00', '2026-03-16T08:30'],
  ]);
});

test('two rules that say the same offer it once, and lengths that differ both', () => {
  const rule = { weekdays: [1], everyWeeks: 1, fromDate: '2026-03-02', untilDate: null };
  const clock = { fromMinute: 540, untilMinute: 600, timeZone: 'UTC' };
  const hours = [20, 20, 60].map((slotMinutes) => ({ ...rule, ...clock, slotMinutes }));
  const window = { from: new Date('2026-03-02T00:00Z'), to: new Date('2026-03-03T00:00Z') };
  const slots = slotsOfHours({ rules: hours, extra: [], off: new Set() }, window);
  expect(slots.map(({ minutes }) => minutes)).toEqual([20, 60, 20, 20]);
});

test('a week begins on Monday, on the clock of its place, whatever the clocks do in it', () => {
  const week = weekOf(new Date('2026-03-08T12:00Z'), 'America/New_York');
  expect([week.from, week.to].map((at) => at.toISOString())).toEqual([
    '2026-03-02T05:00:00.000Z',
    '2026-03-09T04:00:00.000Z',
  ]);
});
