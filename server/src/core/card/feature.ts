import { takeBackFromStrangers, takeBackUnreadable } from './take-back-card.ts';
import type { Feature } from '../../platform/feature.ts';
import {
  CardAlreadyClaimedResolver,
  ClaimLimitReachedResolver,
  StaleCardResolver,
  WrongStatusResolver,
} from './card-errors.resolver.ts';
import { CardMutations } from './card.mutations.ts';
import {
  CardResolver,
  CommentResolver,
  DraftResolver,
  HandBackResolver,
  HandInByLink,
  HandInResolver,
  ThanksResolver,
} from './card.resolver.ts';
import { CardCaution } from './caution.resolver.ts';
import { ViewerCards } from './viewer-cards.resolver.ts';

export const card: Feature = {
  name: 'card',
  hearsRights: (services) => (personId) => takeBackUnreadable(services, personId),
  hearsBoards: (services) => ({ readersChanged: (boardId) => takeBackFromStrangers(services, boardId) }),
  resolvers: [
    CardAlreadyClaimedResolver,
    CardMutations,
    CardResolver,
    ClaimLimitReachedResolver,
    CommentResolver,
    DraftResolver,
    HandBackResolver,
    HandInResolver,
    StaleCardResolver,
    ThanksResolver,
    ViewerCards,
    WrongStatusResolver,
    CardCaution,
    HandInByLink,
  ],
};
