import { startErasingClock } from './close-campaign.ts';
import { reopen } from './reopen.ts';
import type { Feature } from '../../platform/feature.ts';
import { Closing } from './closing.entity.ts';
import { CampaignClosing, ClosingMutations, ClosingResolver } from './closing.resolver.ts';

export const closing: Feature = {
  name: 'closing',
  hearsBoards: (services) => ({ ends: (board) => startErasingClock(services, board), reopens: reopen }),
  entities: [Closing],
  resolvers: [CampaignClosing, ClosingMutations, ClosingResolver],
};
