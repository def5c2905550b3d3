import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';

/**
 * Somebody leaves. Their votes go, and their questions; one that has an answer stays, since that is words of others which
 * mean nothing without it, and says no more whose it was.
 */
export async function forgetAsker(db: Kysely, personId: string): Promise<void> {
  await sql`
    with gone as (delete from question_vote where person_id = ${personId} returning question_id)
    update question set votes = votes - 1 where id in (select question_id from gone)`.execute(db);
  await sql`delete from question where person_id = ${personId} and answer is null`.execute(db);
  await sql`update question set person_id = null, asker = '', handle_shown = false
    where person_id = ${personId}`.execute(db);
  await sql`update question set answered_by_id = null where answered_by_id = ${personId}`.execute(db);
}
