import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { cardLoader } from './card.loader.ts';
import { findComment } from './comment.resolver.ts';
import { WORDS, cutAt } from '../../platform/graphql/list-bounds.ts';
import { LEASE_QUEUE, type LeaseJob, runLeaseJob } from './lease.ts';
import { takeBackFromStrangers, takeBackUnreadable } from './take-back-card.ts';
import { Claim } from './claim.entity.ts';
import { Comment } from './comment.entity.ts';
import { BoardCards } from './snapshot.resolver.ts';
import { CampaignCards } from './campaign-cards.resolver.ts';
import { CardComments } from './comment.resolver.ts';
import { CommentMutations } from './comment.resolver.ts';
import { jobKind, type Feature } from '../../platform/feature.ts';
import {
  CardAlreadyClaimedResolver,
  ClaimLimitReachedResolver,
  StaleCardResolver,
  WrongStatusResolver,
} from './card-errors.resolver.ts';
import { CardMutations } from './card.mutations.ts';
import { CardResolver, HandBackResolver, ThanksResolver } from './card.resolver.ts';
import { CommentResolver } from './comment.resolver.ts';
import { CardCaution } from './caution.resolver.ts';
import { ViewerCards } from './viewer-cards.resolver.ts';

export const card: Feature = {
  name: 'card',
  nodes: {
    Card: ({ loaders }, uuid) => loaders.of(cardLoader).load(uuid).catch(nullIfRefused),
    Comment: findComment,
  },
  lists: {
    'Card.checklist': WORDS.checklist,
    'Card.languages': WORDS.languages,
    'Card.links': WORDS.links,
    'CardAlreadyClaimed.alternatives': 3,
    'ClaimLimitReached.held': 10,
    'StaleCard.changedFields': 20,
    'TakeBackAllCardsPayload.cards': 10,
    'Viewer.heldCards': cutAt(100),
  },
  jobs: [
    jobKind<LeaseJob>({
      queue: LEASE_QUEUE,
      retries: { retryLimit: 5, retryDelay: 5, retryBackoff: true },
      run: runLeaseJob,
    }),
  ],
  entities: [Claim, Comment],
  hearsRights: (services) => (personId) => takeBackUnreadable(services, personId),
  hearsBoards: (services) => ({ readersChanged: (boardId) => takeBackFromStrangers(services, boardId) }),
  resolvers: [
    CommentMutations,
    CardComments,
    CampaignCards,
    BoardCards,
    CardAlreadyClaimedResolver,
    CardMutations,
    CardResolver,
    ClaimLimitReachedResolver,
    CommentResolver,
    HandBackResolver,
    StaleCardResolver,
    ThanksResolver,
    ViewerCards,
    WrongStatusResolver,
    CardCaution,
  ],
};
