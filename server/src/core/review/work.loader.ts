import DataLoader from 'dataloader';
import { defineLoader } from '../access/loaders.ts';
import { readWork, type Work } from './read-work.ts';

/** What was made for cards. Whether one may read it is asked before. */
export const workLoader = defineLoader<string, Work>(
  ({ em, viewerId }) =>
    new DataLoader(async (ids) => {
      const work = await readWork(em, ids, viewerId);
      return ids.map((id) => work.get(id) ?? { cardId: id, handIns: [], drafts: [] });
    }),
);
