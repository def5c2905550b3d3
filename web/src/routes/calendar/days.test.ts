import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromZonedInput, toZonedInput } from '#web/time/zoned-input.ts';
import { daysOf, isDay, onDays, plusDays, step } from './days.ts';

const MONDAY = 1;
const SUNDAY = 7;

const aDay = fc
  .date({ min: new Date('2000-02-01'), max: new Date('2099-11-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('a month is shown in whole weeks, every day once and in order', () => {
  fc.assert(
    fc.property(aDay, fc.constantFrom(MONDAY, SUNDAY, 6), (on, firstDay) => {
      const days = daysOf('month', on, firstDay);
      expect(days.length % 7).toBe(0);
      expect(days.length).toBeLessThanOrEqual(42);
      expect(days).toEqual([...new Set(days)].sort());
      expect(new Date(`${days[0]}T00:00Z`).getUTCDay()).toBe(firstDay % 7);
      const ofMonth = days.filter((day) => day.startsWith(on.slice(0, 7)));
      expect(ofMonth[0]).toBe(`${on.slice(0, 7)}-01`);
      expect(plusDays(ofMonth.at(-1)!, 1).slice(8)).toBe('01');
      // No week without a day of it.
      expect(days.slice(0, 7).some((day) => ofMonth.includes(day))).toBe(true);
      expect(days.slice(-7).some((day) => ofMonth.includes(day))).toBe(true);
    }),
  );
});

test('a step on and a step back come to the month one was in, and leave none out', () => {
  fc.assert(
    fc.property(aDay, (on) => {
      const next = step('month', on, 1);
      expect(step('month', next, -1).slice(0, 7)).toBe(on.slice(0, 7));
      expect(plusDays(next, -1).slice(0, 7)).toBe(on.slice(0, 7));
    }),
  );
});

test('an address may hold anything, and only a day is a day', () => {
  for (const day of ['2026-02-28', '2024-02-29']) expect(isDay(day)).toBe(true);
  for (const text of [null, '', '2026-02-30', '2026-13-01', '1999-12-31', '2026-2-3', '२०२६-०१-०१'])
    expect(isDay(text)).toBe(false);
});

test('each moment lies on the day that clocks of the zone show, on the nights of the change too', () => {
  const zones = [
    'America/Chicago',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'America/St_Johns',
    'Africa/Cairo',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
      (zone, at) => {
        const iso = at.toISOString();
        const dayOf = (moment: string) => toZonedInput(moment, zone).slice(0, 10);
        const day = dayOf(iso);
        const found = onDays([{ at: iso }], [plusDays(day, -1), day, plusDays(day, 1)], dayOf);
        expect([...found].filter(([, items]) => items.length > 0).map(([each]) => each)).toEqual([day]);
        // The days that are asked for hold it: from their first moment on, and before the next one's.
        const from = fromZonedInput(`${day}T00:00`, zone)!;
        const to = fromZonedInput(`${plusDays(day, 1)}T00:00`, zone)!;
        expect(from <= iso && iso < to).toBe(true);
      },
    ),
  );
});

test('what goes over midnight lies on both days, and an end at midnight on the one before', () => {
  const days = ['2026-03-28', '2026-03-29', '2026-03-30'];
  const dayOf = (iso: string) => iso.slice(0, 10);
  const on = (at: string, until: string) =>
    [...onDays([{ at, until }], days, dayOf)].flatMap(([day, items]) => (items.length > 0 ? [day] : []));
  expect(on('2026-03-28T22:00:00.000Z', '2026-03-29T01:00:00.000Z')).toEqual(['2026-03-28', '2026-03-29']);
  expect(on('2026-03-28T22:00:00.000Z', '2026-03-29T00:00:00.000Z')).toEqual(['2026-03-28']);
});
