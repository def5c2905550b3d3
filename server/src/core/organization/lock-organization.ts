import type { Em } from '../../platform/db/orm.ts';
import { notFound } from '../../platform/refusal/refusal.ts';

/** Changes of roles in one organization follow each other, so that two organizers cannot remove each other. */
export async function lockOrganization(em: Em, organizationId: string): Promise<void> {
  const found = await em
    .getKysely()
    .selectFrom('organization')
    .select('id')
    .where('id', '=', organizationId)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw notFound('organization');
}
