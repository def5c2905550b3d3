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
export function createMailWords(folder?: string): MailWords {
  return createCatalogue('notices', folder);
}

/** The texts of one namespace of that catalogue, for whatever else the server itself writes. */
export function createCatalogue(
  namespace: string,
  folder = join(projectDir(), 'web/src/messages'),
): MailWords {
  let words: i18n | undefined;
  return (language) => {
    words ??= read(namespace, folder);
    return words.getFixedT(language) as unknown as Text;
  };
}

function read(namespace: string, folder: string): i18n {
  const words = i18next.createInstance();
  const texts = (language: string) =>
    JSON.parse(readFileSync(join(folder, language, `${namespace}.json`), 'utf8')) as object;
  void words.init({
    lng: 'en',
    fallbackLng: 'en',
    ns: [namespace],
    defaultNS: namespace,
    resources: Object.fromEntries(
      MESSAGE_LANGUAGES.map((language) => [language, { [namespace]: texts(language) }]),
    ),
    // Escaped where it becomes HTML; here only the direction of what people wrote is held apart.
    interpolation: { escape: isolate },
    initAsync: false,
  });
  return words;
}
