import { expect, test } from 'vitest';
import { readInput, toInput, UNFINISHED } from './typed-moment.ts';

const chicago = { kind: 'moment', timeZone: 'America/Chicago' } as const;

test('an empty field is none, and a field that the browser cannot read is not', () => {
  expect(readInput('', false, chicago)).toBeNull();
  expect(readInput('', true, chicago)).toBe(UNFINISHED);
});

test.each([
  '20267-03-02T05:00',
  '12027-03-02T05:00',
  '0026-03-02T05:00',
  '2126-03-02T05:00',
  '1999-12-31T05:00',
])('a year that nobody means is unfinished: %s', (text) =>
  expect(readInput(text, false, chicago)).toBe(UNFINISHED),
);

test.each([
  '2026-03-02',
  '2026-03-02T',
  '2026-03-02T05',
  '2026-02-30T05:00',
  '2026-13-01T05:00',
  '2 March',
  'T05:00',
])('what is half typed, or no day, is unfinished: %s', (text) =>
  expect(readInput(text, false, chicago)).toBe(UNFINISHED),
);

test('what is whole is a moment of that zone, and shows as it was typed', () => {
  const moment = readInput('2026-03-02T05:00', false, chicago);
  expect(moment).toBe('2026-03-02T11:00:00.000Z');
  expect(toInput(moment, 'moment', 'America/Chicago')).toBe('2026-03-02T05:00');
  // A browser without the picker takes it as a text.
  expect(readInput('2026-03-02 05:00:00', false, chicago)).toBe(moment);
});

test('days and times of a clock', () => {
  const day = { kind: 'day', timeZone: 'UTC' } as const;
  expect(readInput('2026-03-02', false, day)).toBe('2026-03-02');
  for (const text of ['2026-02-30', '20267-01-01', '0026-01-01', '2026-3']) {
    expect(readInput(text, false, day)).toBe(UNFINISHED);
  }
  const clock = { kind: 'clock', timeZone: 'UTC' } as const;
  expect(readInput('22:00', false, clock)).toBe('22:00');
  for (const text of ['24:00', '2:00', '22', '22:60']) expect(readInput(text, false, clock)).toBe(UNFINISHED);
});

test('nothing stands in a field for none, nor for what was not finished', () => {
  expect([toInput(null, 'day', 'UTC'), toInput(UNFINISHED, 'moment', 'UTC')]).toEqual(['', '']);
});
