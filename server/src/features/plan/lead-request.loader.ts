import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import { sql } from 'kysely';
import { type LeadRequestRow, type LeadRequestType, toLeadRequest } from './lead-request.type.ts';

/** Who waits for the yes of organizations, longest first, fifty each, in one query. Whether one may see them is asked before. */
export const leadRequestsLoader = defineLoader<string, LeadRequestType[]>(({ em }) => {
  return new DataLoader(async (organizationIds) => {
    const { rows } = await sql<LeadRequestRow>`
      select made.id, made.organization_id as "organizationId", made.person_id as "personId",
        made.campaign_id as "campaignId", made.asked_at as "askedAt"
      from unnest(${organizationIds}::uuid[]) as wanted(id) cross join lateral (
        select * from lead_request where organization_id = wanted.id and answer is null order by asked_at, id limit 50) made
      order by made.asked_at, made.id`.execute(em.getKysely());
    const found = Map.groupBy(rows, ({ organizationId }) => organizationId);
    return organizationIds.map((id) => (found.get(id) ?? []).map(toLeadRequest));
  });
});
