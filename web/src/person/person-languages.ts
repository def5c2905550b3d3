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

/** `Spanish`, `español`: the name of a language tag in the reader's language. */
export function languageName(tag: string, reader: Language): string {
  const name = new Intl.DisplayNames(reader, { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(reader) + name.slice(1);
}
