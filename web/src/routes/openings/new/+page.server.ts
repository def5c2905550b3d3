import { createApi } from '#web/api/api.ts';
import { NewOpeningDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

interface Hirer {
  id: string;
  name: string;
  campaigns: { id: string; slug: string; title: string }[];
}

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const [{ viewer, campaigns }, openingWords] = await Promise.all([
    createApi(fetch).ask(NewOpeningDocument),
    loadMessages(locals.language, 'opening'),
  ]);
  const hirers = new Map<string, Hirer>();
  for (const { role, organization } of viewer?.memberships ?? []) {
    if (role !== 'ORGANIZER') continue;
    const running = organization.campaigns.edges.map(({ node }) => node).filter(({ endedAt }) => !endedAt);
    hirers.set(organization.id, { id: organization.id, name: organization.name, campaigns: running });
  }
  // A coordinator may publish one for any organization.
  for (const { node } of viewer?.isCoordinator ? (campaigns?.edges ?? []) : []) {
    const { id, name } = node.organization;
    const hirer = hirers.get(id) ?? { id, name, campaigns: [] };
    if (!node.endedAt && hirer.campaigns.every((each) => each.id !== node.id)) hirer.campaigns.push(node);
    hirers.set(id, hirer);
  }
  return {
    openingWords,
    isCoordinator: viewer?.isCoordinator ?? false,
    hirers: [...hirers.values()],
    wanted: {
      organization: url.searchParams.get('organization'),
      campaign: url.searchParams.get('campaign'),
    },
  };
};
