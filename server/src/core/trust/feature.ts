import { RoleMutations } from './role.mutations.ts';
import { StandingMutations } from './standing.mutations.ts';
import type { Feature } from '../../platform/feature.ts';
import { BlockedPersonResolver, CampaignBlocks } from './block.resolver.ts';
import { CampaignBlock, ConductStatement, StandingChange, Vouch } from './trust.entity.ts';
import {
  OrganizationVouches,
  PersonTrust,
  StandingChangeResolver,
  ViewerTrust,
  VouchResolver,
} from './trust.resolver.ts';

export const trust: Feature = {
  name: 'trust',
  entities: [StandingChange, ConductStatement, CampaignBlock, Vouch],
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
};
