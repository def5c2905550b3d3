import { expect, test } from 'vitest';
import { movedBetween } from './wall-screen.svelte.ts';

const card = (number: number, since: string) => ({
  number,
  title: `Card ${number}`,
  since,
  handle: null,
  partner: null,
});
const column = (status: 'OPEN' | 'CLAIMED', ...cards: ReturnType<typeof card>[]) => ({
  status,
  count: cards.length,
  cards,
});

test('only what came to its column moves, and only counts that changed', () => {
  const before = { columns: [column('OPEN', card(2, '10:02'), card(1, '10:01')), column('CLAIMED')] };
  const after = { columns: [column('OPEN', card(1, '10:01')), column('CLAIMED', card(2, '10:05'))] };
  expect([...movedBetween(before, after)].sort()).toEqual(['CLAIMED', 'CLAIMED 2 10:05', 'OPEN']);
  expect(movedBetween(after, after).size).toBe(0);
});

test('a card that moves up into sight, because another left, has not moved', () => {
  const before = { columns: [{ ...column('OPEN', card(3, '10:03'), card(2, '10:02')), count: 3 }] };
  const after = { columns: [column('OPEN', card(2, '10:02'), card(1, '10:01'))] };
  expect([...movedBetween(before, after)]).toEqual(['OPEN']);
});
