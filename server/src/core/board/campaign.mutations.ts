import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import type { Context } from '../access/context.ts';
import { requireViewer } from '../access/viewer.ts';
import { campaignLoader } from '../campaign/campaign.loader.ts';
import { CampaignType } from '../campaign/campaign.type.ts';
import { BoardType, toBoard } from './board.type.ts';
import {
  CreateCampaignInput,
  CreateCampaignPayload,
  UpdateCampaignInput,
  UpdateCampaignPayload,
} from './campaign.types.ts';
import { createCampaign } from './create-campaign.ts';
import { updateCampaign } from './update-campaign.ts';

@Resolver()
export class CampaignMutations {
  @Mutation(() => CreateCampaignPayload, { description: 'Starts a campaign with an empty board.' })
  async createCampaign(
    @Arg('input', () => CreateCampaignInput, { description: 'The campaign.' }) input: CreateCampaignInput,
    @Ctx() { services, viewer, loaders }: Context,
  ): Promise<CreateCampaignPayload> {
    return answer(async () => {
      const organizationId = rowId('Organization', input.organizationId);
      const actor = requireViewer(viewer);
      const { campaignId } = await createCampaign(services, actor.personId, { ...input, organizationId });
      return { campaign: await loaders.of(campaignLoader).load(campaignId) };
    });
  }

  @Mutation(() => UpdateCampaignPayload, {
    description: 'Changes what is said about a campaign, and its rules.',
  })
  async updateCampaign(
    @Arg('input', () => UpdateCampaignInput, { description: 'What to change; fields left out stay.' })
    input: UpdateCampaignInput,
    @Ctx() { services, viewer, loaders }: Context,
  ): Promise<UpdateCampaignPayload> {
    return answer(async () => {
      const campaignId = rowId('Campaign', input.campaignId);
      const { revision } = await updateCampaign(services, requireViewer(viewer).personId, {
        ...input,
        campaignId,
      });
      return { campaign: await loaders.of(campaignLoader).load(campaignId), boardRevision: revision };
    });
  }
}

@Resolver(() => CampaignType)
export class CampaignBoard {
  @FieldResolver(() => BoardType, { description: 'Its board.' })
  board(@Root() { row }: CampaignType): BoardType {
    return toBoard(row);
  }
}
