import { type RawBuilder, sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { orderedBy, placeIn, within } from '../../platform/graphql/keyset.ts';
import type { Reader } from '../access/viewer.ts';
import { selectCards, readableBy, type CardOnBoard } from '../board/read-cards.ts';
import { type CardFilter, fits as fitsCard, fitsFilter } from '../card/card-filter.ts';
import { type CardOrder, cardOrder } from '../card/card-order.ts';

export interface OpenCardsFilter extends CardFilter {
  /** Row ids. */
  campaignId?: string | null;
  organizationId?: string | null;
}

/** Whether an open card fits a filter: for cards that come by the live stream. */
export function fits(reader: Reader, card: CardOnBoard, filter: OpenCardsFilter): boolean {
  return (
    fitsCard(reader, card, filter) &&
    (filter.campaignId == null || card.campaignId === filter.campaignId) &&
    (filter.organizationId == null || card.organizationId === filter.organizationId)
  );
}

/** Which rows are claimable, fit the filter, and may be read. */
function claimable(reader: Reader, filter: OpenCardsFilter): RawBuilder<boolean> {
  const { campaignId, organizationId } = filter;
  const conditions = [
    sql`card.status = 'OPEN' and campaign.ended_at is null and ${readableBy(reader)}`,
    fitsFilter(reader, filter),
    ...(campaignId == null ? [] : [sql`board.campaign_id = ${campaignId}`]),
    ...(organizationId == null ? [] : [sql`campaign.organization_id = ${organizationId}`]),
  ];
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** Claimable work over all running campaigns. `place` is what its cursor says. */
export async function listOpenCards(
  em: Em,
  reader: Reader,
  filter: OpenCardsFilter,
  { by, span }: { by: CardOrder; span: Span },
): Promise<(CardOnBoard & { place: string[] })[]> {
  const order = cardOrder(by, reader);
  return selectCards(em.getKysely())
    .select(placeIn(order).as('place'))
    .where(claimable(reader, filter))
    .where(within(order, span))
    .orderBy(orderedBy(order, span.backwards))
    .limit(span.limit)
    .execute();
}

/** How many there are. */
export async function countOpenCards(em: Em, reader: Reader, filter: OpenCardsFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from card join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
    where ${claimable(reader, filter)}`.execute(em.getKysely());
  return rows[0]!.count;
}
