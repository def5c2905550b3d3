import i18next, { type i18n } from 'i18next';
import { FIRST_LANGUAGE, type Languages, readLanguages } from '../languages/languages.ts';
import { isolate } from './isolate.ts';
import type { MailWords, Text } from './carriers.ts';

/**
 * The texts of messages, from the one catalogue that the pages have too. Read at the first use: a server that
 * sends nothing reads nothing. What a language lacks is said in English.
 */
export function createMailWords(languages?: Languages): MailWords {
  return createCatalogue('notices', languages);
}

/** The texts of one namespace of that catalogue, for whatever else the server itself writes. */
export function createCatalogue(namespace: string, languages: Languages = readLanguages()): MailWords {
  let words: i18n | undefined;
  return (language) => {
    words ??= read(namespace, languages);
    return words.getFixedT(language) as unknown as Text;
  };
}

function read(namespace: string, languages: Languages): i18n {
  const words = i18next.createInstance();
  const texts = (language: string) => (languages.texts(language, namespace) ?? {}) as object;
  void words.init({
    lng: FIRST_LANGUAGE,
    fallbackLng: FIRST_LANGUAGE,
    ns: [namespace],
    defaultNS: namespace,
    resources: Object.fromEntries(
      languages.tags.map((language) => [language, { [namespace]: texts(language) }]),
    ),
    // Escaped where it becomes HTML; here only the direction of what people wrote is held apart.
    interpolation: { escape: isolate },
    initAsync: false,
  });
  return words;
}
