import { Walls } from './walls.ts';
import type { Feature } from '../../platform/feature.ts';
import { WallResolver } from './wall.resolver.ts';
import { WatchLink } from './watch-link.entity.ts';
import { CampaignWatchLinks, WatchLinkResolver } from './watch-link.resolver.ts';

export const wall: Feature = {
  name: 'wall',
  streams: ({ orm, bus, log, channels, timing }) => ({
    walls: new Walls({
      em: orm.em,
      channels,
      bus,
      log,
      checkMs: timing.rights,
      beatMs: timing.heartbeat,
      pauseMs: timing.wallPause ?? 500,
    }),
  }),
  entities: [WatchLink],
  resolvers: [CampaignWatchLinks, WallResolver, WatchLinkResolver],
};
