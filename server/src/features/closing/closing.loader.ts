import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import { type Closing, readClosings } from './read-closings.ts';

/** How campaigns end; null while they go on. */
export const closingLoader = defineLoader<string, Closing | null>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const closings = await readClosings(em, ids);
      return ids.map((id) => closings.get(id) ?? null);
    }),
);
