import type { Feature } from '../../platform/feature.ts';
import { MESSAGE, cutAt } from '../../platform/graphql/list-bounds.ts';
import { BoardStream } from './live.resolver.ts';
import { BoardsStream } from './several-boards.resolver.ts';

export const stream: Feature = {
  name: 'stream',
  resolvers: [BoardStream, BoardsStream],
  lists: {
    'BoardChange.cards': { most: MESSAGE, apart: 'extent' },
    'BoardChange.events': MESSAGE,
    'BoardChange.removedCardIds': MESSAGE,
    'BoardPresence.people': cutAt(50),
  },
};
