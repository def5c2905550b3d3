import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SpareTime } from './spare-time.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** So many ask at once; gives how many were let through by now. */
function askAtOnce(spare: SpareTime, many: number) {
  const order: number[] = [];
  for (let each = 0; each < many; each += 1) void spare.take().then(() => order.push(each));
  return order;
}

test('where nothing else is to be done nobody waits for long, and they come in their order', async () => {
  const through = askAtOnce(new SpareTime(() => 0.1), 20);
  await vi.advanceTimersByTimeAsync(0);
  expect(through).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(95);
  expect(through).toEqual(Array.from({ length: 20 }, (_each, index) => index));
});

test('while everybody else keeps the process busy, they wait and are not shut out', async () => {
  let busy = 1;
  const spare = new SpareTime(() => busy);
  askAtOnce(spare, 1);
  const through = askAtOnce(spare, 20);
  await vi.advanceTimersByTimeAsync(80);
  expect(through).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(920);
  expect(through).toHaveLength(10);
  busy = 0.2;
  await vi.advanceTimersByTimeAsync(50);
  expect(through).toHaveLength(20);
});

test('whoever comes while others wait stands behind them', async () => {
  const spare = new SpareTime(() => 0.1);
  const first = askAtOnce(spare, 3);
  const late = askAtOnce(spare, 3);
  await vi.advanceTimersByTimeAsync(15);
  expect([first.length, late.length]).toEqual([3, 1]);
});

test('it looks only while somebody asks', async () => {
  let looks = 0;
  const spare = new SpareTime(() => ((looks += 1), 0));
  await spare.take();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks).toBeLessThanOrEqual(2);
  expect(vi.getTimerCount()).toBe(0);
});
