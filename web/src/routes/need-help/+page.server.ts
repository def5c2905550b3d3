import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

// The ask itself is read in the browser: the secret of its link stands behind the # and never comes here.
export const load: PageServerLoad = async ({ locals }) => ({
  askWords: await loadMessages(locals.language, 'ask'),
});
