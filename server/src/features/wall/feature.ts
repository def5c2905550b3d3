import type { Feature } from '../../platform/feature.ts';
import { WallResolver } from './wall.resolver.ts';
import { WatchLink } from './watch-link.entity.ts';
import { CampaignWatchLinks, WatchLinkResolver } from './watch-link.resolver.ts';

export const wall: Feature = {
  name: 'wall',
  entities: [WatchLink],
  resolvers: [CampaignWatchLinks, WallResolver, WatchLinkResolver],
};
