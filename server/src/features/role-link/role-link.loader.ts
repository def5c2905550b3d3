import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { defineLoader } from '../../core/access/loaders.ts';
import { opens } from './find-role-link.ts';
import { type RoleLinkRow, type RoleLinkType, toRoleLink } from './role-link.type.ts';

/** The links of many campaigns, last first, in one query. Whether one may see them is asked before. */
export const roleLinksLoader = defineLoader<string, RoleLinkType[]>(({ em }) => {
  return new DataLoader(async (campaignIds) => {
    const { rows } = await sql<RoleLinkRow & { campaignId: string }>`
      select link.campaign_id as "campaignId", link.id, link.label, link.role, link.max_uses as "maxUses", link.uses,
        link.created_by_id as "createdById", link.created_at as "createdAt", link.expires_at as "expiresAt",
        link.revoked_at as "revokedAt", ${opens} as opens
      from unnest(${campaignIds}::uuid[]) as asked(id) join campaign on campaign.id = asked.id
      cross join lateral (select * from role_link where campaign_id = asked.id
        order by created_at desc, id desc limit 50) link
      order by link.created_at desc, link.id desc`.execute(em.getKysely());
    const found = Map.groupBy(rows, ({ campaignId }) => campaignId);
    return campaignIds.map((id) =>
      (found.get(id) ?? []).map(({ campaignId: _of, ...row }) => toRoleLink(row)),
    );
  });
});
