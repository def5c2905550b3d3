import { createApi } from '#web/api/api.ts';
import { ExploreBoardDocument, ExploreWhereDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { examplesFor } from './examples.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const api = createApi(fetch);
  const [where, developersWords] = await Promise.all([
    api.ask(ExploreWhereDocument),
    loadMessages(locals.language, 'developers'),
  ]);
  const slug = where.campaigns?.edges[0]?.node.slug;
  const board = slug === undefined ? null : (await api.ask(ExploreBoardDocument, { slug })).campaign?.board;
  const values = {
    campaign: slug,
    board: board?.id,
    after: board?.snapshot,
    card: where.openCards?.edges[0]?.node.id,
  };
  return { examples: examplesFor(values), developersWords };
};
