import { defineCounts, definePages } from '../access/page-loader.ts';
import type { Comment } from './comment.entity.ts';
import { countComments, readComments } from './read-comments.ts';

/** What was said of cards, a page each. */
export const commentsLoader = definePages<Comment>(
  ({ em }, ids, { span }) => readComments(em, ids, span),
  ({ card }) => card,
);

/** How much was said of cards. */
export const commentCountLoader = defineCounts(({ em }, ids) => countComments(em, ids));
