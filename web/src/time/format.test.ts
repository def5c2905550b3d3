import { expect, test } from 'vitest';
import {
  formatDay,
  formatDuration,
  formatHours,
  formatMoment,
  formatRelative,
  formatTime,
  strikeTime,
  type TimeStyle,
} from './format.ts';

const chicago: TimeStyle = { language: 'en', timeZone: 'America/Chicago', nameZone: false };
const madrid: TimeStyle = { language: 'es', timeZone: 'Europe/Madrid', nameZone: false };
const now = new Date('2026-03-03T18:00:00Z');
const at = (iso: string) => new Date(iso);

test('a moment is in the zone it is written for', () => {
  expect(formatTime(at('2026-03-03T23:05:00Z'), chicago)).toBe('17:05');
  expect(formatTime(at('2026-03-03T23:05:00Z'), madrid)).toMatch(/^0?0:05$/);
});

test('a zone that is not the reader’s own is named', () => {
  expect(formatTime(at('2026-03-03T23:05:00Z'), { ...chicago, nameZone: true })).toBe('17:05 CST');
});

test('tomorrow is the next date there, not 24 hours', () => {
  // 18:00 UTC is noon in Chicago; 06:30 UTC of the next day is half past midnight there.
  expect(formatDay(at('2026-03-04T06:30:00Z'), now, chicago)).toBe('tomorrow');
  expect(formatDay(at('2026-03-04T05:30:00Z'), now, chicago)).toBe('today');
  expect(formatDay(at('2026-03-02T20:00:00Z'), now, chicago)).toBe('yesterday');
});

test('near days have names, far ones a date, other years their year', () => {
  expect(formatMoment(at('2026-03-06T00:00:00Z'), now, chicago)).toBe('Thursday 18:00');
  expect(formatDay(at('2026-03-20T18:00:00Z'), now, chicago)).toBe('Mar 20');
  expect(formatDay(at('2027-01-02T18:00:00Z'), now, chicago)).toBe('Jan 2, 2027');
  expect(formatDay(at('2026-03-05T18:00:00Z'), now, madrid)).toBe('jueves');
  expect(formatDay(at('2026-03-04T18:00:00Z'), now, madrid)).toBe('mañana');
});

test('a duration shows its two biggest parts and is never nothing', () => {
  const minute = 60_000;
  expect(formatDuration(20_000, 'en')).toBe('1 min');
  expect(formatDuration(50 * minute, 'en')).toBe('50 min');
  expect(formatDuration(130 * minute, 'en')).toBe('2 h 10 min');
  expect(formatDuration(27 * 60 * minute, 'en')).toBe('1 day 3 h');
  expect(formatDuration(-27 * 60 * minute, 'en')).toBe('1 day 3 h');
  expect(formatDuration(100 * 60 * minute, 'en')).toBe('4 days');
  expect(formatDuration(100 * 60 * minute, 'es')).toBe('4 días');
});

test('a relative moment is never in zero minutes', () => {
  expect(formatRelative(at('2026-03-03T18:00:20Z'), now, 'en')).toBe('in 1 min');
  expect(formatRelative(at('2026-03-03T17:58:00Z'), now, 'en')).toBe('2 min ago');
  expect(formatRelative(at('2026-03-03T14:30:00Z'), now, 'en')).toBe('3 h ago');
  expect(formatRelative(at('2026-03-01T14:30:00Z'), now, 'en')).toBe('2 days ago');
  expect(formatRelative(at('2026-03-03T17:58:00Z'), now, 'es')).toBe('hace 2 min');
});

test('hours of work keep one decimal', () => {
  expect(formatHours(2, 'en')).toBe('2 h');
  expect(formatHours(1.5, 'en')).toBe('1.5 h');
  expect(formatHours(1.5, 'es')).toBe('1,5 h');
});

test('the strike clock counts days from one and hours from T-0', () => {
  const start = at('2026-03-02T11:00:00Z');
  expect(strikeTime(start, at('2026-03-03T18:07:09Z'))).toEqual({
    started: true,
    day: 2,
    clock: '31:07',
    seconds: '09',
  });
  expect(strikeTime(start, start)).toMatchObject({ started: true, day: 1, clock: '0:00' });
  expect(strikeTime(start, at('2026-03-02T09:58:30Z'))).toMatchObject({ started: false, clock: '1:01' });
});
