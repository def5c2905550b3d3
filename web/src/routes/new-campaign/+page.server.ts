import { createApi } from '#web/api/api.ts';
import { NewCampaignPageDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const [{ viewer, campaigns, cardTemplates }, deskWords] = await Promise.all([
    createApi(fetch).ask(NewCampaignPageDocument, { language: locals.language }),
    loadMessages(locals.language, 'desk'),
  ]);
  const own = (viewer?.memberships ?? []).filter(({ role }) => role === 'ORGANIZER');
  // A coordinator may start one for any organization; an organizer for their own.
  const known = [
    ...own.map(({ organization }) => organization),
    ...(viewer?.isCoordinator ? (campaigns?.edges ?? []).map(({ node }) => node.organization) : []),
  ];
  return {
    deskWords,
    isCoordinator: viewer?.isCoordinator ?? false,
    organizations: [...new Map(known.map((organization) => [organization.id, organization])).values()],
    templates: cardTemplates ?? [],
  };
};
