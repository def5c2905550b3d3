import { InputType, Field, ID, ObjectType, Int } from 'type-graphql';
import { CampaignKind } from '../campaign/campaign.entity.ts';
import { CampaignAsReadInput, CampaignWords } from '../campaign/campaign.inputs.ts';
import { CampaignType } from '../campaign/campaign.type.ts';
import { RefusedPayload } from '../../platform/graphql/payload.ts';

@InputType('CreateCampaignInput', { description: 'A new campaign.' })
export class CreateCampaignInput extends CampaignWords {
  @Field(() => ID, { description: 'Who runs it.' })
  organizationId!: string;

  @Field(() => String, {
    description:
      'Its name in addresses: lower-case letters, digits and hyphens. A campaign that not everybody may read gets ' +
      'letters behind it that nobody can guess.',
  })
  slug!: string;

  @Field(() => String, { description: 'Its name; 120 characters at most.' })
  title!: string;

  @Field(() => CampaignKind, { description: 'What sort of fight it is.' })
  kind!: CampaignKind;
}

@ObjectType('CreateCampaignPayload', { description: 'Answer to createCampaign.' })
export class CreateCampaignPayload extends RefusedPayload {
  @Field(() => CampaignType, { nullable: true, description: 'The new campaign.' })
  campaign?: CampaignType | null;
}

@InputType('UpdateCampaignInput', { description: 'What to change; fields left out stay.' })
export class UpdateCampaignInput extends CampaignWords {
  @Field(() => ID, { description: 'Which campaign.' })
  campaignId!: string;

  @Field(() => String, { nullable: true, description: 'Its name; 120 characters at most.' })
  title?: string | null;

  @Field(() => CampaignAsReadInput, {
    nullable: true,
    description:
      'The same fields as you read them: refused as StaleFields where somebody changed one since. What is left out is not compared.',
  })
  asRead?: CampaignAsReadInput | null;

  @Field(() => Boolean, { nullable: true, description: 'True ends it: the board can then only be read.' })
  ended?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Makes a repeated request harmless for seven days; one id, one change of yours.',
  })
  requestId?: string | null;
}

@ObjectType('UpdateCampaignPayload', { description: 'Answer to updateCampaign.' })
export class UpdateCampaignPayload extends RefusedPayload {
  @Field(() => CampaignType, { nullable: true, description: 'The campaign as it is now.' })
  campaign?: CampaignType | null;

  @Field(() => Int, { nullable: true, description: 'Revision of its board.' })
  boardRevision?: number | null;
}
