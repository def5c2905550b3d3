import DataLoader from 'dataloader';
import type { Span } from '../../platform/graphql/connection.ts';
import { defineLoader, type Reading } from './loaders.ts';

/** A list that hangs on a row, such as the campaigns of an organization. `Which` says which items of it are meant. */
export type ListOf<Which = unknown> = {
  /** Row id of what the list hangs on. */
  id: string;
} & Which;

/** A part of such a list. */
export type PageOf<Which = unknown> = ListOf<Which & { span: Span }>;

/**
 * Lists below the items of a list: a page each, and one query for all who ask for the same page. `read` gives the rows
 * of many in their order, and `of` says on what a row hangs.
 */
export const definePages = <Row, Which = unknown>(
  read: (reading: Reading, ids: readonly string[], page: Which & { span: Span }) => Promise<Row[]>,
  of: (row: Row) => string,
) =>
  inBatches<PageOf<Which>, Row[]>(async (reading, ids, page) => {
    const pages = Map.groupBy(await read(reading, ids, page), of);
    return (id) => pages.get(id) ?? [];
  });

/** How long such lists are: one query for all who ask for the same items. What `read` leaves out has none. */
export const defineCounts = <Which = unknown>(
  read: (
    reading: Reading,
    ids: readonly string[],
    which: Which,
  ) => Promise<readonly { id: string; count: number }[]>,
) =>
  inBatches<ListOf<Which>, number>(async (reading, ids, which) => {
    const counts = new Map((await read(reading, ids, which)).map(({ id, count }) => [id, count]));
    return (id) => counts.get(id) ?? 0;
  });

/** One read for all that is asked alike but for the row on which it hangs. */
function inBatches<Asked extends ListOf, Found>(
  read: (reading: Reading, ids: readonly string[], asked: Asked) => Promise<(id: string) => Found>,
) {
  const alikeOf = ({ id: _id, ...asked }: Asked) => JSON.stringify(asked);
  return defineLoader<Asked, Found, string>(
    (reading) =>
      new DataLoader<Asked, Found, string>(
        async (asked) => {
          const found = new Map<string, (id: string) => Found>();
          for (const [key, alike] of Map.groupBy(asked, alikeOf)) {
            const ids = [...new Set(alike.map(({ id }) => id))];
            found.set(key, await read(reading, ids, alike[0]!));
          }
          return asked.map((each) => found.get(alikeOf(each))!(each.id));
        },
        { cacheKeyFn: (asked) => `${asked.id} ${alikeOf(asked)}` },
      ),
  );
}
