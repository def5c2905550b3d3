import { expect, test } from 'vitest';
import { BackLane } from './back-lane.ts';

test('one after the other, in order, and a fault stops nobody', async () => {
  const lane = new BackLane();
  const begun: string[] = [];
  let running = 0;
  let most = 0;
  const work = (name: string, fails = false) =>
    lane.run(async () => {
      begun.push(name);
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (fails) throw new Error(name);
      return name;
    });
  const all = [work('a'), work('b', true), work('c')];
  expect(begun).toEqual([]);
  await expect(all[1]).rejects.toThrow('b');
  expect([await all[0], await all[2]]).toEqual(['a', 'c']);
  expect(begun).toEqual(['a', 'b', 'c']);
  expect(most).toBe(1);
});

test('what is carried out beside it in the same moment comes first', async () => {
  const lane = new BackLane();
  const order: string[] = [];
  const back = lane.run(async () => void order.push('back'));
  await Promise.resolve().then(() => order.push('front'));
  await back;
  expect(order).toEqual(['front', 'back']);
});
