import { expect, test } from 'vitest';
import { chooseLanguage } from './languages.ts';

test('a choice made before wins', () => {
  expect(chooseLanguage('es', 'en-US,en;q=0.9')).toBe('es');
});

test('else the browser’s first language that we have', () => {
  expect(chooseLanguage(undefined, 'es-MX,es;q=0.9,en;q=0.5')).toBe('es');
  expect(chooseLanguage(undefined, 'fr-FR, en;q=0.4, es;q=0.6')).toBe('es');
  expect(chooseLanguage('xx', 'ES')).toBe('es');
  expect(chooseLanguage(undefined, 'es;q=0, en;q=0.1')).toBe('en');
});

test('else English', () => {
  expect(chooseLanguage(undefined, null)).toBe('en');
  expect(chooseLanguage(undefined, 'de, *;q=0.5')).toBe('en');
  expect(chooseLanguage(undefined, ';;;=,,')).toBe('en');
});
