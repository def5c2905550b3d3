import { sql } from 'kysely';
import { rightsChanged } from '../access/rights-changed.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';

/**
 * Ends the vouches that somebody gave, in one organization or in all, in the transaction of the change that takes
 * their word its weight. Returns the row ids of whom they were for; after the commit, call `tellUnvouched`.
 */
export async function endVouchesBy(em: Em, personId: string, organizationId?: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`update vouch set ended_at = clock_timestamp()
    where by_id = ${personId} and ended_at is null
      and (${organizationId ?? null}::uuid is null or organization_id = ${organizationId ?? null}::uuid)
    returning person_id as "personId"`.execute(em.getKysely());
  return rows.map((row) => row.personId);
}

/** After vouches ended: streams hear of it, and what these people may no longer read goes back to its boards. */
export async function tellUnvouched(services: Services, personIds: readonly string[]): Promise<void> {
  for (const personId of new Set(personIds)) await rightsChanged(services, personId);
}
