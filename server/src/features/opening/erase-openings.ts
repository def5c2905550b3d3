import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';

/** The openings of a campaign go with it; what was asked, given and told of them goes by cascade and trigger. */
export const eraseOpenings = (db: Kysely, campaignId: string) =>
  sql`delete from opening where campaign_id = ${campaignId}`.execute(db);
