import { defineLoader } from '../access/loaders.ts';
import { pageLoader } from '../../platform/graphql/page-loader.ts';
import { readComments } from './read-comments.ts';
import type { Comment } from './comment.entity.ts';

/** What was said of cards, a page each. */
export const commentsLoader = defineLoader(({ em }) =>
  pageLoader<Comment>(async (ids, { limit, after }) => {
    const comments = Map.groupBy(await readComments(em, ids, { limit, after }), ({ card }) => card);
    return ids.map((id) => comments.get(id) ?? []);
  }),
);
