import { expect, test } from 'vitest';
import { byUrgency } from './by-urgency.ts';

test('what is due first comes first, what has no date last and in its order', () => {
  const cards = [
    { name: 'whenever', dueAt: null },
    { name: 'thursday', dueAt: '2026-03-05T18:00:00Z' },
    { name: 'some day', dueAt: null },
    { name: 'tonight', dueAt: '2026-03-03T18:00:00Z' },
  ];
  expect(byUrgency(cards).map(({ name }) => name)).toEqual(['tonight', 'thursday', 'whenever', 'some day']);
});
