import { sql } from 'kysely';
import { orderedBy, placeIn, within } from '../../platform/graphql/keyset.ts';
import { defineCounts, definePages } from '../access/page-loader.ts';
import { type CardOnBoard, readableBy, selectCards } from '../board/read-cards.ts';
import { type CardFilter, fitsFilter } from './card-filter.ts';
import { type CardOrder, cardOrder } from './card-order.ts';

export type ListedCard = CardOnBoard & { place: string[] };

/** Cards of boards, a page each: the boards of a list all ask for the same one. */
export const boardCardsLoader = definePages<ListedCard, { filter: CardFilter; by: CardOrder }>(
  async ({ em, reader }, boardIds, { filter, by, span }) => {
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
    return db
      .selectFrom(ranked.as('listed'))
      .selectAll()
      .where('nth', '<=', span.limit)
      .orderBy('nth')
      .execute();
  },
  ({ boardId }) => boardId,
);

/** How many cards of boards fit a filter and may be read. */
export const boardCardCountLoader = defineCounts<{ filter: CardFilter }>(
  async ({ em, reader }, boardIds, { filter }) => {
    const { rows } = await sql<{ id: string; count: number }>`
      select card.board_id as id, count(*)::int as count
      from card join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
      where card.board_id = any(${boardIds}::uuid[]) and ${readableBy(reader)} and ${fitsFilter(reader, filter)}
      group by card.board_id`.execute(em.getKysely());
    return rows;
  },
);
