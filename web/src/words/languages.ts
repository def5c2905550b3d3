/**
 * A language that screens exist in, as a BCP 47 tag. Which there are says the server (`catalogue.server.ts`): each is a
 * folder of files, and no list names them.
 */
export type Language = string;

/** The one that has every text: it stands in where another has none. */
export const firstLanguage = 'en';

/** The name of the cookie that keeps a chosen language. */
export const languageCookie = 'lang';

/**
 * The language to answer in: the one chosen before, else the first of Accept-Language we have, else English.
 * `acceptLanguage` is the raw header, e.g. `es-MX,es;q=0.9,en;q=0.5`.
 */
export function chooseLanguage(
  languages: readonly Language[],
  chosen: string | undefined,
  acceptLanguage: string | null,
): Language {
  if (chosen !== undefined && languages.includes(chosen)) return chosen;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean);
      return { tag, quality: quality ? Number(quality) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ tag }) => closestLanguage(languages, tag)).find(Boolean) ?? firstLanguage;
}

/** Of these languages the one of a tag itself, else the one without its region. */
export function closestLanguage(languages: readonly Language[], tag: string): Language | undefined {
  const wanted = tag.toLowerCase();
  const [language] = wanted.split('-');
  return (
    languages.find((each) => each.toLowerCase() === wanted) ?? languages.find((each) => each === language)
  );
}

/** Whether somebody who reads one of them reads the other: Spanish is Spanish wherever it is from. */
export function isSameLanguage(one: Language, other: Language): boolean {
  return one === other || one.toLowerCase().split('-')[0] === other.toLowerCase().split('-')[0];
}
