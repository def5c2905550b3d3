import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

/** The words alone: what a link offers is asked by the browser, which alone knows what stands behind the #. */
export const load: PageServerLoad = async ({ locals, setHeaders }) => {
  setHeaders({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
  return { trustWords: await loadMessages(locals.language, 'trust') };
};
