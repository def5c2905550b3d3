import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/context.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { signedIn } from '../person/entrance.ts';
import { PersonType } from '../person/person.type.ts';
import { blockPerson, unblockPerson } from './block-person.ts';
import {
  BlockedPersonType,
  BlockPersonInput,
  BlockPersonPayload,
  UnblockPersonInput,
  UnblockPersonPayload,
} from './block.types.ts';
import { mayManageCampaign } from '../campaign/campaign-rights.ts';
import { CampaignType } from '../campaign/campaign.type.ts';
import { campaignLoader } from '../campaign/campaign.loader.ts';
import { personLoader } from '../person/person.loader.ts';
import { blockedPeopleLoader } from './block.loader.ts';

const input = { description: 'What the mutation takes.' };

@Resolver(() => CampaignType)
export class CampaignBlocks {
  @FieldResolver(() => [BlockedPersonType], {
    nullable: true,
    description:
      'Whom the local does not want here, last first. Null for all but organizers and coordinators.',
  })
  async blockedPeople(
    @Root() { row }: CampaignType,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<BlockedPersonType[] | null> {
    if (!viewer || !mayManageCampaign(viewer, { ...row, campaignId: row.id })) return null;
    return loaders.of(blockedPeopleLoader).load(row.id);
  }

  @Mutation(() => BlockPersonPayload, {
    description:
      'Keep somebody off a campaign: they read it as a stranger would, and what they hold there goes back to the ' +
      'board. For organizers and coordinators.',
  })
  blockPerson(
    @Arg('input', () => BlockPersonInput, input) given: BlockPersonInput,
    @Ctx() context: Context,
  ): Promise<BlockPersonPayload> {
    return answer(async () => {
      const campaignId = rowId('Campaign', given.campaignId);
      await blockPerson(context.services, signedIn(context), { ...given, campaignId });
      return { campaign: await readAgain(context, campaignId) };
    });
  }

  @Mutation(() => UnblockPersonPayload, {
    description: 'Let somebody take part in a campaign again. For organizers and coordinators.',
  })
  unblockPerson(
    @Arg('input', () => UnblockPersonInput, input) given: UnblockPersonInput,
    @Ctx() context: Context,
  ): Promise<UnblockPersonPayload> {
    return answer(async () => {
      const campaignId = rowId('Campaign', given.campaignId);
      await unblockPerson(context.services, signedIn(context), { ...given, campaignId });
      return { campaign: await readAgain(context, campaignId) };
    });
  }
}

function readAgain({ loaders }: Context, campaignId: string): Promise<CampaignType> {
  loaders.of(blockedPeopleLoader).clear(campaignId);
  return loaders.of(campaignLoader).load(campaignId);
}

@Resolver(() => BlockedPersonType)
export class BlockedPersonResolver {
  @FieldResolver(() => PersonType, { description: 'Who.' })
  person(@Root() { personId }: BlockedPersonType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who blocked them.' })
  by(@Root() { byId }: BlockedPersonType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return byId ? loaders.of(personLoader).load(byId) : null;
  }
}
