import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { CampaignType } from '../campaign/campaign.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';

@ObjectType('BlockedPerson', { description: 'Somebody whom a local does not want on its campaign.' })
export class BlockedPersonType {
  @Field(() => String, { description: 'Why, in the words of who blocked them.' })
  reason!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'Since when.' })
  at!: Date;

  personId!: string;
  byId!: string | null;
}

@InputType('BlockPersonInput', { description: 'Whom a local does not want on its campaign, and why.' })
export class BlockPersonInput {
  @Field(() => ID, { description: 'The campaign.' })
  campaignId!: string;

  @Field(() => String, { description: 'Who, by handle.' })
  handle!: string;

  @Field(() => String, { description: 'Why, for those who run the campaign; 500 characters at most.' })
  reason!: string;
}

@InputType('UnblockPersonInput', { description: 'Who may take part in a campaign again.' })
export class UnblockPersonInput {
  @Field(() => ID, { description: 'The campaign.' })
  campaignId!: string;

  @Field(() => String, { description: 'Who, by handle.' })
  handle!: string;
}

@ObjectType('BlockPersonPayload', { description: 'The answer to `blockPerson`.' })
export class BlockPersonPayload extends Payload {
  @Field(() => CampaignType, { nullable: true, description: 'The campaign; null when refused.' })
  campaign!: CampaignType | null;
}

@ObjectType('UnblockPersonPayload', { description: 'The answer to `unblockPerson`.' })
export class UnblockPersonPayload extends Payload {
  @Field(() => CampaignType, { nullable: true, description: 'The campaign; null when refused.' })
  campaign!: CampaignType | null;
}
