import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { mayManageCampaign } from '../../core/campaign/campaign-rights.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import type { Context } from '../../core/access/context.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { publicAddress } from '../../platform/http/public-address.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { createWatchLink, revokeWatchLink } from './watch-link.ts';
import {
  CreateWatchLinkInput,
  CreateWatchLinkPayload,
  RevokeWatchLinkInput,
  RevokeWatchLinkPayload,
  WatchLinkType,
} from './watch-link.type.ts';
import { campaignLoader } from '../../core/campaign/campaign.loader.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { watchLinksLoader } from './watch-link.loader.ts';

const input = { description: 'What the mutation takes.' };

@Resolver(() => CampaignType)
export class CampaignWatchLinks {
  @FieldResolver(() => [WatchLinkType], {
    nullable: true,
    description:
      'Links by which screens show the wall, last first. Null for all but organizers and coordinators.',
  })
  async watchLinks(
    @Root() { row }: CampaignType,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<WatchLinkType[] | null> {
    if (!viewer || !mayManageCampaign(viewer, { ...row, campaignId: row.id })) return null;
    return loaders.of(watchLinksLoader).load(row.id);
  }

  @Mutation(() => CreateWatchLinkPayload, {
    description:
      'Make a link by which a screen without an account shows the wall of a campaign. For organizers and coordinators.',
  })
  createWatchLink(
    @Arg('input', () => CreateWatchLinkInput, input) given: CreateWatchLinkInput,
    @Ctx() context: Context,
  ): Promise<CreateWatchLinkPayload> {
    return answer(async () => {
      const campaignId = rowId('Campaign', given.campaignId);
      const made = await createWatchLink(context.services, signedIn(context), { ...given, campaignId });
      const address = `${publicAddress(context)}/campaigns/${made.slug}/wall#${made.token}`;
      return { address, campaign: await readAgain(context, campaignId) };
    });
  }

  @Mutation(() => RevokeWatchLinkPayload, {
    description: 'Take such a link back: its screens stop at once. For organizers and coordinators.',
  })
  revokeWatchLink(
    @Arg('input', () => RevokeWatchLinkInput, input) given: RevokeWatchLinkInput,
    @Ctx() context: Context,
  ): Promise<RevokeWatchLinkPayload> {
    return answer(async () => {
      const linkId = rowId('WatchLink', given.linkId);
      const campaignId = await revokeWatchLink(context.services, signedIn(context), linkId);
      return { campaign: await readAgain(context, campaignId) };
    });
  }
}

@Resolver(() => WatchLinkType)
export class WatchLinkResolver {
  @FieldResolver(() => PersonType, { description: 'Who made it.' })
  createdBy(@Root() { createdById }: WatchLinkType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(createdById);
  }
}

function readAgain({ loaders }: Context, campaignId: string): Promise<CampaignType> {
  loaders.of(watchLinksLoader).clear(campaignId);
  return loaders.of(campaignLoader).load(campaignId);
}
