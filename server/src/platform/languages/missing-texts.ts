import { FIRST_LANGUAGE, type Languages } from './languages.ts';

/** What each language lacks of the English texts as `site.join.title`; nothing for a whole one. */
export function missingTexts(languages: Languages): Map<string, string[]> {
  const missing = new Map<string, string[]>();
  for (const language of languages.tags) {
    const keys = languages.files.flatMap((file) => {
      const there = keysOf(languages.texts(language, file), file);
      return [...keysOf(languages.texts(FIRST_LANGUAGE, file), file)].filter((key) => !there.has(key));
    });
    if (keys.length > 0) missing.set(language, keys);
  }
  return missing;
}

/** Every text by its dotted key. */
function keysOf(node: unknown, path: string): Set<string> {
  if (node === undefined || node === null) return new Set();
  if (typeof node !== 'object') return new Set([path]);
  return new Set(Object.entries(node).flatMap(([key, value]) => [...keysOf(value, `${path}.${key}`)]));
}
