import { sql } from 'kysely';
import { older, TRACE_DAYS } from '../../platform/db/older.ts';
import type { Feature } from '../../platform/feature.ts';
import { CUT, cutAt } from '../../platform/graphql/list-bounds.ts';
import { BlockedPersonResolver, CampaignBlocks } from './block.resolver.ts';
import { RoleMutations } from './role.mutations.ts';
import { RoleRemoval } from './role-removal.entity.ts';
import { StandingMutations } from './standing.mutations.ts';
import { CampaignBlock, ConductStatement, PracticePiece, StandingChange, Vouch } from './trust.entity.ts';
import {
  OrganizationVouches,
  PersonTrust,
  StandingChangeResolver,
  ViewerTrust,
  VouchResolver,
} from './trust.resolver.ts';

export const trust: Feature = {
  name: 'trust',
  entities: [StandingChange, ConductStatement, CampaignBlock, Vouch, PracticePiece, RoleRemoval],
  resolvers: [
    StandingMutations,
    RoleMutations,
    BlockedPersonResolver,
    CampaignBlocks,
    PersonTrust,
    OrganizationVouches,
    VouchResolver,
    StandingChangeResolver,
    ViewerTrust,
  ],
  lists: {
    'Campaign.blockedPeople': CUT,
    'Organization.vouches': cutAt(100),
    'Person.standingHistory': CUT,
    'Person.vouches': cutAt(100),
  },
  // No link for a role is older.
  agesOut: [sql`delete from role_removal where ${older('at', TRACE_DAYS)}`],
  hearsBoards: () => ({
    erased: ({ db, campaignId }) =>
      sql`delete from campaign_block where campaign_id = ${campaignId}`.execute(db),
  }),
  erasesPerson: {
    gone: {
      standing_change: 'person_id',
      conduct_statement: 'person_id',
      campaign_block: 'person_id',
      vouch: 'person_id',
      role_removal: 'person_id',
      practice_piece: 'person_id',
    },
    forgotten: { campaign_block: ['by_id'], practice_piece: ['by_id'] },
    also: async (db, personId) => {
      await sql`update standing_change set by_id = null, note = '' where by_id = ${personId}`.execute(db);
      await sql`delete from role_removal where by_id = ${personId}`.execute(db);
      await sql`update role_removal set given_by_id = null where given_by_id = ${personId}`.execute(db);
      await sql`update vouch set by_id = null, note = '' where by_id = ${personId}`.execute(db);
    },
  },
};
