import { createApi } from '#web/api/api.ts';
import { DeskAskDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const [{ viewer, node, planOfAsk, cardTemplates, campaigns }, planWords, askWords] = await Promise.all([
    createApi(fetch).ask(DeskAskDocument, { id: params.id, language: locals.language }),
    loadMessages(locals.language, 'plan'),
    loadMessages(locals.language, 'ask'),
  ]);
  const organizations = new Map(
    (campaigns?.edges ?? []).map(({ node: { organization } }) => [organization.id, organization]),
  );
  return {
    planWords,
    askWords,
    isCoordinator: viewer?.isCoordinator ?? false,
    ask: node?.__typename === 'Ask' ? node : null,
    plan: planOfAsk,
    templates: cardTemplates ?? [],
    organizations: [...organizations.values()],
  };
};
