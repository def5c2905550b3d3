import { createApi } from '#web/api/api.ts';
import { DeskTemplatesDocument } from '#web/gql/graphql.ts';
import { allLanguages, loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const wanted = url.searchParams.get('language');
  const written = wanted !== null && allLanguages().includes(wanted) ? wanted : locals.language;
  const [{ viewer, cardTemplates }, planWords] = await Promise.all([
    createApi(fetch).ask(DeskTemplatesDocument, { language: written }),
    loadMessages(locals.language, 'plan'),
  ]);
  return {
    planWords,
    isCoordinator: viewer?.isCoordinator ?? false,
    /** In which language they are shown and edited. */
    written,
    templates: cardTemplates ?? [],
  };
};
