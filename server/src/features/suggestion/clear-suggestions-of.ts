import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';

/**
 * For the demo that is cleared away: what its people made goes; what they decided of real people's is open again, since
 * nobody promised or made anything.
 */
export async function clearSuggestionsOf(db: Kysely, people: readonly string[]): Promise<void> {
  await sql`delete from suggestion where person_id = any(${people}::uuid[])`.execute(db);
  await sql`update suggestion set state = 'SHOWN', answer = null, answered_at = null, answered_by_id = null,
      card_id = null, done_at = null, changed_at = clock_timestamp()
    where answered_by_id = any(${people}::uuid[]) and state in ('ANSWERED', 'ACCEPTED', 'DECLINED')`.execute(
    db,
  );
}
