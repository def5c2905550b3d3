import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import i18next from 'i18next';
import { expect, test } from 'vitest';
import { isolate } from './isolate.ts';
import { createTranslate } from './translate.ts';

const folder = new URL('../messages/', import.meta.url);
const languages = readdirSync(folder);

/** All texts of a language, by namespace. */
const textsOf = (language: string) =>
  new Map(
    readdirSync(new URL(`${language}/`, folder)).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')) as object,
    ]),
  );

/** Every key of a text, plurals by their stem too. */
function keysOf(texts: object, at: string): string[] {
  return Object.entries(texts).flatMap(([name, text]) => {
    const key = at.endsWith(':') ? at + name : `${at}.${name}`;
    if (typeof text !== 'string') return keysOf(text as object, key);
    return [key, key.replace(/_(zero|one|two|few|many|other)$/, '')];
  });
}

const value = fc.oneof(
  fc.string(),
  fc.constantFrom('ana', 'سلمى', '{{handle}}', '$t(site:name)', ''),
  fc.integer(),
);

test.each(languages)(
  'in %s every text says what i18next says',
  (language) => {
    const texts = textsOf(language);
    const theirs = i18next.createInstance();
    void theirs.init({
      lng: language,
      fallbackLng: false,
      defaultNS: 'site',
      resources: { [language]: Object.fromEntries(texts) },
      interpolation: { escape: isolate },
      initAsync: false,
    });
    const ours = createTranslate(language, texts);
    const keys = [...texts].flatMap(([namespace, text]) => keysOf(text, `${namespace}:`));
    expect(keys.length).toBeGreaterThan(1_000);
    for (const key of keys) {
      const text = theirs.t(key, { count: 2 } as never) as unknown as string;
      const names = [
        ...new Set([...text.matchAll(/\{\{\s*(\w+)\s*(?:,\s*\w+\s*)?\}\}/g)].map(([, name]) => name!)),
      ];
      for (const count of [undefined, 0, 1, 2, 7, 1_000_000]) {
        const values = {
          ...(count !== undefined && { count }),
          ...Object.fromEntries(names.map((name) => [name, `a ${name}`])),
        };
        expect(ours(key, values), key).toBe(theirs.t(key, values as never));
      }
    }
    // Some ten thousand texts: on a loaded machine that takes longer than other tests.
  },
  30_000,
);

test('whatever people wrote stands in a text as it is, also what looks like a text of ours', () => {
  const texts = textsOf('en');
  const theirs = i18next.createInstance();
  void theirs.init({
    lng: 'en',
    fallbackLng: false,
    defaultNS: 'site',
    resources: { en: Object.fromEntries(texts) },
    interpolation: { escape: isolate },
    initAsync: false,
  });
  const ours = createTranslate('en', texts);
  fc.assert(
    fc.property(value, value, (handle, title) => {
      const said = ours('board:event.CARD_CLAIMED', { who: handle, title });
      expect(said).toBe(`${isolate(String(handle))} took “${isolate(String(title))}”.`);
      if (!/\$t|\{\{/.test(`${handle}${title}`))
        expect(said).toBe(theirs.t('board:event.CARD_CLAIMED', { who: handle, title } as never));
    }),
  );
});

test('what is missing says its default, else its key; a gap without a value stays', () => {
  const ours = createTranslate('en', new Map([['site', { name: 'Strikeboard', open: 'Open {{what}}' }]]));
  expect(ours('name')).toBe('Strikeboard');
  expect(ours('errors:NEW', { defaultValue: 'said by {{who}}', who: 'the server' })).toBe(
    'said by the server',
  );
  expect(ours('errors:NEW')).toBe('NEW');
  expect(ours('site:open')).toBe('Open {{what}}');
  expect(ours('site:open', { what: undefined })).toBe('Open ');
});
