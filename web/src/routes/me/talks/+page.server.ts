import { createApi } from '#web/api/api.ts';
import { TalksDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, locals }) => {
  depends('strikeboard:talks');
  const [{ viewer, advisers }, benchWords] = await Promise.all([
    createApi(fetch).ask(TalksDocument),
    loadMessages(locals.language, 'bench'),
  ]);
  return {
    talks: viewer?.bookings ?? null,
    others: advisers?.edges.map(({ node }) => node) ?? [],
    benchWords,
  };
};
