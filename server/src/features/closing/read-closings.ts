import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { Handover } from './closing-words.ts';

/** The end of a campaign as it is read, before anybody's rights are looked at. */
export interface Closing {
  campaignId: string;
  organizationId: string;
  closedAt: Date;
  thanks: string;
  outcome: string;
  handover: Handover[];
  pageApprovedAt: Date | null;
  eraseAfter: Date;
  erasedAt: Date | null;
}

/** The ends of many campaigns, in one query. */
export async function readClosings(em: Em, campaignIds: readonly string[]): Promise<Map<string, Closing>> {
  const { rows } = await sql<Closing>`
    select campaign_id as "campaignId", organization_id as "organizationId", closed_at as "closedAt", thanks, outcome,
      handover, page_approved_at as "pageApprovedAt", erase_after as "eraseAfter", erased_at as "erasedAt"
    from closing join campaign on campaign.id = closing.campaign_id
    where campaign_id = any(${campaignIds}::uuid[])`.execute(em.getKysely());
  return new Map(rows.map((row) => [row.campaignId, row]));
}
