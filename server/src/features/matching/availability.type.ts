import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import { Skill } from '../../core/access/skill.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';

@ObjectType('Availability', {
  description: 'When and for what you may be asked. Only you see it as a whole.',
})
export class AvailabilityType {
  @Field(() => Int, { description: 'Hours a week that you want to give, 0 to 60. With 0 you are not asked.' })
  weeklyHours!: number;

  @Field(() => Float, {
    description: 'What is left of them: without the cards you hold and those handed in within seven days.',
  })
  hoursLeft!: number;

  @Field(() => String, { nullable: true, description: 'First day of a break, such as 2026-11-25.' })
  pausedFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'Last day of a break.' })
  pausedUntil!: string | null;

  @Field(() => Boolean, { description: 'Whether you are not asked today: a break, or no hours.' })
  isPaused!: boolean;

  @Field(() => String, { nullable: true, description: 'Where you live, as an IANA zone; null if not said.' })
  timeZone!: string | null;

  @Field(() => [Skill], { description: 'Skills of yours that you will not be asked for.' })
  notSkills!: Skill[];

  @Field(() => [CampaignKind], { description: 'Kinds of campaign that you will not be asked for.' })
  notKinds!: CampaignKind[];
}

@InputType('AvailabilityAsReadInput', { description: 'As you read it, in the fields you change.' })
export class AvailabilityAsReadInput {
  @Field(() => Float, { nullable: true, description: 'Whole hours a week, 0 to 60.' })
  weeklyHours?: number | null;

  @Field(() => String, { nullable: true, description: 'First day of a break; null for none.' })
  pausedFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'Last day of a break; null for none.' })
  pausedUntil?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA zone, such as America/Chicago; null for none.' })
  timeZone?: string | null;

  @Field(() => [Skill], { nullable: true, description: 'All skills not to be asked for, from now on.' })
  notSkills?: Skill[] | null;

  @Field(() => [CampaignKind], { nullable: true, description: 'All kinds of campaign not to be asked for.' })
  notKinds?: CampaignKind[] | null;
}

@InputType('UpdateAvailabilityInput', { description: 'What to change. What is not given stays.' })
export class UpdateAvailabilityInput extends AvailabilityAsReadInput {
  @Field(() => AvailabilityAsReadInput, {
    nullable: true,
    description:
      'The same fields as you read them: refused as StaleFields where one was changed since. What is left out is not compared.',
  })
  asRead?: AvailabilityAsReadInput | null;
}

@ObjectType('UpdateAvailabilityPayload', { description: 'Answer to updateAvailability.' })
export class UpdateAvailabilityPayload extends Payload {
  @Field(() => ViewerType, { nullable: true, description: 'You, as it is now; null when refused.' })
  viewer?: ViewerType | null;
}
