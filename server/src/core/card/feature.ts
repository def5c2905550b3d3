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
