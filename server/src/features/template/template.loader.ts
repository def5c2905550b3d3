import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import { readHistory, type WrittenEdition } from './read-templates.ts';

/** The editions of templates, by their key. */
export const templateHistoryLoader = defineLoader<string, WrittenEdition[]>(
  ({ em }) =>
    new DataLoader(async (keys) => {
      const editions = Map.groupBy(await readHistory(em, keys), ({ key }) => key);
      return keys.map((key) => editions.get(key) ?? []);
    }),
);
