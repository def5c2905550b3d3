import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import { sql } from 'kysely';
import { toWatchLink, type WatchLinkRow, type WatchLinkType } from './watch-link.type.ts';

/** The links of many campaigns, last first, in one query. Whether one may see them is asked before. */
export const watchLinksLoader = defineLoader<string, WatchLinkType[]>(({ em }) => {
  return new DataLoader(async (campaignIds) => {
    const { rows } = await sql<WatchLinkRow & { campaignId: string }>`
      select made.campaign_id as "campaignId", made.id, made.label, made.sensitivity,
        made.shows_handles as "showsHandles", made.shows_thanks as "showsThanks", made.created_by_id as "createdById",
        made.created_at as "createdAt", made.expires_at as "expiresAt", made.revoked_at as "revokedAt"
      from unnest(${campaignIds}::uuid[]) as asked(id) cross join lateral (
        select * from watch_link where campaign_id = asked.id order by created_at desc, id desc limit 50) made
      order by made.created_at desc, made.id desc`.execute(em.getKysely());
    const found = Map.groupBy(rows, ({ campaignId }) => campaignId);
    return campaignIds.map((id) =>
      (found.get(id) ?? []).map(({ campaignId: _of, ...row }) => toWatchLink(row)),
    );
  });
});
