import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Changed } from '../../core/board/change-board.ts';
import { Sensitivity } from '../../core/access/sensitivity.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import type { Context } from '../../core/access/context.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { letOut, signedIn } from '../../core/person/entrance.ts';
import { levelFor, requireViewer } from '../../core/access/viewer.ts';
import { approveClosingPage } from './approve-closing-page.ts';
import { closeCampaign } from './close-campaign.ts';
import {
  ApproveClosingPageInput,
  ApproveClosingPagePayload,
  CloseCampaignInput,
  CloseCampaignPayload,
  ClosingType,
  EraseMyselfInput,
  EraseMyselfPayload,
  HandoverType,
  toClosing,
  UpdateClosingInput,
  UpdateClosingPayload,
} from './closing.type.ts';
import { eraseMyself } from './erase-myself.ts';
import { updateClosing } from './update-closing.ts';
import { campaignLoader } from '../../core/campaign/campaign.loader.ts';
import { closingLoader } from './closing.loader.ts';

@Resolver(() => CampaignType)
export class CampaignClosing {
  @FieldResolver(() => ClosingType, { nullable: true, description: 'Its end; null until it is closed.' })
  async closing(@Root() { row }: CampaignType, @Ctx() { loaders }: Context): Promise<ClosingType | null> {
    const closing = await loaders.of(closingLoader).load(row.id);
    return closing && toClosing(closing);
  }
}

@Resolver(() => ClosingType)
export class ClosingResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the local says to all who helped; null for others than the team until it said yes.',
  })
  thanks(@Root() { row }: ClosingType, @Ctx() context: Context): string | null {
    return row.pageApprovedAt || isTeam(context, row) ? row.thanks : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What came of the campaign; null for others than the team until the local said yes.',
  })
  outcome(@Root() { row }: ClosingType, @Ctx() context: Context): string | null {
    return row.pageApprovedAt || isTeam(context, row) ? row.outcome : null;
  }

  @FieldResolver(() => [HandoverType], {
    description: 'What is handed over. Empty for others than the team.',
  })
  handover(@Root() { row }: ClosingType, @Ctx() context: Context): HandoverType[] {
    return isTeam(context, row) ? row.handover : [];
  }
}

const input = { description: 'What the mutation takes.' };

@Resolver()
export class ClosingMutations {
  @Mutation(() => CloseCampaignPayload, {
    description:
      'End a campaign: what people hold goes back, all who helped are told, and the clock to its erasing begins.',
  })
  closeCampaign(
    @Arg('input', () => CloseCampaignInput, input) given: CloseCampaignInput,
    @Ctx() context: Context,
  ): Promise<CloseCampaignPayload> {
    return answerClosing(context, given, closeCampaign);
  }

  @Mutation(() => UpdateClosingPayload, {
    description: 'Change what is said at the end of a campaign. New words need the yes of the local again.',
  })
  updateClosing(
    @Arg('input', () => UpdateClosingInput, input) given: UpdateClosingInput,
    @Ctx() context: Context,
  ): Promise<UpdateClosingPayload> {
    return answerClosing(context, given, updateClosing);
  }

  @Mutation(() => ApproveClosingPagePayload, {
    description: "Say the local's yes to its last page. For its organizers and approvers.",
  })
  approveClosingPage(
    @Arg('input', () => ApproveClosingPageInput, input) given: ApproveClosingPageInput,
    @Ctx() context: Context,
  ): Promise<ApproveClosingPagePayload> {
    return answerClosing(context, given, approveClosingPage);
  }

  @Mutation(() => EraseMyselfPayload, {
    description:
      'Erase everything held about you. Finished work stays as work, without your name. There is no way back.',
  })
  eraseMyself(
    @Arg('input', () => EraseMyselfInput, input) given: EraseMyselfInput,
    @Ctx() context: Context,
  ): Promise<EraseMyselfPayload> {
    return answer(async () => {
      await eraseMyself(context.services, signedIn(context), given.handle);
      letOut(context);
      return { erased: true };
    });
  }
}

function answerClosing<Input extends { campaignId: string }>(
  { services, viewer, loaders }: Context,
  given: Input,
  change: (services: Context['services'], actorId: string, input: Input) => Promise<Changed<object>>,
): Promise<CloseCampaignPayload> {
  return answer(async () => {
    const campaignId = rowId('Campaign', given.campaignId);
    const { personId } = requireViewer(viewer);
    const { revision } = await change(services, personId, { ...given, campaignId });
    loaders.of(closingLoader).clear(campaignId);
    return {
      campaign: await loaders.of(campaignLoader).clear(campaignId).load(campaignId),
      boardRevision: revision,
    };
  });
}

function isTeam({ reader }: Context, campaign: { organizationId: string; campaignId: string }): boolean {
  return levelFor(reader, campaign) === Sensitivity.TEAM;
}
