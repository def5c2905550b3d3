import { createApi } from '#web/api/api.ts';
import { drawColumns } from '#web/difference/draw-columns.server.ts';
import { everyMonth } from '#web/difference/months.ts';
import { ForYouDocument, MeDocument, MyDifferenceDocument, MyTogetherDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { togetherOf } from './together.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, locals, url }) => {
  depends('strikeboard:me');
  const api = createApi(fetch);
  const after = url.searchParams.get('after');
  const [{ viewer }, together, forYou, { viewer: given }, matchWords, trustWords, differenceWords] =
    await Promise.all([
      api.ask(MeDocument, { after }),
      api.ask(MyTogetherDocument, { after }),
      api.ask(ForYouDocument),
      api.ask(MyDifferenceDocument),
      loadMessages(locals.language, 'match'),
      loadMessages(locals.language, 'trust'),
      loadMessages(locals.language, 'difference'),
    ]);
  return {
    forYou: forYou.viewer,
    together: togetherOf(together.viewer),
    matchWords,
    trustWords,
    given,
    months: given && drawColumns(everyMonth(given.difference.byMonth, locals.language)),
    differenceWords,
    mine: viewer && {
      held: viewer.heldCards.filter(({ status }) => status === 'CLAIMED'),
      inReview: viewer.heldCards.filter(({ status }) => status === 'IN_REVIEW'),
      finished: viewer.finishedCards.edges.map(({ node }) => node),
      olderThan: viewer.finishedCards.pageInfo.hasNextPage ? viewer.finishedCards.pageInfo.endCursor : null,
      finishedCount: viewer.finishedCount,
      hoursGiven: viewer.hoursGiven,
      memberships: viewer.memberships,
      standingHistory: viewer.person.standingHistory ?? [],
      vouches: viewer.person.vouches ?? [],
      agreedAt: viewer.conduct.agreedAt,
    },
  };
};
