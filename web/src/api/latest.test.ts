import { expect, test } from 'vitest';
import { Latest } from './latest.ts';

test('only what began last is wanted, in whatever order the answers come', async () => {
  const latest = new Latest();
  const shown: string[] = [];
  const answers = { a: Promise.withResolvers<void>(), b: Promise.withResolvers<void>() };
  const load = async (link: 'a' | 'b') => {
    const wanted = latest.begin();
    await answers[link].promise;
    if (wanted()) shown.push(link);
  };
  const both = [load('a'), load('b')];
  answers.b.resolve();
  answers.a.resolve();
  await Promise.all(both);
  expect(shown).toEqual(['b']);
});

test('the same thing asked for again is another question', () => {
  const latest = new Latest();
  const first = latest.begin();
  const second = latest.begin();
  expect([first(), second()]).toEqual([false, true]);
});

test('what was called off is not wanted, though nothing came after it', () => {
  const latest = new Latest();
  const wanted = latest.begin();
  latest.callOff();
  expect(wanted()).toBe(false);
});
