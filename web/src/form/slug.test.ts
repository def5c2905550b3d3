import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test('an address keeps the words and loses the rest', () => {
  expect(slugOf('Hold the line, keep the night bus')).toBe('hold-the-line-keep-the-night-bus');
  expect(slugOf('  ¡Ñandú, sí!  ')).toBe('nandu-si');
  expect(slugOf('日本')).toBe('');
});

test('an address is at most 60 characters and ends in none but a letter or digit', () => {
  const slug = slugOf('a'.repeat(59) + ' b');
  expect(slug).toBe('a'.repeat(59));
});
