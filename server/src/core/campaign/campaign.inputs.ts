import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Sensitivity } from '../access/sensitivity.ts';
import { ErrorType } from '../../platform/refusal/refusal.type.ts';
import { CampaignKind } from './campaign.entity.ts';
import { CampaignType } from './campaign.type.ts';

@InputType('CampaignSettingsInput', { description: 'Rules of a campaign; what is left out stays as it is.' })
export class CampaignSettingsInput {
  @Field(() => Int, { nullable: true, description: 'Hours of a lease, from 1 to 336; 48 at first.' })
  leaseHours?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Hours in which somebody without finished work has to say that they are on a card, from 1 to 336; 6 at first. 0, or as many as the lease has, for no such rule.',
  })
  firstLeaseHours?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Percent of the open cards that people without finished work may hold together, from 10 to 100; 50 at first. Three cards they always may.',
  })
  newcomerShare?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Cards a newcomer may hold at once, from 1 to 10; 1 at first.',
  })
  newcomerClaimLimit?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Cards anybody else may hold at once, from 1 to 10; 3 at first.',
  })
  claimLimit?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a craft review comes before the approval; true at first.',
  })
  craftReviewRequired?: boolean | null;
}

@InputType('CampaignWordsInput', { description: 'What is said about a campaign.' })
class CampaignWords {
  @Field(() => String, { nullable: true, description: 'What happens and why; 5000 characters at most.' })
  story?: string | null;

  @Field(() => [String], { nullable: true, description: 'Demands, twelve of 200 characters at most.' })
  demands?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What others can do; 2000 characters at most.' })
  howToHelp?: string | null;

  @Field(() => String, { nullable: true, description: 'The employer.' })
  employer?: string | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'T-0.' })
  startsAt?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Show the employer to the team only.' })
  employerHidden?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Show T-0 to the team only.' })
  startHidden?: boolean | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone, such as America/Chicago.' })
  timeZone?: string | null;

  @Field(() => [String], { nullable: true, description: 'Languages, as BCP 47 tags.' })
  languages?: string[] | null;

  @Field(() => Sensitivity, { nullable: true, description: 'Who may read the campaign; TEAM at first.' })
  sensitivity?: Sensitivity | null;

  @Field(() => CampaignSettingsInput, { nullable: true, description: 'Its rules.' })
  settings?: CampaignSettingsInput | null;
}

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

@InputType('CampaignAsReadInput', { description: 'A campaign as you read it, in the fields you change.' })
export class CampaignAsReadInput extends CampaignWords {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  title?: string | null;
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

@ObjectType('CreateCampaignPayload', { description: 'Answer to createCampaign.' })
export class CreateCampaignPayload {
  @Field(() => CampaignType, { nullable: true, description: 'The new campaign.' })
  campaign?: CampaignType | null;

  @Field(() => [ErrorType], { description: 'Why it was refused; empty when it was done.' })
  errors!: ErrorType[];
}

@ObjectType('UpdateCampaignPayload', { description: 'Answer to updateCampaign.' })
export class UpdateCampaignPayload {
  @Field(() => CampaignType, { nullable: true, description: 'The campaign as it is now.' })
  campaign?: CampaignType | null;

  @Field(() => Int, { nullable: true, description: 'Revision of its board.' })
  boardRevision?: number | null;

  @Field(() => [ErrorType], { description: 'Why it was refused; empty when it was done.' })
  errors!: ErrorType[];
}
