import { createApi } from '#web/api/api.ts';
import { nextPath } from '#web/frame/next-path.ts';
import { ConductDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const [{ viewer }, trustWords] = await Promise.all([
    createApi(fetch).ask(ConductDocument),
    loadMessages(locals.language, 'trust'),
  ]);
  return {
    conduct: viewer?.conduct ?? null,
    /** The card that asked for it: claimed once they have agreed. */
    claim: url.searchParams.get('claim'),
    next: nextPath(url.searchParams.get('next'), '/'),
    trustWords,
  };
};
