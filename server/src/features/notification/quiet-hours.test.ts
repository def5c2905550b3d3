import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isQuiet, minuteOfDay, nextTime, quietEnd } from './quiet-hours.ts';

const MINUTE = 60_000;
const ZONES = [
  'UTC',
  'America/Chicago',
  'Europe/Madrid',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Australia/Lord_Howe',
];
const at = (text: string) => new Date(text);

test('quiet hours may go over midnight, and the same time twice means none', () => {
  const night = { from: 22 * 60, until: 8 * 60, timeZone: 'UTC' };
  expect(isQuiet(night, at('2026-03-06T21:59:59Z'))).toBe(false);
  expect(isQuiet(night, at('2026-03-06T22:00:00Z'))).toBe(true);
  expect(isQuiet(night, at('2026-03-06T07:59:59Z'))).toBe(true);
  expect(isQuiet(night, at('2026-03-06T08:00:00Z'))).toBe(false);
  expect(isQuiet({ ...night, from: 480 }, at('2026-03-06T08:00:00Z'))).toBe(false);
});

test('they are those of the person', () => {
  const night = { from: 22 * 60, until: 8 * 60, timeZone: 'America/Chicago' };
  expect(isQuiet(night, at('2026-01-06T13:59:00Z'))).toBe(true);
  expect(quietEnd(night, at('2026-01-06T13:59:00Z'))).toEqual(at('2026-01-06T14:00:00Z'));
  // In the night of March 8 clocks go forward: eight o'clock comes an hour earlier.
  expect(quietEnd(night, at('2026-03-08T05:00:00Z'))).toEqual(at('2026-03-08T13:00:00Z'));
  expect(quietEnd(night, at('2026-11-01T04:00:00Z'))).toEqual(at('2026-11-01T14:00:00Z'));
});

test('clocks that go back to just before the quiet begin do not end it', () => {
  const quiet = { from: 121, until: 0, timeZone: 'Europe/Madrid' };
  const moment = at('2026-10-25T00:10:00Z');
  expect(isQuiet(quiet, at('2026-10-25T01:00:00Z'))).toBe(false);
  expect(quietEnd(quiet, moment)).toEqual(at('2026-10-25T23:00:00Z'));
});

test('the end is the first minute that is not quiet, whatever clocks do', () => {
  const near = fc.constantFrom(
    '2026-03-08T00:00Z',
    '2026-03-29T00:00Z',
    '2026-10-25T00:00Z',
    '2026-11-01T00:00Z',
    '2026-04-04T12:00Z',
  );
  fc.assert(
    fc.property(
      near,
      fc.integer({ min: -1500, max: 1500 }),
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 0, max: 1439 }),
      fc.constantFrom(...ZONES),
      (day, minutes, from, until, timeZone) => {
        const quiet = { from, until, timeZone };
        const moment = new Date(at(day).getTime() + minutes * MINUTE);
        fc.pre(isQuiet(quiet, moment));
        const end = quietEnd(quiet, moment);
        expect(isQuiet(quiet, end)).toBe(false);
        /** Clocks went back to before the quiet began, which does not end it. */
        const isAgain = (each: Date) => (from - minuteOfDay(each, timeZone) + 1440) % 1440 <= 60;
        for (let each = moment.getTime(); each < end.getTime(); each += 10 * MINUTE) {
          expect(isQuiet(quiet, new Date(each)) || isAgain(new Date(each))).toBe(true);
        }
        const before = new Date(end.getTime() - MINUTE);
        expect(isQuiet(quiet, before) || isAgain(before)).toBe(true);
      },
    ),
    { numRuns: 60, examples: [['2026-10-25T00:00Z', 10, 121, 0, 'Europe/Madrid']] },
  );
});

test('eight in the morning is the next one, and comes once a day', () => {
  expect(nextTime(480, 'Europe/Madrid', at('2026-06-01T06:00:00Z'))).toEqual(at('2026-06-02T06:00:00Z'));
  expect(nextTime(480, 'Europe/Madrid', at('2026-06-01T05:59:30Z'))).toEqual(at('2026-06-01T06:00:00Z'));
  for (const timeZone of ZONES.slice(1, 4)) {
    let moment = at('2026-03-01T00:00:00Z');
    for (let day = 0; day < 35; day += 1) {
      const next = nextTime(480, timeZone, moment);
      expect(minuteOfDay(next, timeZone)).toBe(480);
      if (day > 0)
        expect(Math.abs(next.getTime() - moment.getTime() - 86_400_000)).toBeLessThanOrEqual(3_600_000);
      moment = next;
    }
  }
});
