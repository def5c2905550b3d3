import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, InputType, Int } from 'type-graphql';
import { Sensitivity } from '../access/sensitivity.ts';

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

export
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

@InputType('CampaignAsReadInput', { description: 'A campaign as you read it, in the fields you change.' })
export class CampaignAsReadInput extends CampaignWords {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  title?: string | null;
}
