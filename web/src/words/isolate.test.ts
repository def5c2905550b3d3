import { expect, test } from 'vitest';
import { isolate } from './isolate.ts';
import { createWords } from './words.ts';

const site = { greets: '{{handle}} took “{{title}}” ({{count}})' };
const words = createWords('en', { site } as never);
const t = words.t as unknown as (key: string, values: object) => string;

test('an Arabic or Hebrew word stands apart within a sentence', () => {
  expect(t('greets', { handle: 'نورة-2026', title: 'שלט לצומת', count: 3 })).toBe(
    '\u2068نورة-2026\u2069 took “\u2068שלט לצומת\u2069” (3)',
  );
});

test('what runs as the sentence does stays as it was written', () => {
  expect(t('greets', { handle: 'redbarn', title: 'A & B <c> “d” / Ж 中 é', count: 1 })).toBe(
    'redbarn took “A & B <c> “d” / Ж 中 é” (1)',
  );
});

test.each([
  ['Arabic behind Latin', 'Poster نقل'],
  ['Syriac', 'ܫܠܡܐ'],
  ['Thaana', 'ދިވެހި'],
  ['N’Ko', 'ߒߞߏ'],
  ['Adlam, beyond the first plane', '𞤀𞤣𞤤𞤢𞤥'],
  ['Arabic in its presentation forms', 'ﻻ'],
  ['a mark that turns what follows', 'safe\u202Etxt'],
])('%s is held apart', (_, text) => {
  expect(isolate(text)).toBe(`\u2068${text}\u2069`);
});

test('what a value holds is no place for another value', () => {
  expect(t('greets', { handle: '{{title}}', title: 'שלט', count: 1 })).toBe(
    '{{title}} took “\u2068שלט\u2069” (1)',
  );
});
