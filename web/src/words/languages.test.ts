import { expect, test } from 'vitest';
import { chooseLanguage, isSameLanguage } from './languages.ts';

const choose = (chosen: string | undefined, accept: string | null, languages = ['en', 'es']) =>
  chooseLanguage(languages, chosen, accept);

test('a choice made before wins', () => {
  expect(choose('es', 'en-US,en;q=0.9')).toBe('es');
});

test('else the browser’s first language that we have', () => {
  expect(choose(undefined, 'es-MX,es;q=0.9,en;q=0.5')).toBe('es');
  expect(choose(undefined, 'fr-FR, en;q=0.4, es;q=0.6')).toBe('es');
  expect(choose('xx', 'ES')).toBe('es');
  expect(choose(undefined, 'es;q=0, en;q=0.1')).toBe('en');
});

test('one of its own region comes before one of any', () => {
  expect(choose(undefined, 'pt-BR,pt;q=0.9', ['en', 'pt', 'pt-BR'])).toBe('pt-BR');
  expect(choose(undefined, 'pt-PT', ['en', 'pt', 'pt-BR'])).toBe('pt');
});

test('else English', () => {
  expect(choose(undefined, null)).toBe('en');
  expect(choose(undefined, 'de, *;q=0.5')).toBe('en');
  expect(choose(undefined, ';;;=,,')).toBe('en');
});

test('whoever reads Spanish reads it from anywhere', () => {
  expect(isSameLanguage('es', 'es-MX')).toBe(true);
  expect(isSameLanguage('es', 'en')).toBe(false);
});
