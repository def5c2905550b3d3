import DataLoader from 'dataloader';

interface PageOf {
  /** Row id of the parent. */
  id: string;
  limit: number;
  after: string | null;
}

/** Reads the same page of many parents at once; the parents of a list all ask for the same one. */
export function pageLoader<Row>(read: (ids: string[], page: Omit<PageOf, 'id'>) => Promise<Row[][]>) {
  return new DataLoader<PageOf, Row[], string>(
    async (asked) => {
      const found = new Map<string, Row[]>();
      for (const alike of Map.groupBy(asked, ({ limit, after }) => `${limit} ${after}`).values()) {
        const [{ limit, after }] = alike as [PageOf];
        const pages = await read(
          alike.map(({ id }) => id),
          { limit, after },
        );
        alike.forEach((page, index) => found.set(keyOf(page), pages[index] ?? []));
      }
      return asked.map((page) => found.get(keyOf(page)) ?? []);
    },
    { cacheKeyFn: keyOf },
  );
}

const keyOf = ({ id, limit, after }: PageOf) => `${id} ${limit} ${after}`;
