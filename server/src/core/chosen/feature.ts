import type { Feature } from '../../platform/feature.ts';
import { MAX_CHOSEN } from './choose-cards.ts';
import { ChosenCardsMutations } from './chosen.mutations.ts';

export const chosen: Feature = {
  name: 'chosen',
  resolvers: [ChosenCardsMutations],
  lists: {
    'CancelCardsPayload.cards': MAX_CHOSEN,
    'MoveCardsPayload.cards': MAX_CHOSEN,
    'UndoBoardChangePayload.cards': MAX_CHOSEN,
    'UndoBoardChangePayload.removedCardIds': MAX_CHOSEN,
    'UpdateCardsPayload.cards': MAX_CHOSEN,
  },
};
