import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const step = params.token === 'done' || params.token === 'unknown' ? params.token : 'ask';
  return { step, noticesWords: await loadMessages(locals.language, 'notices') } as const;
};
