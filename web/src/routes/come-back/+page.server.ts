import { nextPath } from '#web/frame/next-path.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

/** The words alone: the browser alone knows what stands behind the # of the address, and posts it when it is pressed. */
export const load: PageServerLoad = async ({ locals, setHeaders, url }) => {
  setHeaders({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
  return {
    trustWords: await loadMessages(locals.language, 'trust'),
    next: nextPath(url.searchParams.get('next'), '/me'),
  };
};
