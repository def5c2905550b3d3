import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

/** The plan itself is read in the browser: the secret of the link is in the fragment, which never comes here. */
export const load: PageServerLoad = async ({ locals }) => {
  const [planWords, showsWords] = await Promise.all([
    loadMessages(locals.language, 'plan'),
    loadMessages(locals.language, 'shows'),
  ]);
  return { planWords, showsWords };
};
