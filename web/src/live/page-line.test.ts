import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LiveSocket } from './live-socket.ts';
import { PageLine } from './page-line.ts';

const opened = vi.hoisted(() => [] as LiveSocket[]);
vi.mock('./live-socket.ts', () => ({ openLiveSocket: () => socket(opened) }));

/** A socket that only tells what was asked of it. */
function socket(kept: LiveSocket[] = []): LiveSocket {
  const made = { subscribe: vi.fn(() => () => {}), check: vi.fn(), close: vi.fn() };
  kept.push(made);
  return made;
}

const operation = { query: 'subscription News { news }', operationName: 'News', variables: {} };
const aWhile = 10_000;

beforeEach(() => {
  vi.useFakeTimers();
  opened.length = 0;
});
afterEach(() => vi.useRealTimers());

test('a page without a board opens a line of its own, once it is idle', async () => {
  const line = new PageLine();
  line.follow(operation, { next: () => {} });
  expect(opened).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(aWhile);
  expect(opened).toHaveLength(1);
  expect(opened[0]!.subscribe).toHaveBeenCalledTimes(1);
});

test('while a board is on its way, however slowly, there is no second line beside its own', async () => {
  const line = new PageLine();
  line.follow(operation, { next: () => {} });
  await vi.advanceTimersByTimeAsync(1_400);
  line.expectLoan();
  await vi.advanceTimersByTimeAsync(aWhile);
  const board = socket();
  line.lend(board);
  await vi.advanceTimersByTimeAsync(aWhile);
  expect(opened).toHaveLength(0);
  expect(board.subscribe).toHaveBeenCalledTimes(1);
});

test('a board that never came, or has gone, leaves the page its own line', async () => {
  const line = new PageLine();
  const callOff = line.expectLoan();
  line.follow(operation, { next: () => {} });
  callOff();
  callOff();
  await vi.advanceTimersByTimeAsync(aWhile);
  expect(opened).toHaveLength(1);
});
