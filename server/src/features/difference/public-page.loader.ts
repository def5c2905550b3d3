import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import { type PublicPageOf, readPublicPages, readShown } from './public-pages.ts';

/** The pages that people show; null where there is none. */
export const publicPageLoader = defineLoader<string, PublicPageOf | null>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const pages = await readPublicPages(em, ids);
      return ids.map((id) => pages.get(id) ?? null);
    }),
);

/** The path of the page that somebody shows; null for none. Costs less than the page. */
export const publicPathLoader = defineLoader<string, string | null>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const paths = new Map(
        (await readShown(em, ids)).map(({ id, handle }) => [id, `/p/${encodeURIComponent(handle)}`]),
      );
      return ids.map((id) => paths.get(id) ?? null);
    }),
);
