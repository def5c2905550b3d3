import type { Language } from './languages.ts';
import type { Messages } from './messages.ts';

const catalogues = import.meta.glob<Messages['match']>('../messages/*/match.json', { import: 'default' });

/** The texts of matching in one language, fetched by the browser when something that opens on a page needs them. */
export async function fetchMatchMessages(language: Language): Promise<Messages['match']> {
  const load = catalogues[`../messages/${language}/match.json`];
  if (!load) throw new Error(`No texts in ${language}`);
  return load();
}
