import { loadMessages } from '#web/words/load-messages.server.ts';
import type { Namespace } from '#web/words/messages.ts';
import type { PageServerLoad } from './$types';

/** The words alone: what it is about is fetched by the browser, which alone knows what stands behind the # of the address. */
export const load: PageServerLoad = async ({ locals, setHeaders, url }) => {
  setHeaders({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
  const isRecap = url.searchParams.get('of') === 'recap';
  const needed: Namespace[] = isRecap ? ['approve', 'recap', 'feedback', 'file'] : ['approve', 'file'];
  const texts = Object.fromEntries(
    await Promise.all(
      needed.map(async (namespace) => [namespace, await loadMessages(locals.language, namespace)] as const),
    ),
  );
  return { isRecap, texts };
};
