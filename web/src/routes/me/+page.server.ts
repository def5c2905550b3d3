import { createApi } from '#web/api/api.ts';
import { toCome } from '#web/bench/to-come.ts';
import { drawColumns } from '#web/difference/draw-columns.server.ts';
import { everyMonth } from '#web/difference/months.ts';
import {
  ForYouDocument,
  MeDocument,
  MyDifferenceDocument,
  MyNextStepDocument,
  MyTalksDocument,
  MyTogetherDocument,
} from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { togetherOf } from './together.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, locals, url }) => {
  depends('strikeboard:me');
  const api = createApi(fetch);
  const after = url.searchParams.get('after');
  // All of it is waited for together: what fails while nobody waits for it would end the server.
  const [[{ viewer }, together, forYou, { viewer: given }, talks, nextStep], words] = await Promise.all([
    Promise.all([
      api.ask(MeDocument, { after }),
      api.ask(MyTogetherDocument, { after }),
      api.ask(ForYouDocument),
      api.ask(MyDifferenceDocument),
      api.ask(MyTalksDocument),
      api.ask(MyNextStepDocument),
    ]),
    Promise.all([
      loadMessages(locals.language, 'match'),
      loadMessages(locals.language, 'trust'),
      loadMessages(locals.language, 'difference'),
      loadMessages(locals.language, 'practice'),
    ]),
  ]);
  const [matchWords, trustWords, differenceWords, practiceWords] = words;
  const coming = toCome(talks.viewer?.bookings ?? []);
  return {
    ahead: nextStep.viewer,
    practiceWords,
    forYou: forYou.viewer,
    together: togetherOf(together.viewer),
    talks: coming,
    benchWords: coming.length > 0 ? await loadMessages(locals.language, 'bench') : null,
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
