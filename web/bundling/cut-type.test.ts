import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { signsOf } from './cut-type.ts';

const source = new URL('../src/', import.meta.url);
const faces =
  readFileSync(new URL('app.css', source), 'utf8').match(/@font-face\s*\{[^}]*\?cut=[^}]*\}/g) ?? [];

test('All that our words are written with is in the first file of type', () => {
  const [first, ...later] = faces.map((face) => new Set(signsOf(face)));
  const elsewhere = later.flatMap((signs) => [...signs]);
  // What the type does not have (✓, →) comes from the device, from no file.
  const missed = [...signsOfWords()].filter((sign) => !first?.has(sign) && elsewhere.includes(sign));
  expect(missed, `${missed.join('')} would fetch a second file on a page of ours`).toEqual([]);
  const everyDay = [...'¿¡áéíóúüñÁÉÍÓÚÜÑ“”‘’«»–—…·×€$%½°ºª'];
  expect(everyDay.filter((sign) => !first?.has(sign))).toEqual([]);
});

test('No two files of type have the same sign, so that none is fetched for what is there', () => {
  const marks = /\p{Mn}/u;
  const all = faces.flatMap(signsOf).filter((sign) => !marks.test(sign));
  expect(all.length).toBe(new Set(all).size);
});

/** The signs of the catalogues, and of what stands between their words in the pages. */
function signsOfWords(): Set<string> {
  const files = globSync(['messages/{en,es}/*.json', '**/*.svelte'], { cwd: source });
  expect(files.length).toBeGreaterThan(50);
  return new Set(files.flatMap((file) => [...readFileSync(new URL(file, source), 'utf8')]));
}
