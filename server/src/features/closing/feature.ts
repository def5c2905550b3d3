import type { Feature } from '../../platform/feature.ts';
import { Closing } from './closing.entity.ts';
import { CampaignClosing, ClosingMutations, ClosingResolver } from './closing.resolver.ts';

export const closing: Feature = {
  name: 'closing',
  entities: [Closing],
  resolvers: [CampaignClosing, ClosingMutations, ClosingResolver],
};
