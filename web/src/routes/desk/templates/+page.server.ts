import { createApi } from '#web/api/api.ts';
import { DeskTemplatesDocument, TemplateFromCardDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const api = createApi(fetch);
  const from = url.searchParams.get('from');
  const [{ viewer, cardTemplates }, planWords, card] = await Promise.all([
    api.ask(DeskTemplatesDocument),
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
    templates: cardTemplates ?? [],
    from: card?.__typename === 'Card' ? card : null,
  };
};
