import { firstLanguage, type Language } from './languages.ts';
import { readFurtherLanguage, furtherLanguages } from './further-languages.server.ts';
import type { Messages, Namespace } from './messages.ts';

const catalogues = import.meta.glob<Record<string, unknown>>('../messages/*/*.json', { import: 'default' });

/** The languages of the house: a folder of `messages` each. */
const own = [...new Set(Object.keys(catalogues).map((path) => path.split('/')[2]!))];

/** Every language there is, English first, and those of LANGUAGES_DIR among them. */
export function allLanguages(): Language[] {
  const further = furtherLanguages().filter((language) => !own.includes(language));
  return [firstLanguage, ...[...own, ...further].filter((language) => language !== firstLanguage).sort()];
}

/**
 * The texts of one namespace in one language, for a server `load` to hand to the page. Only what a page asks
 * for travels to the browser, and never a second language. What a further language lacks is said in English.
 */
export async function loadMessages<N extends Namespace>(
  language: Language,
  namespace: N,
): Promise<Messages[N]> {
  const load = catalogues[`../messages/${language}/${namespace}.json`];
  if (load) return (await load()) as Messages[N];
  const english = await catalogues[`../messages/${firstLanguage}/${namespace}.json`]?.();
  if (!english) throw new Error(`No messages called ${namespace}`);
  return withStandIns(english, readFurtherLanguage(language, namespace)) as Messages[N];
}

/** The texts, with English ones where there is none. */
function withStandIns(english: unknown, texts: unknown): unknown {
  if (typeof english === 'string') return typeof texts === 'string' ? texts : english;
  if (typeof english !== 'object' || english === null) return english;
  const said = typeof texts === 'object' && texts !== null ? (texts as Record<string, unknown>) : {};
  // Plurals that English has not (`_few`, `_many`) are this language's own.
  return {
    ...said,
    ...Object.fromEntries(Object.entries(english).map(([key, text]) => [key, withStandIns(text, said[key])])),
  };
}
