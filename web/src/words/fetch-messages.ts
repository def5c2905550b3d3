import type { Language } from './languages.ts';
import type { Messages } from './messages.ts';

/** The texts of matching in one language, fetched by the browser when something that opens on a page needs them. */
export async function fetchMatchMessages(language: Language): Promise<Messages['match']> {
  const answer = await fetch(`/words/${language}/match`);
  if (!answer.ok) throw new Error(`No texts in ${language}`);
  return (await answer.json()) as Messages['match'];
}
