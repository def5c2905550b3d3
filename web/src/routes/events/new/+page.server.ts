import { createApi } from '#web/api/api.ts';
import { NewEventPageDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const question = url.searchParams.get('question');
  const [{ viewer, campaigns, past }, eventWords, feedbackWords] = await Promise.all([
    createApi(fetch).ask(NewEventPageDocument),
    loadMessages(locals.language, 'event'),
    loadMessages(locals.language, 'feedback'),
  ]);
  const own = (viewer?.memberships ?? []).filter(({ role }) => role === 'ORGANIZER');
  // A coordinator may announce for any organization; an organizer for their own.
  const known = [
    ...own.map(({ organization }) => organization),
    ...(viewer?.isCoordinator ? (campaigns?.edges ?? []).map(({ node }) => node.organization) : []),
  ];
  return {
    eventWords,
    feedbackWords,
    // Of a question that somebody asked elsewhere: it will say what became of it.
    question: question ? { id: question, title: url.searchParams.get('title') ?? '' } : null,
    past: (past?.edges ?? []).map(({ node }) => node),
    organizations: [...new Map(known.map((organization) => [organization.id, organization])).values()],
  };
};
