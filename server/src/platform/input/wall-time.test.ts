import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvalidInput } from '../refusal/refusal.ts';
import { laterWall, momentOfWall, movedWall, takeWallTime, type WallFold } from './wall-time.ts';

/** With half hours, with summers in either half of the year, with none, and one whose clocks jump by half an hour. */
const ZONES = [
  ...['UTC', 'America/Chicago', 'America/St_Johns', 'Europe/Madrid', 'Asia/Kolkata', 'Asia/Kathmandu'],
  ...['Australia/Lord_Howe', 'America/Santiago', 'Pacific/Auckland', 'Africa/Casablanca'],
];
const zones = fc.constantFrom(...ZONES);
const walls = fc
  .date({ min: new Date('2024-01-01T00:00Z'), max: new Date('2032-12-31T23:59Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 16));
const folds = fc.constantFrom<WallFold>('EARLIER', 'LATER');

/** What clocks show, by another way than the one that is tested. */
function shown(at: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(at).replace(' ', 'T');
}

const reasonOf = (call: () => unknown) => {
  try {
    call();
  } catch (error) {
    if (error instanceof InvalidInput) return error.reason;
    throw error;
  }
  return null;
};
const momentIn = (timeZone: string, wall: string, fold?: WallFold) =>
  momentOfWall(wall, { timeZone, field: 'x', fold });

test('at the moment that is found, clocks of the zone show what was written; else it is refused', () => {
  fc.assert(
    fc.property(zones, walls, folds, (timeZone, wall, fold) => {
      const reason = reasonOf(() => momentIn(timeZone, wall, fold));
      if (reason === null) expect(shown(momentIn(timeZone, wall, fold), timeZone)).toBe(wall);
      else expect(reason).toBe('NO_SUCH_TIME');
    }),
    { numRuns: 2000 },
  );
});

test('without being told which, a time that comes twice is refused, and no other', () => {
  fc.assert(
    fc.property(zones, walls, (timeZone, wall) => {
      const reason = reasonOf(() => momentIn(timeZone, wall));
      if (reason === 'NO_SUCH_TIME') return;
      const [earlier, later] = [momentIn(timeZone, wall, 'EARLIER'), momentIn(timeZone, wall, 'LATER')];
      expect(reason).toBe(earlier.getTime() === later.getTime() ? null : 'TWICE');
      expect(earlier.getTime()).toBeLessThanOrEqual(later.getTime());
    }),
    { numRuns: 2000 },
  );
});

test('the nights of the change', () => {
  expect(reasonOf(() => momentIn('America/Chicago', '2026-03-08T02:30'))).toBe('NO_SUCH_TIME');
  expect(reasonOf(() => momentIn('America/Chicago', '2026-11-01T01:30'))).toBe('TWICE');
  expect(momentIn('America/Chicago', '2026-11-01T01:30', 'EARLIER').toISOString()).toBe(
    '2026-11-01T06:30:00.000Z',
  );
  expect(momentIn('America/Chicago', '2026-11-01T01:30', 'LATER').toISOString()).toBe(
    '2026-11-01T07:30:00.000Z',
  );
  // Half an hour comes twice.
  expect(reasonOf(() => momentIn('Australia/Lord_Howe', '2026-04-05T01:45'))).toBe('TWICE');
  expect(reasonOf(() => momentIn('Australia/Lord_Howe', '2026-10-04T02:15'))).toBe('NO_SUCH_TIME');
});

test('so many weeks later clocks show the same time of the same day of the week, whatever was put on or back', () => {
  fc.assert(
    fc.property(zones, walls, fc.integer({ min: 1, max: 52 }), (timeZone, wall, weeks) => {
      const later = laterWall(wall, { weeks });
      expect(later.slice(11)).toBe(wall.slice(11));
      expect(new Date(`${later}Z`).getTime() - new Date(`${wall}Z`).getTime()).toBe(weeks * 604_800_000);
      if (reasonOf(() => momentIn(timeZone, later, 'EARLIER')) === null)
        expect(shown(momentIn(timeZone, later, 'EARLIER'), timeZone)).toBe(later);
    }),
  );
  expect(laterWall('2026-01-31T19:00', { months: 1 })).toBe('2026-02-28T19:00');
  expect(movedWall('2026-12-05T10:30', { from: '2026-12-05T09:00', to: '2026-12-12T14:00' })).toBe(
    '2026-12-12T15:30',
  );
});

test('what is no day and time is refused', () => {
  expect(takeWallTime(' 2026-12-05T19:00:00 ', 'x')).toBe('2026-12-05T19:00');
  for (const wrong of [
    '',
    '2026-12-05',
    '2026-02-30T10:00',
    '2026-12-05T25:00',
    '2026-12-05T19:00Z',
    '5 Dec',
  ])
    expect([wrong, reasonOf(() => takeWallTime(wrong, 'x'))]).toEqual([wrong, 'UNKNOWN']);
  for (const year of ['1999-12-31T10:00', '2100-01-01T10:00'])
    expect(reasonOf(() => takeWallTime(year, 'x'))).toBe('OUT_OF_RANGE');
});
