import { defineLoader } from '../access/loaders.ts';
import { pageLoader } from '../../platform/graphql/page-loader.ts';
import { type EventOnBoard, readCardActivity } from './read-board.ts';

/** What happened to cards, a page each. */
export const cardActivityLoader = defineLoader(({ em }) =>
  pageLoader<EventOnBoard>(async (ids, { limit, after }) => {
    const before = after === null ? null : Number(after) || 0;
    const events = Map.groupBy(await readCardActivity(em, ids, { limit, before }), ({ cardId }) => cardId);
    return ids.map((id) => events.get(id) ?? []);
  }),
);
