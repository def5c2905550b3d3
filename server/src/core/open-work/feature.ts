import type { Feature } from '../../platform/feature.ts';
import { MESSAGE } from '../../platform/graphql/list-bounds.ts';
import { Skill } from '../access/skill.ts';
import { OpenCardsResolver } from './open-cards.resolver.ts';
import { OpenCards } from './open-cards.ts';
import { OrganizationOpenWork } from './organization-open-work.ts';
import { readOpenWork } from './read-open-work.ts';

export const openWork: Feature = {
  name: 'open-work',
  resolvers: [OpenCardsResolver, OrganizationOpenWork],
  lists: {
    'Organization.openWork': Object.keys(Skill).length,
    'OpenCardsChange.closedCardIds': MESSAGE,
    'OpenCardsChange.opened': MESSAGE,
  },
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
