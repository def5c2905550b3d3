import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

/** The plan itself is read in the browser: the secret of the link is in the fragment, which never comes here. */
export const load: PageServerLoad = async ({ locals }) => ({
  planWords: await loadMessages(locals.language, 'plan'),
});
