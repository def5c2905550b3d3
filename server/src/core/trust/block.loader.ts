import DataLoader from 'dataloader';
import { defineLoader } from '../access/loaders.ts';
import { sql } from 'kysely';
import { BlockedPersonType } from './block.types.ts';

/** Whom the locals of campaigns do not want there, last first, in one query. Whether one may see it is asked before. */
export const blockedPeopleLoader = defineLoader<string, BlockedPersonType[]>(({ em }) => {
  return new DataLoader(async (campaignIds) => {
    const rows = await em
      .getKysely()
      .selectFrom('campaign_block')
      .select(['campaign_id as campaignId', 'person_id as personId', 'reason', 'by_id as byId', 'at'])
      .where(sql<boolean>`campaign_id = any(${campaignIds}::uuid[])`)
      .orderBy('at', 'desc')
      .orderBy('person_id')
      .execute();
    const found = Map.groupBy(rows, ({ campaignId }) => campaignId);
    return campaignIds.map((id) =>
      (found.get(id) ?? []).map((row) => Object.assign(new BlockedPersonType(), row)),
    );
  });
});
