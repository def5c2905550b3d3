import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import type { WrittenEdition } from './card-templates.ts';
import { selectEditions } from './templates.ts';

/** The editions of templates that coordinators wrote, by their key. */
export const writtenEditionsLoader = defineLoader<string, WrittenEdition[]>(
  ({ em }) =>
    new DataLoader(async (keys) => {
      const editions = Map.groupBy(await selectEditions(em, keys), ({ key }) => key);
      return keys.map((key) => editions.get(key) ?? []);
    }),
);
