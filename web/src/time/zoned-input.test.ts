import { expect, test } from 'vitest';
import { fromZonedInput, momentsOf, toZonedInput } from './zoned-input.ts';

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

test('of an hour that comes twice both moments are known, and of a skipped one none', () => {
  expect(momentsOf('2026-11-01T01:30', 'America/Chicago')).toEqual([
    '2026-11-01T06:30:00.000Z',
    '2026-11-01T07:30:00.000Z',
  ]);
  expect(momentsOf('2026-03-08T02:30', 'America/Chicago')).toEqual([]);
  expect(momentsOf('2026-03-02T05:00', 'America/Chicago')).toEqual(['2026-03-02T11:00:00.000Z']);
  // Half an hour is put on and back there.
  expect(momentsOf('2026-04-05T01:45', 'Australia/Lord_Howe')).toHaveLength(2);
});

test('years that nobody means, and days that are none, are unfinished', () => {
  for (const value of ['20267-03-02T05:00', '0026-03-02T05:00', '2100-01-01T00:00', '2026-02-30T05:00']) {
    expect(fromZonedInput(value, 'UTC'), value).toBeNull();
  }
});
