import { createApi } from '#web/api/api.ts';
import { VouchPageDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const [{ viewer: mine }, practiceWords] = await Promise.all([
    createApi(fetch).ask(VouchPageDocument),
    loadMessages(locals.language, 'practice'),
  ]);
  return { mine, practiceWords };
};
