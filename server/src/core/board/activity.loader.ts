import { defineCounts, definePages } from '../access/page-loader.ts';
import {
  type ActivityFilter,
  countActivity,
  countCardActivity,
  readActivity,
  readCardActivity,
} from './read-activity.ts';
import type { EventOnBoard } from './read-board.ts';

/** What happened on boards, a page each. */
export const boardActivityLoader = definePages<EventOnBoard, ActivityFilter>(
  ({ em, reader }, ids, { span, ...filter }) => readActivity(em, ids, reader, { ...span, ...filter }),
  ({ boardId }) => boardId,
);

/** How many of these events the reader may read. */
export const boardActivityCountLoader = defineCounts<ActivityFilter>(
  ({ em, reader }, ids, { since = null, kinds = null }) => countActivity(em, ids, reader, { since, kinds }),
);

/** What happened to cards, a page each. */
export const cardActivityLoader = definePages<EventOnBoard & { cardId: string }>(
  ({ em }, ids, { span }) => readCardActivity(em, ids, span),
  ({ cardId }) => cardId,
);

export const cardActivityCountLoader = defineCounts(({ em }, ids) => countCardActivity(em, ids));
