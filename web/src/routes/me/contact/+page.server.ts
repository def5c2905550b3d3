import { createApi } from '#web/api/api.ts';
import { ContactDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const [{ viewer }, noticesWords] = await Promise.all([
    createApi(fetch).ask(ContactDocument),
    loadMessages(locals.language, 'notices'),
  ]);
  return { mine: viewer, noticesWords };
};
