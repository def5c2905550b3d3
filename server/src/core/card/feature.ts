import { type Feature, jobKind } from '../../platform/feature.ts';
import { WORDS, cutAt } from '../../platform/graphql/list-bounds.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { hearStart } from './brief.ts';
import { BriefDue, CardBrief } from './brief.resolver.ts';
import { CardsOfBoard } from './board-cards.resolver.ts';
import { CampaignCards } from './campaign-cards.resolver.ts';
import {
  CardAlreadyClaimedResolver,
  CardInTheWayResolver,
  ClaimLimitReachedResolver,
  StaleCardResolver,
  WrongStatusResolver,
} from './card-errors.resolver.ts';
import { pictureOfCard } from './card-picture.ts';
import { cardLoader } from './card.loader.ts';
import { CardMutations } from './card.mutations.ts';
import { CardResolver, HandBackResolver, ThanksResolver } from './card.resolver.ts';
import { CardCaution } from './caution.resolver.ts';
import { takeOpenCardFor } from './claim-card.ts';
import { Claim } from './claim.entity.ts';
import { Comment } from './comment.entity.ts';
import { CardComments, CommentMutations, CommentResolver, findComment } from './comment.resolver.ts';
import { runLeaseJob } from './lease.ts';
import { LEASE_QUEUE, type LeaseJob } from './lease-jobs.ts';
import { BoardCards } from './snapshot.resolver.ts';
import { takeBackFromStrangers, takeBackUnreadable } from './take-back-card.ts';
import { ViewerCards } from './viewer-cards.resolver.ts';

export const card: Feature = {
  name: 'card',
  entities: [Claim, Comment],
  resolvers: [
    CommentMutations,
    CardComments,
    CampaignCards,
    BoardCards,
    CardsOfBoard,
    CardAlreadyClaimedResolver,
    CardInTheWayResolver,
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
    CardBrief,
    BriefDue,
  ],
  nodes: {
    Card: ({ loaders }, uuid) => loaders.of(cardLoader).load(uuid).catch(nullIfRefused),
    Comment: findComment,
  },
  lists: {
    'Brief.checklist': WORDS.checklist,
    'Brief.languages': WORDS.languages,
    'Brief.links': WORDS.links,
    'Card.checklist': WORDS.checklist,
    'Card.languages': WORDS.languages,
    'Card.links': WORDS.links,
    'CardAlreadyClaimed.alternatives': 3,
    'ClaimLimitReached.held': 10,
    'StaleCard.changedFields': 20,
    'TakeBackAllCardsPayload.cards': 10,
    'Viewer.heldCards': cutAt(100),
  },
  services: (_services, features) => ({
    takeOpenCard: takeOpenCardFor(features.flatMap(({ guestsOf }) => guestsOf ?? [])),
  }),
  pictures: { card: pictureOfCard },
  jobs: [
    jobKind<LeaseJob>({
      queue: LEASE_QUEUE,
      retries: { retryLimit: 5, retryDelay: 5, retryBackoff: true },
      run: runLeaseJob,
    }),
  ],
  hearsBoards: (services) => ({
    changed: hearStart,
    readersChanged: (boardId) => takeBackFromStrangers(services, boardId),
  }),
  hearsRights: (services) => (personId) => takeBackUnreadable(services, personId),
};
