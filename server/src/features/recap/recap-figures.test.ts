import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayFigures } from './recap-figures.ts';

const HOUR = 3_600_000;
const said = (given: Parameters<typeof sayFigures>[0]) =>
  Object.fromEntries(sayFigures(given).map(({ what, number }) => [what, number]));

test('numbers are said from five on', () => {
  expect(said({ registered: 40, came: 31, online: 12, lasted: 2 * HOUR })).toEqual({
    ...{ REGISTERED: 40, CAME: 31, ONLINE: 12, HOURS: 62 },
  });
  expect(said({ registered: 4, came: 3, online: 1, lasted: 2 * HOUR })).toEqual({
    ...{ REGISTERED: null, CAME: null, ONLINE: null },
  });
});

test('where nobody was let in nobody knows who came', () => {
  expect(said({ registered: 40, came: 0, online: 0, lasted: HOUR })).toEqual({ REGISTERED: 40 });
});

test('no number from one to four is said, nor follows from two that are', () => {
  const few = (number: number | null | undefined) => number != null && number > 0 && number < 5;
  fc.assert(
    fc.property(
      fc.nat({ max: 60 }).chain((registered) =>
        fc.record({
          registered: fc.constant(registered),
          came: fc.nat({ max: registered }),
          online: fc.nat({ max: registered }),
          lasted: fc.integer({ min: 1, max: 20 }).map((quarters) => quarters * (HOUR / 4)),
        }),
      ),
      (given) => {
        const { REGISTERED, CAME, ONLINE, HOURS } = said(given);
        expect([REGISTERED, CAME, ONLINE].some(few)).toBe(false);
        if (REGISTERED != null && ONLINE != null) expect(few(REGISTERED - ONLINE)).toBe(false);
        // By the hours of fewer than five one could reckon how many they were.
        if (HOURS != null) expect(CAME).not.toBeNull();
      },
    ),
  );
});
