import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';
import { forget } from './own-suggestion.ts';

/** What was asked and suggested about a campaign goes with it; the programme's own is made anew when it is needed. */
export async function eraseSuggestions(db: Kysely, campaignId: string): Promise<void> {
  await sql`delete from suggestion where campaign_id = ${campaignId}`.execute(db);
  await sql`delete from programme_campaign where campaign_id = ${campaignId}`.execute(db);
}

/** Somebody leaves: their votes go, what they made too, and where others answered it, whose it was. */
export async function forgetAuthor(db: Kysely, personId: string): Promise<void> {
  await sql`
    with gone as (delete from suggestion_vote where person_id = ${personId} returning suggestion_id)
    update suggestion set votes = votes - 1 where id in (select suggestion_id from gone)`.execute(db);
  await forget(db, sql`person_id = ${personId}`);
  await sql`update suggestion set answered_by_id = null where answered_by_id = ${personId}`.execute(db);
}
