import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../config/config.ts';
import { createMailWords } from '../mail/mail-words.ts';
import { StartupError } from '../startup/startup-error.ts';
import { readLanguages } from './languages.ts';
import { missingTexts } from './missing-texts.ts';

let languagesDir: string;
beforeEach(async () => (languagesDir = await mkdtemp(join(tmpdir(), 'strikeboard-languages-'))));
afterEach(() => rm(languagesDir, { recursive: true, force: true }));

async function put(language: string, file: string, texts: object | string): Promise<void> {
  await mkdir(join(languagesDir, language), { recursive: true });
  await writeFile(
    join(languagesDir, language, `${file}.json`),
    typeof texts === 'string' ? texts : JSON.stringify(texts),
  );
}

test('those of the house are there, English first, and lack nothing', () => {
  const languages = readLanguages();
  expect(languages.tags).toEqual(['en', 'es']);
  expect(languages.files).toContain('templates');
  expect(missingTexts(languages)).toEqual(new Map());
});

test('a folder of files is a language, in messages too; what it lacks is named, and said in English', async () => {
  await put('ht', 'notices', { mail: { subject: 'Nouvo sou Strikeboard' } });
  const languages = readLanguages(readConfig({ LANGUAGES_DIR: languagesDir }));
  expect(languages.tags).toEqual(['en', 'es', 'ht']);
  expect([languages.closest('ht-HT'), languages.closest('HT'), languages.closest('tlh')]).toEqual([
    'ht',
    'ht',
    undefined,
  ]);
  const missing = missingTexts(languages).get('ht')!;
  expect(missing).toContain('notices.unread');
  expect(missing.some((key) => key.startsWith('site.'))).toBe(true);
  const words = createMailWords(languages);
  expect(words('ht')('none')).toBe(words('en')('none'));
});

test('a folder that is none, or is called as no language, stops the start in words', async () => {
  expect(() => readLanguages({ languagesDir: join(languagesDir, 'nowhere') })).toThrow(StartupError);
  await put('Not a language', 'site', {});
  expect(() => readLanguages({ languagesDir })).toThrow(/“Not a language” is none/);
});

test('a file that is no JSON is named', async () => {
  await put('ht', 'site', '{ "name": ');
  expect(() => readLanguages({ languagesDir }).texts('ht', 'site')).toThrow(/site\.json is no JSON/);
});
