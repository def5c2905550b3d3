import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

/** The words alone: the work is fetched by the browser, which alone knows what stands behind the # of the address. */
export const load: PageServerLoad = async ({ locals, setHeaders }) => {
  setHeaders({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
  return { approveWords: await loadMessages(locals.language, 'approve') };
};
