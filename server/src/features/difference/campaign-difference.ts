import { sql } from 'kysely';
import { readableBy } from '../../core/board/read-cards.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Reader } from '../../core/access/viewer.ts';

/** What came of a campaign, counted over the cards that the reader may read. */
export interface CampaignDifference {
  campaignId: string;
  deliverables: number;
  hours: number;
  people: number;
  /** From the moment the local asked; null without an ask, or before it happened. */
  hoursToFirstClaim: number | null;
  hoursToFirstDelivery: number | null;
  /** Days of the campaign's own zone with a finished card, oldest first. */
  byDay: { day: string; deliverables: number }[];
}

/** The difference that many campaigns made, in two queries. */
export async function readCampaignDifferences(
  em: Em,
  reader: Reader,
  campaignIds: readonly string[],
): Promise<CampaignDifference[]> {
  const db = em.getKysely();
  // Where the ask is erased, the closing keeps the moment it came.
  const { rows } = await sql<
    Pick<CampaignDifference, 'campaignId' | 'deliverables' | 'hours' | 'people'> &
      Record<'askedAt' | 'firstClaim' | 'firstDelivery', Date | null>
  >`
    select sums.*, asked.at as "askedAt"
    from (
      select campaign.id as "campaignId",
        count(*) filter (where card.status = 'DONE')::int as deliverables,
        coalesce(sum(card.hours) filter (where card.status = 'DONE'), 0) as hours,
        (select count(distinct id)::int from unnest(array_agg(card.holder_id) filter (where card.status = 'DONE')
          || array_agg(card.partner_id) filter (where card.status = 'DONE')) id) as people,
        min(card.finished_at) filter (where card.status = 'DONE') as "firstDelivery",
        min(claimed.at) as "firstClaim"
      from campaign join board on board.campaign_id = campaign.id join card on card.board_id = board.id
        left join lateral (select min(claimed_at) as at from claim where claim.card_id = card.id) claimed on true
      where campaign.id = any(${campaignIds}::uuid[]) and ${readableBy(reader)}
      group by campaign.id) sums
    left join lateral (
      select coalesce((select min(submitted_at) from ask where ask.campaign_id = sums."campaignId"),
        (select to_timestamp((counts->>'askedAt')::float8) from closing
          where closing.campaign_id = sums."campaignId")) as at) asked on true`.execute(db);
  // By quarters of an hour, at which days begin everywhere: the names of zones are known here and not to every database.
  const { rows: quarters } = await sql<{
    campaignId: string;
    timeZone: string;
    at: Date;
    deliverables: number;
  }>`
    select campaign.id as "campaignId", campaign.time_zone as "timeZone", count(*)::int as deliverables,
      date_bin('15 minutes', card.finished_at, to_timestamp(0)) as at
    from campaign join board on board.campaign_id = campaign.id join card on card.board_id = board.id
    where campaign.id = any(${campaignIds}::uuid[]) and card.status = 'DONE' and ${readableBy(reader)}
    group by campaign.id, at order by at`.execute(db);
  const quartersOf = Map.groupBy(quarters, ({ campaignId }) => campaignId);
  return rows.map(({ askedAt, firstClaim, firstDelivery, ...row }) => ({
    ...row,
    hoursToFirstClaim: hoursBetween(askedAt, firstClaim),
    hoursToFirstDelivery: hoursBetween(askedAt, firstDelivery),
    byDay: sumByDay(quartersOf.get(row.campaignId) ?? []),
  }));
}

/** Days as clocks of the campaign's zone count them; what comes in order stays in order. */
function sumByDay(
  moments: readonly { timeZone: string; at: Date; deliverables: number }[],
): CampaignDifference['byDay'] {
  // Swedes write days as ISO does.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: moments[0]?.timeZone, dateStyle: 'short' });
  const sums = new Map<string, number>();
  for (const { at, deliverables } of moments) {
    const key = day.format(at);
    sums.set(key, (sums.get(key) ?? 0) + deliverables);
  }
  return Array.from(sums, ([key, deliverables]) => ({ day: key, deliverables }));
}

/** Nothing that happened before the ask counts as its answer. */
function hoursBetween(from: Date | null, to: Date | null): number | null {
  return from && to ? Math.max(0, to.getTime() - from.getTime()) / 3_600_000 : null;
}

export const NO_DIFFERENCE = {
  deliverables: 0,
  hours: 0,
  people: 0,
  hoursToFirstClaim: null,
  hoursToFirstDelivery: null,
  byDay: [],
};
