import { expect, test } from 'vitest';
import { everyMonth } from './months.ts';

test('months without anything stand between those with something, across a year', () => {
  const months = everyMonth(
    [
      { month: '2025-11', cards: 1, hours: 2 },
      { month: '2026-02', cards: 1, hours: 3 },
    ],
    'en',
  );
  expect(months.map(({ key, value }) => [key, value])).toEqual([
    ['2025-11', 2],
    ['2025-12', 0],
    ['2026-01', 0],
    ['2026-02', 3],
  ]);
  expect(everyMonth([], 'en')).toEqual([]);
});

test('no more than the last eighteen', () => {
  const months = everyMonth(
    [
      { month: '2020-01', cards: 1, hours: 2 },
      { month: '2026-02', cards: 1, hours: 3 },
    ],
    'es',
  );
  expect([months.length, months.at(-1)?.key]).toEqual([18, '2026-02']);
});
