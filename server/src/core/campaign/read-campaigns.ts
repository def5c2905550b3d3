import { type RawBuilder, sql } from 'kysely';
import { readableAt, Sensitivity } from '../access/sensitivity.ts';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import { type Reader, readerOf, readsAs } from '../access/viewer.ts';

/** Rows of campaigns with their boards, before anybody's rights are looked at. */
export function selectCampaigns(db: Kysely) {
  return db
    .selectFrom('campaign')
    .innerJoin('board', 'board.campaign_id', 'campaign.id')
    .select([
      'campaign.id',
      'board.id as boardId',
      'campaign.organization_id as organizationId',
      'campaign.slug',
      'campaign.title',
      'campaign.kind',
      'campaign.story',
      'campaign.demands',
      'campaign.how_to_help as howToHelp',
      'campaign.employer',
      'campaign.employer_hidden as employerHidden',
      'campaign.starts_at as startsAt',
      'campaign.start_hidden as startHidden',
      'campaign.time_zone as timeZone',
      'campaign.languages',
      'campaign.sensitivity',
      'campaign.lease_hours as leaseHours',
      'campaign.first_lease_hours as firstLeaseHours',
      'campaign.newcomer_share as newcomerShare',
      'campaign.newcomer_claim_limit as newcomerClaimLimit',
      'campaign.claim_limit as claimLimit',
      'campaign.craft_review_required as craftReviewRequired',
      'campaign.created_at as createdAt',
      'campaign.ended_at as endedAt',
    ]);
}

type Unwrap<T> = T extends { execute(): Promise<(infer Row)[]> } ? Row : never;

/** A campaign with its board, before anybody's rights are looked at. */
export type CampaignRow = Unwrap<ReturnType<typeof selectCampaigns>>;

/** The rule of who reads which campaign, as a condition of a query over `campaign`. */
export function campaignReadableBy(reader: Reader): RawBuilder<boolean> {
  const { strangerTo } = reader;
  if (strangerTo.size > 0) {
    const usually = campaignReadableBy({ ...reader, strangerTo: new Set() });
    return sql<boolean>`(case when campaign.id = any(${[...strangerTo]}::uuid[])
      then ${campaignReadableBy(readerOf(null))} else ${usually} end)`;
  }
  if (reader.teamOf === 'EVERY') return sql<boolean>`true`;
  return sql<boolean>`(campaign.sensitivity = any(${readableAt(reader.base)}::text[])
    or campaign.organization_id = any(${[...reader.teamOf]}::uuid[])
    or ((campaign.organization_id = any(${[...reader.vettedOf]}::uuid[])
        or campaign.id = any(${readsAs(reader, Sensitivity.VETTED)}::uuid[]))
      and campaign.sensitivity = any(${readableAt(Sensitivity.VETTED)}::text[]))
    or campaign.id = any(${readsAs(reader, Sensitivity.TEAM)}::uuid[]))`;
}

/** The campaign of that address, if the reader may read it. */
export async function readCampaignBySlug(
  em: Em,
  reader: Reader,
  slug: string,
): Promise<CampaignRow | undefined> {
  return selectCampaigns(em.getKysely())
    .where('campaign.slug', '=', slug)
    .where(campaignReadableBy(reader))
    .executeTakeFirst();
}

/** Many campaigns by row id, in one query; those the reader may not read are missing. */
export async function readCampaignsById(
  em: Em,
  reader: Reader,
  ids: readonly string[],
): Promise<CampaignRow[]> {
  return selectCampaigns(em.getKysely())
    .where(sql<boolean>`campaign.id = any(${ids}::uuid[])`)
    .where(campaignReadableBy(reader))
    .execute();
}
