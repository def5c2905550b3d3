import { createApi } from '#web/api/api.ts';
import { DeskTemplatesDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const [{ viewer, cardTemplates }, planWords] = await Promise.all([
    createApi(fetch).ask(DeskTemplatesDocument),
    loadMessages(locals.language, 'plan'),
  ]);
  return { planWords, isCoordinator: viewer?.isCoordinator ?? false, templates: cardTemplates ?? [] };
};
