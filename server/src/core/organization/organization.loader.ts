import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import {
  type MembershipType,
  type OrganizationType,
  toMembership,
  toOrganization,
} from './organization.type.ts';

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

/** Finds who is in organizations, organizers first, for all organizations of one moment in one query. */
export function createMembersLoader(em: Em): DataLoader<string, MembershipType[]> {
  return new DataLoader(async (organizationIds) => {
    const rows = await em
      .getKysely()
      .selectFrom('membership')
      .select(['organization_id as organizationId', 'person_id as personId', 'role'])
      .where(sql<boolean>`organization_id = any(${organizationIds}::uuid[])`)
      .orderBy(sql`array_position('{ORGANIZER,APPROVER,MEMBER}'::text[], role)`)
      .orderBy('person_id')
      .execute();
    return organizationIds.map((id) => rows.filter((row) => row.organizationId === id).map(toMembership));
  });
}
