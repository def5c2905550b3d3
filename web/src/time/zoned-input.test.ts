import { expect, test } from 'vitest';
import { fromZonedInput, toZonedInput } from './zoned-input.ts';

test('an input says what the clock on that wall says', () => {
  expect(toZonedInput('2026-03-02T11:00:00Z', 'America/Chicago')).toBe('2026-03-02T05:00');
  expect(toZonedInput('2026-03-02T05:00:00Z', 'Asia/Kolkata')).toBe('2026-03-02T10:30');
  expect(toZonedInput('2026-03-02T00:00:00Z', 'UTC')).toBe('2026-03-02T00:00');
});

test('and means the same moment again, in summer and in winter', () => {
  for (const zone of ['America/Chicago', 'Europe/Madrid', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC']) {
    for (const iso of ['2026-01-15T05:00:00.000Z', '2026-07-15T23:45:00.000Z', '2026-12-31T23:30:00.000Z']) {
      expect(fromZonedInput(toZonedInput(iso, zone), zone)).toBe(iso);
    }
  }
});

test('the hour that spring skips becomes the one after, the doubled one of autumn the first', () => {
  expect(fromZonedInput('2026-03-08T02:30', 'America/Chicago')).toBe('2026-03-08T08:30:00.000Z');
  expect(fromZonedInput('2026-11-01T01:30', 'America/Chicago')).toBe('2026-11-01T06:30:00.000Z');
});

test('an unfinished input means nothing', () => {
  expect(fromZonedInput('', 'UTC')).toBeNull();
  expect(fromZonedInput('2026-03', 'UTC')).toBeNull();
  expect(fromZonedInput('2026-13-40T10:00', 'UTC')).toBeNull();
});
