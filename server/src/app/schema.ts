import 'reflect-metadata';
import { type GraphQLSchema, isAbstractType } from 'graphql';
import { buildSchema } from 'type-graphql';
import { AskMutations } from '../features/ask/ask.mutations.ts';
import { AskResolver } from '../features/ask/ask.resolver.ts';
import { BoardEventResolver, BoardResolver, LinkUsedResolver } from '../core/board/board.resolver.ts';
import {
  CardAlreadyClaimedResolver,
  ClaimLimitReachedResolver,
  StaleCardResolver,
  WrongStatusResolver,
} from '../core/card/card-errors.resolver.ts';
import { CardMutations } from '../core/card/card.mutations.ts';
import {
  CardResolver,
  CommentResolver,
  DraftResolver,
  HandBackResolver,
  HandInByLink,
  HandInResolver,
  ThanksResolver,
} from '../core/card/card.resolver.ts';
import { ViewerCards } from '../core/card/viewer-cards.resolver.ts';
import { CampaignResolver, OrganizationCampaigns } from '../core/campaign/campaign.resolver.ts';
import {
  CardInvitations,
  InvitationResolver,
  ViewerInvitations,
} from '../features/invitation/invitation.resolver.ts';
import {
  CampaignPulseResolver,
  DeskResolver,
  NewcomerToVetResolver,
  QuietCardResolver,
  QuietPersonResolver,
  WaitingAskResolver,
} from '../features/desk/desk.resolver.ts';
import { CampaignClosing, ClosingMutations, ClosingResolver } from '../features/closing/closing.resolver.ts';
import {
  CampaignDifferenceResolver,
  PersonDifference,
  ProgrammeResolver,
  ViewerDifference,
  VolunteerDifferenceResolver,
} from '../features/difference/difference.resolver.ts';
import { LiveResolver } from '../core/stream/live.resolver.ts';
import { MembershipResolver, OrganizationResolver } from '../core/organization/organization.resolver.ts';
import { CardMatches, PersonMatchResolver, ViewerMatches } from '../features/matching/match.resolver.ts';
import { ViewerAvailability } from '../features/matching/availability.resolver.ts';
import { DemoPeople } from '../features/demo/demo-people.resolver.ts';
import { PersonMutations } from '../core/person/person.mutations.ts';
import { PersonResolver } from '../core/person/person.resolver.ts';
import { ViewerResolver } from '../core/person/viewer.resolver.ts';
// Word gets through.
import { ContactResolver } from '../features/contact/contact.resolver.ts';
import { NotificationResolver, ViewerNotifications } from '../features/notification/notification.resolver.ts';
import { LeadRequestResolver, OrganizationLeadRequests } from '../features/plan/lead-request.resolver.ts';
import { PlanResolver } from '../features/plan/plan.resolver.ts';
import {
  CardTemplateResolver,
  TemplateEditionResolver,
} from '../features/template/card-template.resolver.ts';
// Trust.
import {
  ApprovalLinkMutations,
  ApprovalLinkResolver,
  CardApprovalLinks,
} from '../core/review/approval-link.resolver.ts';
import { CardCaution } from '../core/card/caution.resolver.ts';
import { BlockedPersonResolver, CampaignBlocks } from '../core/trust/block.resolver.ts';
import {
  OrganizationVouches,
  PersonTrust,
  StandingChangeResolver,
  ViewerTrust,
  VouchResolver,
} from '../core/trust/trust.resolver.ts';
// The wall.
import { WallResolver } from '../features/wall/wall.resolver.ts';
import { CampaignWatchLinks, WatchLinkResolver } from '../features/wall/watch-link.resolver.ts';
import { cutLists } from '../platform/graphql/cut-lists.ts';
import { markRequests } from '../platform/graphql/mark-requests.ts';
import { NodeResolver } from './node.resolver.ts';
import { objectTypeName } from '../platform/graphql/node.type.ts';
import { RefusalType, InvalidInputType, ApprovalLinkInvalidType } from '../platform/refusal/refusal.type.ts';

/** The whole API, put together from the resolvers of every noun. */
export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      AskMutations,
      AskResolver,
      BoardEventResolver,
      LinkUsedResolver,
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
      // Matching.
      CardInvitations,
      CardMatches,
      InvitationResolver,
      PersonMatchResolver,
      ViewerAvailability,
      ViewerInvitations,
      ViewerMatches,
      // The coordinators' desk.
      CampaignPulseResolver,
      DeskResolver,
      NewcomerToVetResolver,
      QuietCardResolver,
      QuietPersonResolver,
      WaitingAskResolver,
      // Word gets through.
      ContactResolver,
      NotificationResolver,
      ViewerNotifications,
      // Plans and templates.
      LeadRequestResolver,
      OrganizationLeadRequests,
      PlanResolver,
      TemplateEditionResolver,
      // Trust.
      ApprovalLinkMutations,
      ApprovalLinkResolver,
      BlockedPersonResolver,
      CampaignBlocks,
      CardApprovalLinks,
      CardCaution,
      HandInByLink,
      PersonTrust,
      OrganizationVouches,
      VouchResolver,
      StandingChangeResolver,
      ViewerTrust,
      // The difference and the ending.
      CampaignClosing,
      CampaignDifferenceResolver,
      ClosingMutations,
      ClosingResolver,
      PersonDifference,
      ProgrammeResolver,
      ViewerDifference,
      VolunteerDifferenceResolver,
      // The wall.
      CampaignWatchLinks,
      WallResolver,
      WatchLinkResolver,
    ],
    // Reached only through the interface Error.
    orphanedTypes: [RefusalType, InvalidInputType, ApprovalLinkInvalidType],
    // Texts are checked in the domain, with refusals as data.
    validate: false,
    // Asked for by type-graphql, though each of our subscriptions has its own source.
    pubSub: { publish: () => undefined, subscribe: () => noMessages() },
  });
  // type-graphql makes a promise of each object's type, which an executor that is compiled cannot wait for.
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: object) => objectTypeName(value);
  }
  markRequests(schema);
  cutLists(schema);
  return schema;
}

async function* noMessages(): AsyncGenerator<never> {}
