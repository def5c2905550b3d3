import { createApi } from '#web/api/api.ts';
import { NoticesDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, locals, url }) => {
  depends('strikeboard:notices');
  const after = url.searchParams.get('after');
  const [{ viewer }, noticesWords] = await Promise.all([
    createApi(fetch).ask(NoticesDocument, { after }),
    loadMessages(locals.language, 'notices'),
  ]);
  const told = viewer?.notifications;
  return {
    noticesWords,
    isFirst: after === null,
    unread: viewer?.unreadNotifications ?? 0,
    notices: told?.edges.map(({ node }) => node) ?? null,
    olderThan: told?.pageInfo.hasNextPage ? told.pageInfo.endCursor : null,
  };
};
