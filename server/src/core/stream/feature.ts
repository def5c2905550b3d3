import { MESSAGE, cutAt } from '../../platform/graphql/list-bounds.ts';
import type { Feature } from '../../platform/feature.ts';
import { BoardStream } from './live.resolver.ts';

export const stream: Feature = {
  name: 'stream',
  lists: {
    'BoardChange.cards': MESSAGE,
    'BoardChange.events': MESSAGE,
    'BoardChange.removedCardIds': MESSAGE,
    'BoardPresence.people': cutAt(50),
  },
  resolvers: [BoardStream],
};
