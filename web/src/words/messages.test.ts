import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { allLanguages } from './load-messages.server.ts';

const folder = fileURLToPath(new URL('../messages', import.meta.url));
const read = (language: string, file: string): unknown =>
  JSON.parse(readFileSync(`${folder}/${language}/${file}`, 'utf8'));
const languages = allLanguages();
const files = readdirSync(`${folder}/en`);

/** Every text by its dotted key. */
function textsOf(node: unknown, path = ''): Map<string, string> {
  if (typeof node === 'string') return new Map([[path, node]]);
  const entries = Object.entries(node as Record<string, unknown>);
  return new Map(entries.flatMap(([key, value]) => [...textsOf(value, path ? `${path}.${key}` : key)]));
}
const placeholders = (text: string) => [...new Set(text.match(/{{\w+}}/g) ?? [])].sort();

test.each(languages)('%s has a file for every namespace', (language) => {
  expect(readdirSync(`${folder}/${language}`).sort()).toEqual([...files].sort());
});

test.each(files)('%s says the same things in every language', (file) => {
  const english = textsOf(read('en', file));
  for (const language of languages) {
    const texts = textsOf(read(language, file));
    expect([...texts.keys()].sort(), language).toEqual([...english.keys()].sort());
    for (const [key, text] of texts) {
      expect(text.trim(), `${language} ${key}`).not.toBe('');
      // A plural for one may leave the number out, so only what it takes beyond English is wrong.
      const unknown = placeholders(text).filter((p) => !placeholders(english.get(key) ?? '').includes(p));
      if (!key.endsWith('_one')) {
        expect(placeholders(text), `${language} ${key}`).toEqual(placeholders(english.get(key) ?? ''));
      } else
        expect(
          unknown.filter((p) => p !== '{{count}}'),
          `${language} ${key}`,
        ).toEqual([]);
    }
  }
});

test.each(files)('%s has both plurals wherever it has one', (file) => {
  const keys = [...textsOf(read('en', file)).keys()];
  const stems = keys.filter((key) => key.endsWith('_one')).map((key) => key.slice(0, -4));
  expect(stems.filter((stem) => !keys.includes(`${stem}_other`))).toEqual([]);
});

test.each(languages)('%s has one word for one status, on every screen', (language) => {
  const texts = (file: string) => textsOf(read(language, `${file}.json`));
  const [site, wall, desk] = [texts('site'), texts('wall'), texts('coordinate')];
  const plural = { OPEN: 'open', CLAIMED: 'claimed', IN_REVIEW: 'inReview', DONE: 'done' };
  for (const [status, count] of Object.entries(plural)) {
    const word = site.get(`counts.${count}`)!;
    expect(wall.get(`column.${status}`), status).toBe(word);
    // "Abiertas" of many, "Abierta" of one: the same word.
    expect(word.slice(0, 5), status).toBe(site.get(`status.${status}`)!.slice(0, 5));
  }
  for (const [key, count] of Object.entries({ open: 'open', held: 'claimed', inReview: 'inReview' }))
    expect(desk.get(`pulse.${key}`), key).toBe(`{{count}} ${site.get(`counts.${count}`)!.toLowerCase()}`);
});
