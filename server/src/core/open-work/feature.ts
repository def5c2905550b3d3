import { MESSAGE } from '../../platform/graphql/list-bounds.ts';
import type { Feature } from '../../platform/feature.ts';
import { OpenCards } from './open-cards.ts';
import { OpenCardsResolver } from './open-cards.resolver.ts';
import { readOpenWork } from './read-open-work.ts';

export const openWork: Feature = {
  name: 'open-work',
  lists: {
    'OpenCardsChange.closedCardIds': MESSAGE,
    'OpenCardsChange.opened': MESSAGE,
  },
  resolvers: [OpenCardsResolver],
  streams: ({ orm, bus, log, channels, timing }) => ({
    openCards: new OpenCards({
      read: (known) => readOpenWork(orm.em, known),
      bus,
      counts: channels.counts,
      log,
      pollMs: timing.poll,
      heartbeatMs: timing.heartbeat,
      lingerMs: timing.openCardsLinger ?? 15_000,
    }),
  }),
};
