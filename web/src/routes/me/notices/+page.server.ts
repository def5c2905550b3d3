import { createApi } from '#web/api/api.ts';
import { type NotificationLane, NoticesDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, locals, url }) => {
  depends('strikeboard:notices');
  const after = url.searchParams.get('after');
  const from = url.searchParams.get('from');
  const lane: NotificationLane = from === 'system' ? 'SYSTEM' : 'PEOPLE';
  const [{ viewer }, noticesWords] = await Promise.all([
    createApi(fetch).ask(NoticesDocument, { lane, after }),
    loadMessages(locals.language, 'notices'),
  ]);
  const unreadOf = { PEOPLE: viewer?.fromPeople ?? 0, SYSTEM: viewer?.fromSystem ?? 0 };
  // Whoever follows the bell comes to what is new; once there, news of the other lane turns nothing over.
  if (from === null && viewer)
    redirect(303, `/me/notices?from=${unreadOf.PEOPLE || !unreadOf.SYSTEM ? 'people' : 'system'}`);
  const told = viewer?.notifications;
  return {
    noticesWords,
    lane,
    isFirst: after === null,
    unreadOf,
    unread: viewer?.unreadNotifications ?? 0,
    notices: told?.edges.map(({ node }) => node) ?? null,
    olderThan: told?.pageInfo.hasNextPage ? told.pageInfo.endCursor : null,
  };
};
