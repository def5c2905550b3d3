import { createApi } from '#web/api/api.ts';
import { MeDocument, MyDifferenceDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, locals, url }) => {
  depends('strikeboard:me');
  const api = createApi(fetch);
  const [{ viewer }, { viewer: given }, differenceWords] = await Promise.all([
    api.ask(MeDocument, { after: url.searchParams.get('after') }),
    api.ask(MyDifferenceDocument),
    loadMessages(locals.language, 'difference'),
  ]);
  return {
    given,
    differenceWords,
    mine: viewer && {
      held: viewer.heldCards.filter(({ status }) => status === 'CLAIMED'),
      inReview: viewer.heldCards.filter(({ status }) => status === 'IN_REVIEW'),
      finished: viewer.finishedCards.edges.map(({ node }) => node),
      olderThan: viewer.finishedCards.pageInfo.hasNextPage ? viewer.finishedCards.pageInfo.endCursor : null,
      finishedCount: viewer.finishedCount,
      hoursGiven: viewer.hoursGiven,
      memberships: viewer.memberships,
    },
  };
};
