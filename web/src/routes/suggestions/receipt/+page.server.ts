import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

/** The words alone: what became of it is asked by the browser, which alone knows what stands behind the #. */
export const load: PageServerLoad = async ({ locals, setHeaders }) => {
  setHeaders({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
  return { suggestionWords: await loadMessages(locals.language, 'suggestion') };
};
