import { setTimeout as delay } from 'node:timers/promises';
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

test('what is known and takes a while is done before what is not begins; one that never ends keeps nobody', async () => {
  const lane = new BackLane();
  const order: string[] = [];
  const known = lane.first(async () => {
    await delay(30);
    order.push('known');
  });
  await Promise.all([known, lane.run(async () => void order.push('stranger'))]);
  expect(order).toEqual(['known', 'stranger']);
  void lane.first(() => new Promise(() => undefined));
  await lane.run(async () => void order.push('another'));
  expect(order).toHaveLength(3);
});
