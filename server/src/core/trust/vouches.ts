import { sql } from 'kysely';
import { rightsChanged } from '../access/rights-changed.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';

/**
 * Ends the vouches that somebody gave, in one organization or in all, in the transaction of the change that takes
 * their word its weight. Returns the row ids of whom they were for; after the commit, call `tellUnvouched`.
 */
export async function endVouchesBy(em: Em, personId: string, organizationId?: string): Promise<string[]> {
  return (await endVouches(em, personId, organizationId)).map((vouch) => vouch.personId);
}

/** `endVouchesBy`, with the row ids of the vouches. */
export async function endVouches(
  em: Em,
  personId: string,
  organizationId?: string,
): Promise<{ id: string; personId: string }[]> {
  const { rows } = await sql<{ id: string; personId: string }>`update vouch set ended_at = clock_timestamp()
    where by_id = ${personId} and ended_at is null
      and (${organizationId ?? null}::uuid is null or organization_id = ${organizationId ?? null}::uuid)
    returning id, person_id as "personId"`.execute(em.getKysely());
  return rows;
}

/**
 * Lets vouches stand again that ended with the role of whoever gave them, in the transaction that gives the role back;
 * but for people whom somebody else vouches for by now. Returns whom they are for.
 */
export async function restoreVouches(em: Em, vouchIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`update vouch set ended_at = null
    where id = any(${vouchIds}::uuid[]) and ended_at is not null and not exists (select from vouch other
      where other.person_id = vouch.person_id and other.organization_id = vouch.organization_id
        and other.ended_at is null)
    returning person_id as "personId"`.execute(em.getKysely());
  return rows.map((row) => row.personId);
}

/** After vouches ended: streams hear of it, and what these people may no longer read goes back to its boards. */
export async function tellUnvouched(services: Services, personIds: readonly string[]): Promise<void> {
  for (const personId of new Set(personIds)) await rightsChanged(services, personId);
}
