import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isNearEnd, lengthOf, longestLine } from './length-of.ts';

test('characters are counted as the server counts them', () => {
  expect(lengthOf('  two words \n')).toBe(9);
  expect(lengthOf('é')).toBe(1);
  expect(lengthOf('🚌🚌')).toBe(2);
  expect(longestLine('one\nthree\n')).toBe(5);
});

test('room is told when a fifth of it is left, and of a long text the last five hundred', () => {
  expect([399, 400].map((length) => isNearEnd(length, 500))).toEqual([false, true]);
  expect([19_499, 19_500].map((length) => isNearEnd(length, 20_000))).toEqual([false, true]);
});

test('long words have one editor', () => {
  const here = new URL('../', import.meta.url);
  const others = globSync('**/*.svelte', { cwd: here }).filter(
    (file) =>
      file !== 'form/TextField.svelte' &&
      // What only shows words is no editor.
      /<textarea(?![^>]*\breadonly\b)/.test(readFileSync(new URL(file, here), 'utf8')),
  );
  expect(others).toEqual([]);
});
