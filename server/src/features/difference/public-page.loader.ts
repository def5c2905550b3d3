import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import { type PublicPageOf, readPublicPages } from './public-pages.ts';

/** The pages that people show; null where there is none. */
export const publicPageLoader = defineLoader<string, PublicPageOf | null>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const pages = await readPublicPages(em, ids);
      return ids.map((id) => pages.get(id) ?? null);
    }),
);
