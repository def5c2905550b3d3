import { sql } from 'kysely';
import { TRACE_DAYS, older } from '../../platform/db/older.ts';
import type { Feature } from '../../platform/feature.ts';
import { CUT } from '../../platform/graphql/list-bounds.ts';
import { WallResolver } from './wall.resolver.ts';
import { Walls } from './walls.ts';
import { WatchLink } from './watch-link.entity.ts';
import { CampaignWatchLinks, WatchLinkResolver } from './watch-link.resolver.ts';

export const wall: Feature = {
  name: 'wall',
  entities: [WatchLink],
  resolvers: [CampaignWatchLinks, WallResolver, WatchLinkResolver],
  lists: {
    'Campaign.watchLinks': CUT,
    'Wall.columns': 4,
    'Wall.thanks': 3,
    'WallColumn.cards': 12,
  },
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
  agesOut: [sql`delete from watch_link where ${older('expires_at', TRACE_DAYS)}`],
  hearsBoards: () => ({
    erased: ({ db, campaignId }) => sql`delete from watch_link where campaign_id = ${campaignId}`.execute(db),
  }),
};
