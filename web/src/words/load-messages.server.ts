import type { Language } from './languages.ts';
import type { Messages, Namespace } from './messages.ts';

const catalogues = import.meta.glob<Record<string, unknown>>('../messages/*/*.json', { import: 'default' });

/**
 * The texts of one namespace in one language, for a server `load` to hand to the page. Only what a page asks
 * for travels to the browser, and never a second language.
 */
export async function loadMessages<N extends Namespace>(
  language: Language,
  namespace: N,
): Promise<Messages[N]> {
  const load = catalogues[`../messages/${language}/${namespace}.json`];
  if (!load) throw new Error(`No messages for ${language}/${namespace}`);
  return (await load()) as Messages[N];
}
