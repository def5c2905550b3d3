import { createApi } from '#web/api/api.ts';
import { MeDocument } from '#web/gql/graphql.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, url }) => {
  depends('strikeboard:me');
  const { viewer } = await createApi(fetch).ask(MeDocument, { after: url.searchParams.get('after') });
  return {
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
