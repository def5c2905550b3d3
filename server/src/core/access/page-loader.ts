import DataLoader from 'dataloader';
import type { Span } from '../../platform/graphql/connection.ts';
import { defineLoader, type Reading } from './loaders.ts';

/** The part of a list that hangs on a row, such as the campaigns of an organization. */
export interface PageOf {
  /** Row id of what the list hangs on. */
  id: string;
  span: Span;
}

const keyOf = ({ span }: PageOf) => JSON.stringify(span);

/**
 * Lists below the items of a list: a page each, and one query for all who ask for the same page. `read` gives the rows
 * of many in their order, and `of` says on what a row hangs.
 */
export const definePages = <Row>(
  read: (reading: Reading, ids: readonly string[], span: Span) => Promise<Row[]>,
  of: (row: Row) => string,
) =>
  defineLoader<PageOf, Row[], string>(
    (reading) =>
      new DataLoader<PageOf, Row[], string>(
        async (asked) => {
          const pages = new Map<string, Map<string, Row[]>>();
          for (const [key, alike] of Map.groupBy(asked, keyOf)) {
            const ids = alike.map(({ id }) => id);
            pages.set(key, Map.groupBy(await read(reading, ids, alike[0]!.span), of));
          }
          return asked.map((each) => pages.get(keyOf(each))?.get(each.id) ?? []);
        },
        { cacheKeyFn: (asked) => `${asked.id} ${keyOf(asked)}` },
      ),
  );
