import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import { defineLoader } from '../access/loaders.ts';
import type { Reader } from '../access/viewer.ts';
import { readableBy } from '../board/read-cards.ts';

export interface CampaignCounts {
  campaignId: string;
  open: number;
  claimed: number;
  inReview: number;
  done: number;
  hoursOpen: number;
  hoursGiven: number;
  waiting: number;
  waitingSince: Date | null;
  hoursClaimed: number;
  hoursInReview: number;
}

/** How many readable cards stand in each column, for many campaigns in one query. */
export async function countCards(
  em: Em,
  reader: Reader,
  campaignIds: readonly string[],
): Promise<CampaignCounts[]> {
  const { rows } = await sql<CampaignCounts>`
    select campaign.id as "campaignId",
      count(*) filter (where card.status = 'OPEN')::int as open,
      count(*) filter (where card.status = 'CLAIMED')::int as claimed,
      count(*) filter (where card.status = 'IN_REVIEW')::int as "inReview",
      count(*) filter (where card.status = 'DONE')::int as done,
      coalesce(sum(card.hours) filter (where card.status = 'OPEN'), 0) as "hoursOpen",
      coalesce(sum(card.hours) filter (where card.status = 'DONE'), 0) as "hoursGiven",
      coalesce(sum(card.hours) filter (where card.status = 'CLAIMED'), 0) as "hoursClaimed",
      coalesce(sum(card.hours) filter (where card.status = 'IN_REVIEW'), 0) as "hoursInReview",
      count(card.waiting_since)::int as waiting, min(card.waiting_since) as "waitingSince"
    from campaign join board on board.campaign_id = campaign.id join card on card.board_id = board.id
    where campaign.id = any(${campaignIds}::uuid[]) and ${readableBy(reader)}
    group by campaign.id`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, waitingSince: row.waitingSince && new Date(row.waitingSince) }));
}

const NO_CARDS = {
  ...{ open: 0, claimed: 0, inReview: 0, done: 0, waiting: 0, waitingSince: null },
  ...{ hoursOpen: 0, hoursClaimed: 0, hoursInReview: 0, hoursGiven: 0 },
};

/** The cards of campaigns that the reader may read, by column. */
export const countsLoader = defineLoader<string, CampaignCounts>(
  ({ em, reader }) =>
    new DataLoader(async (ids) => {
      const counts = new Map((await countCards(em, reader, ids)).map((row) => [row.campaignId, row]));
      return ids.map((id) => counts.get(id) ?? { campaignId: id, ...NO_CARDS });
    }),
);
