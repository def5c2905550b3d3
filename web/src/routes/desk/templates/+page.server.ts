import { createApi } from '#web/api/api.ts';
import { DeskTemplatesDocument, TemplateFromCardDocument } from '#web/gql/graphql.ts';
import { allLanguages, loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const api = createApi(fetch);
  const from = url.searchParams.get('from');
  const wanted = url.searchParams.get('language');
  const written = wanted !== null && allLanguages().includes(wanted) ? wanted : locals.language;
  const [{ viewer, cardTemplates }, planWords, card] = await Promise.all([
    api.ask(DeskTemplatesDocument, { language: written }),
    loadMessages(locals.language, 'plan'),
    // An id that is none begins an empty template.
    from
      ? api.ask(TemplateFromCardDocument, { id: from }).then(
          ({ node }) => node,
          () => null,
        )
      : null,
  ]);
  return {
    planWords,
    isCoordinator: viewer?.isCoordinator ?? false,
    /** In which language they are shown and edited. */
    written,
    templates: cardTemplates ?? [],
    from: card?.__typename === 'Card' ? card : null,
  };
};
