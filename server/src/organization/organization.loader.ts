import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Em } from '../db/orm.ts';
import { type OrganizationType, toOrganization } from './organization.type.ts';

/** Finds organizations by row id, all ids of one moment in one query. Refuses an id that none has. */
export function createOrganizationLoader(em: Em): DataLoader<string, OrganizationType> {
  return new DataLoader(async (ids) => {
    const rows = await em
      .getKysely()
      .selectFrom('organization')
      .select(['id', 'name', 'kind'])
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .execute();
    const organizations = new Map(rows.map((row) => [row.id, toOrganization(row)]));
    return ids.map((id) => organizations.get(id) ?? new Error(`There is no organization ${id}`));
  });
}
