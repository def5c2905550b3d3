import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Span } from '../../platform/graphql/connection.ts';
import { orderedBy, placeIn, within } from '../../platform/graphql/keyset.ts';
import { defineLoader, type Reading } from '../access/loaders.ts';
import { type CardOnBoard, readableBy, selectCards } from '../board/read-cards.ts';
import { type CardFilter, fitsFilter } from './card-filter.ts';
import { type CardOrder, cardOrder } from './card-order.ts';

/** What is asked of the cards of a board. */
export interface BoardCardsAsked {
  boardId: string;
  filter: CardFilter;
  by: CardOrder;
  span: Span;
}

export type ListedCard = CardOnBoard & { place: string[] };

/** The same page of cards of many boards, in one query: the boards of a list all ask for the same one. */
export const boardCardsLoader = defineLoader<BoardCardsAsked, ListedCard[], string>((reading) =>
  byBoard(reading, readPages),
);

/** How many cards of a board fit a filter and may be read; of many boards in one query. */
export const boardCardCountLoader = defineLoader<BoardCardsAsked, number, string>((reading) =>
  byBoard(reading, countCardsOf),
);

type ReadOfBoards<Found> = (
  reading: Reading,
  boardIds: readonly string[],
  asked: BoardCardsAsked,
) => Promise<(boardId: string) => Found>;

function byBoard<Found>(reading: Reading, read: ReadOfBoards<Found>) {
  const alikeOf = ({ boardId: _boardId, ...asked }: BoardCardsAsked) => JSON.stringify(asked);
  return new DataLoader<BoardCardsAsked, Found, string>(
    async (asked) => {
      const found = new Map<string, (boardId: string) => Found>();
      for (const [key, alike] of Map.groupBy(asked, alikeOf)) {
        const boardIds = [...new Set(alike.map(({ boardId }) => boardId))];
        found.set(key, await read(reading, boardIds, alike[0]!));
      }
      return asked.map((each) => found.get(alikeOf(each))!(each.boardId));
    },
    { cacheKeyFn: (asked) => `${asked.boardId} ${alikeOf(asked)}` },
  );
}

const readPages: ReadOfBoards<ListedCard[]> = async ({ em, reader }, boardIds, { filter, by, span }) => {
  const order = cardOrder(by, reader);
  const db = em.getKysely();
  const ranked = selectCards(db)
    .select(placeIn(order).as('place'))
    .select(
      sql<number>`row_number() over (partition by card.board_id order by ${orderedBy(order, span.backwards)})`.as(
        'nth',
      ),
    )
    .where(sql<boolean>`card.board_id = any(${boardIds}::uuid[])`)
    .where(readableBy(reader))
    .where(fitsFilter(reader, filter))
    .where(within(order, span));
  const rows = await db
    .selectFrom(ranked.as('listed'))
    .selectAll()
    .where('nth', '<=', span.limit)
    .orderBy('nth')
    .execute();
  const pages = Map.groupBy(rows, ({ boardId }) => boardId);
  return (boardId) => pages.get(boardId) ?? [];
};

const countCardsOf: ReadOfBoards<number> = async ({ em, reader }, boardIds, { filter }) => {
  const { rows } = await sql<{ boardId: string; count: number }>`
    select card.board_id as "boardId", count(*)::int as count
    from card join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
    where card.board_id = any(${boardIds}::uuid[]) and ${readableBy(reader)} and ${fitsFilter(reader, filter)}
    group by card.board_id`.execute(em.getKysely());
  const counts = new Map(rows.map(({ boardId, count }) => [boardId, count]));
  return (boardId) => counts.get(boardId) ?? 0;
};
