import { sql } from 'kysely';
import { older, TRACE_DAYS } from '../../platform/db/older.ts';
import type { Feature } from '../../platform/feature.ts';
import { CUT } from '../../platform/graphql/list-bounds.ts';
import { RoleLink } from './role-link.entity.ts';
import { CampaignRoleLinks, RoleLinkResolver } from './role-link.resolver.ts';

export const roleLink: Feature = {
  name: 'role-link',
  entities: [RoleLink],
  resolvers: [CampaignRoleLinks, RoleLinkResolver],
  lists: { 'Campaign.roleLinks': CUT },
  agesOut: [sql`delete from role_link where ${older('expires_at', TRACE_DAYS)}`],
  hearsBoards: () => ({
    erased: ({ db, campaignId }) => sql`delete from role_link where campaign_id = ${campaignId}`.execute(db),
  }),
  erasesPerson: { gone: { role_link: 'created_by_id' } },
};
