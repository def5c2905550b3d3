import { createApi } from '#web/api/api.ts';
import { AvailabilityDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const [{ viewer }, matchWords] = await Promise.all([
    createApi(fetch).ask(AvailabilityDocument),
    loadMessages(locals.language, 'match'),
  ]);
  return { availability: viewer?.availability ?? null, matchWords };
};
