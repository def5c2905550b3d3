import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

/** The words alone: the work is fetched by the browser, which alone knows what stands behind the # of the address. */
export const load: PageServerLoad = async ({ locals, setHeaders }) => {
  setHeaders({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
  const [approveWords, fileWords] = await Promise.all([
    loadMessages(locals.language, 'approve'),
    loadMessages(locals.language, 'file'),
  ]);
  return { approveWords, fileWords };
};
