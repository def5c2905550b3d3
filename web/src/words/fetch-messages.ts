import type { Language } from './languages.ts';
import type { Messages } from './messages.ts';

/** The texts of one noun in one language, fetched by the browser when something that opens on a page needs them. */
export async function fetchMessages<N extends 'match' | 'suggestion'>(
  language: Language,
  namespace: N,
): Promise<Messages[N]> {
  const answer = await fetch(`/words/${language}/${namespace}`);
  if (!answer.ok) throw new Error(`No texts in ${language}`);
  return (await answer.json()) as Messages[N];
}
