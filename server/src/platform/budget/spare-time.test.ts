import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SpareTime } from './spare-time.ts';

beforeEach(
  () => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'performance'] }),
);
afterEach(() => void vi.useRealTimers());

const TAKES = 20;
const takesAWhile = () => new Promise<void>((resolve) => setTimeout(resolve, TAKES));

/** So many are asked for at once, each of which takes a while; gives those that have begun by now. */
function askAtOnce(spare: SpareTime, many: number): number[] {
  const begun: number[] = [];
  for (let each = 0; each < many; each += 1) {
    void spare.run(() => {
      begun.push(each);
      return takesAWhile();
    });
  }
  return begun;
}

test('one after the other begins at once, however busy it is', async () => {
  const spare = new SpareTime(() => 1);
  for (let each = 0; each < 5; each += 1) {
    const begun = askAtOnce(spare, 1);
    expect(begun).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(TAKES);
  }
  expect(vi.getTimerCount()).toBe(0);
});

test('while there is time to spare one begins at each look, in their order', async () => {
  const begun = askAtOnce(new SpareTime(() => 0.1), 10);
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toEqual([0]);
  await vi.advanceTimersByTimeAsync(45);
  expect(begun).toEqual(Array.from({ length: 10 }, (_each, index) => index));
});

test('while there is none they have half of it: each rests as long as the one before took', async () => {
  let busy = 1;
  const spare = new SpareTime(() => busy);
  const begun = askAtOnce(spare, 100);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(begun.length).toBeGreaterThanOrEqual(20);
  expect(begun.length).toBeLessThanOrEqual(1_000 / (2 * TAKES) + 1);
  busy = 0.2;
  await vi.advanceTimersByTimeAsync(500);
  expect(begun).toHaveLength(100);
});

test('one that never ends keeps nobody waiting while there is time to spare', async () => {
  const spare = new SpareTime(() => 0.1);
  void spare.run(() => new Promise(() => undefined));
  const begun = askAtOnce(spare, 3);
  await vi.advanceTimersByTimeAsync(20);
  expect(begun).toHaveLength(3);
});

test('a fault stops nobody, and it looks only while somebody waits', async () => {
  const spare = new SpareTime(() => 0.1);
  const faulty = expect(spare.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  const begun = askAtOnce(spare, 2);
  await vi.advanceTimersByTimeAsync(100);
  await faulty;
  expect(begun).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});
