import { createApi } from '#web/api/api.ts';
import { type NotificationLane, NoticesDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, locals, url }) => {
  depends('strikeboard:notices');
  const after = url.searchParams.get('after');
  const lane: NotificationLane = url.searchParams.get('from') === 'strikeboard' ? 'SYSTEM' : 'PEOPLE';
  const [{ viewer }, noticesWords] = await Promise.all([
    createApi(fetch).ask(NoticesDocument, { lane, after }),
    loadMessages(locals.language, 'notices'),
  ]);
  const told = viewer?.notifications;
  return {
    noticesWords,
    lane,
    isFirst: after === null,
    unreadOf: { PEOPLE: viewer?.fromPeople ?? 0, SYSTEM: viewer?.fromSystem ?? 0 },
    unread: viewer?.unreadNotifications ?? 0,
    notices: told?.edges.map(({ node }) => node) ?? null,
    olderThan: told?.pageInfo.hasNextPage ? told.pageInfo.endCursor : null,
  };
};
