import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import type { Context } from '../../core/access/context.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { OrganizationType } from '../../core/organization/organization.type.ts';
import { requireViewer } from '../../core/access/viewer.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { confirmLeadRequest, declineLeadRequest } from './answer-lead-request.ts';
import {
  ConfirmLeadRequestInput,
  ConfirmLeadRequestPayload,
  DeclineLeadRequestInput,
  DeclineLeadRequestPayload,
  LeadRequestType,
} from './lead-request.type.ts';
import { campaignLoader } from '../../core/campaign/campaign.loader.ts';
import { membersLoader, organizationLoader } from '../../core/organization/organization.loader.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { leadRequestsLoader } from './lead-request.loader.ts';

const input = { description: 'What the mutation takes.' };

@Resolver(() => OrganizationType)
export class OrganizationLeadRequests {
  @FieldResolver(() => [LeadRequestType], {
    description:
      'Who asks to lead a board of it and waits for its yes. Empty for all but its organizers and coordinators.',
  })
  async leadRequests(
    @Root() { uuid }: OrganizationType,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<LeadRequestType[]> {
    if (!viewer || viewer.standing === 'SUSPENDED') return [];
    const reads = viewer.coordinator || viewer.roles.get(uuid) === 'ORGANIZER';
    return reads ? loaders.of(leadRequestsLoader).load(uuid) : [];
  }

  @Mutation(() => ConfirmLeadRequestPayload, {
    description:
      'Say yes to somebody who asks to lead a board of your organization: they are its organizer now.',
  })
  confirmLeadRequest(
    @Arg('input', () => ConfirmLeadRequestInput, input) given: ConfirmLeadRequestInput,
    @Ctx() context: Context,
  ): Promise<ConfirmLeadRequestPayload> {
    return answer(async () => {
      const viewer = requireViewer(context.viewer);
      const requestId = rowId('LeadRequest', given.leadRequestId);
      return readAgain(context, await confirmLeadRequest(context.services, viewer, requestId));
    });
  }

  @Mutation(() => DeclineLeadRequestPayload, {
    description: 'Say no to somebody who asks to lead a board of your organization.',
  })
  declineLeadRequest(
    @Arg('input', () => DeclineLeadRequestInput, input) given: DeclineLeadRequestInput,
    @Ctx() context: Context,
  ): Promise<DeclineLeadRequestPayload> {
    return answer(async () => {
      const viewer = requireViewer(context.viewer);
      const requestId = rowId('LeadRequest', given.leadRequestId);
      return readAgain(context, await declineLeadRequest(context.services, viewer, requestId));
    });
  }
}

async function readAgain({ loaders }: Context, organizationId: string) {
  loaders.of(membersLoader).clear(organizationId);
  loaders.of(leadRequestsLoader).clear(organizationId);
  return { organization: await loaders.of(organizationLoader).load(organizationId) };
}

@Resolver(() => LeadRequestType)
export class LeadRequestResolver {
  @FieldResolver(() => PersonType, { description: 'Who.' })
  person(@Root() { personId }: LeadRequestType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }

  @FieldResolver(() => CampaignType, { description: 'The campaign whose board they want to lead.' })
  campaign(@Root() { campaignId }: LeadRequestType, @Ctx() { loaders }: Context): Promise<CampaignType> {
    return loaders.of(campaignLoader).load(campaignId);
  }
}
