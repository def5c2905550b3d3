import DataLoader from 'dataloader';
import { defineLoader } from '../access/loaders.ts';
import { sql } from 'kysely';
import {
  type MembershipType,
  type OrganizationType,
  toMembership,
  toOrganization,
} from './organization.type.ts';

/** Finds organizations by row id, all ids of one moment in one query. Refuses an id that none has. */
export const organizationLoader = defineLoader<string, OrganizationType>(({ em }) => {
  return new DataLoader(async (ids) => {
    const rows = await em
      .getKysely()
      .selectFrom('organization')
      .select(['id', 'slug', 'name', 'kind'])
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .execute();
    const organizations = new Map(rows.map((row) => [row.id, toOrganization(row)]));
    return ids.map((id) => organizations.get(id) ?? new Error(`There is no organization ${id}`));
  });
});

/** Finds who is in organizations, organizers first, for all organizations of one moment in one query. */
export const membersLoader = defineLoader<string, MembershipType[]>(({ em }) => {
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
});
