import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { BoardEventResolver, BoardResolver } from '../board/board.resolver.ts';
import {
  CardAlreadyClaimedResolver,
  ClaimLimitReachedResolver,
  StaleCardResolver,
  WrongStatusResolver,
} from '../board/card-errors.resolver.ts';
import { CardMutations } from '../board/card.mutations.ts';
import {
  CardResolver,
  CommentResolver,
  DraftResolver,
  HandBackResolver,
  HandInResolver,
  ThanksResolver,
} from '../board/card.resolver.ts';
import { ViewerCards } from '../board/viewer-cards.resolver.ts';
import { CampaignResolver, OrganizationCampaigns } from '../campaign/campaign.resolver.ts';
import { CampaignClosing, ClosingMutations, ClosingResolver } from '../closing/closing.resolver.ts';
import {
  CampaignDifferenceResolver,
  PersonDifference,
  ProgrammeResolver,
  ViewerDifference,
  VolunteerDifferenceResolver,
} from '../difference/difference.resolver.ts';
import { LiveResolver } from '../live/live.resolver.ts';
import { MembershipResolver, OrganizationResolver } from '../organization/organization.resolver.ts';
import { DemoPeople } from '../person/demo-people.resolver.ts';
import { PersonMutations } from '../person/person.mutations.ts';
import { PersonResolver } from '../person/person.resolver.ts';
import { ViewerResolver } from '../person/viewer.resolver.ts';
import { CardTemplateResolver } from '../template/card-template.resolver.ts';
import { NodeResolver } from './node.resolver.ts';
import { RefusalType, InvalidInputType } from './refusal.type.ts';

/** The whole API, put together from the resolvers of every noun. */
export function createSchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [
      BoardEventResolver,
      BoardResolver,
      CampaignResolver,
      CardAlreadyClaimedResolver,
      CardMutations,
      CardResolver,
      CardTemplateResolver,
      ClaimLimitReachedResolver,
      CommentResolver,
      DemoPeople,
      DraftResolver,
      HandBackResolver,
      HandInResolver,
      LiveResolver,
      MembershipResolver,
      NodeResolver,
      OrganizationCampaigns,
      OrganizationResolver,
      PersonMutations,
      PersonResolver,
      StaleCardResolver,
      ThanksResolver,
      ViewerCards,
      ViewerResolver,
      WrongStatusResolver,
      // The difference and the ending.
      CampaignClosing,
      CampaignDifferenceResolver,
      ClosingMutations,
      ClosingResolver,
      PersonDifference,
      ProgrammeResolver,
      ViewerDifference,
      VolunteerDifferenceResolver,
    ],
    // Reached only through the interface Error.
    orphanedTypes: [RefusalType, InvalidInputType],
    // Texts are checked in the domain, with refusals as data.
    validate: false,
    // Asked for by type-graphql, though each of our subscriptions has its own source.
    pubSub: { publish: () => undefined, subscribe: () => noMessages() },
  });
}

async function* noMessages(): AsyncGenerator<never> {}
