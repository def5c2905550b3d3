/** The languages every screen exists in. The first is what we fall back to. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** The name of the cookie that keeps a chosen language. */
export const languageCookie = 'lang';

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/**
 * The language to answer in: the one chosen before, else the first of Accept-Language we have, else English.
 * `acceptLanguage` is the raw header, e.g. `es-MX,es;q=0.9,en;q=0.5`.
 */
export function chooseLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean);
      return { language: tag.toLowerCase().split('-')[0], quality: quality ? Number(quality) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ language }) => language).find(isLanguage) ?? 'en';
}
