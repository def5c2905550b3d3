import type { Language } from '#web/words/languages.ts';

/** Languages a volunteer may say they write well; the ones of most cards first. */
export const personLanguages = [
  'en',
  'es',
  'zh',
  'tl',
  'vi',
  'ar',
  'fr',
  'ht',
  'ko',
  'pt',
  'ru',
  'so',
] as const;

/** `Spanish`, `Español`: the name of a language tag in the reader's language, where it stands alone. */
export function languageName(tag: string, reader: Language): string {
  const name = languageInSentence(tag, reader);
  return name.charAt(0).toLocaleUpperCase(reader) + name.slice(1);
}

/** `Spanish`, `español`: the same within a sentence; the tag itself where nobody knows it. */
export function languageInSentence(tag: string, reader: Language): string {
  try {
    return new Intl.DisplayNames(reader, { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
