import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import { projectDir } from '../startup/project-dir.ts';
import { isolate } from './isolate.ts';
import type { MailWords, Text } from './carriers.ts';

/** Languages that messages are written in. */
export const MESSAGE_LANGUAGES = ['en', 'es'] as const;

/**
 * The texts of messages, from the one catalogue that the pages have too. Read at the first use: a server that
 * sends nothing reads nothing.
 */
export function createMailWords(folder = join(projectDir(), 'web/src/messages')): MailWords {
  let words: i18n | undefined;
  return (language) => {
    words ??= read(folder);
    return words.getFixedT(language, 'notices') as unknown as Text;
  };
}

function read(folder: string): i18n {
  const words = i18next.createInstance();
  const notices = (language: string) =>
    JSON.parse(readFileSync(join(folder, language, 'notices.json'), 'utf8')) as object;
  void words.init({
    lng: 'en',
    fallbackLng: 'en',
    ns: ['notices'],
    defaultNS: 'notices',
    resources: Object.fromEntries(
      MESSAGE_LANGUAGES.map((language) => [language, { notices: notices(language) }]),
    ),
    // Escaped where it becomes HTML; here only the direction of what people wrote is held apart.
    interpolation: { escape: isolate },
    initAsync: false,
  });
  return words;
}
