import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Phase } from '../../core/board/card.entity.ts';
import { Skill } from '../../core/access/skill.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { Wait, WaitSide } from './programme.ts';
import { RefusedPayload } from '../../platform/graphql/payload.ts';

registerEnumType(WaitSide, {
  name: 'WaitSide',
  description: 'Who is waited for.',
  valuesConfig: {
    VOLUNTEER: { description: 'A volunteer.' },
    LOCAL: { description: 'The local.' },
    US: { description: 'Us: coordinators and reviewers.' },
  },
});
registerEnumType(Wait, {
  name: 'Wait',
  description: 'What is waited for.',
  valuesConfig: {
    WORK: { description: 'From claiming a card to handing it in.' },
    CRAFT_REVIEW: { description: 'From handing in to the craft review.' },
    APPROVAL: { description: "From the craft review, or from handing in, to the local's yes." },
    ANSWER: { description: 'From waiting on the local to its answer.' },
    TRIAGE: { description: 'From an ask to the moment somebody has it.' },
    DECISION: { description: 'From an ask to its answer.' },
  },
});

@ObjectType('SkillSum', { description: 'Finished cards of one skill.' })
export class SkillSumType {
  @Field(() => Skill, { description: 'The skill.' })
  skill!: Skill;

  @Field(() => Int, { description: 'Cards.' })
  cards!: number;

  @Field(() => Float, { description: 'Hours those were estimated at.' })
  hours!: number;
}

@ObjectType('MonthSum', { description: 'Finished cards of one month.' })
export class MonthSumType {
  @Field(() => String, { description: 'Such as 2026-11, in UTC.' })
  month!: string;

  @Field(() => Int, { description: 'Cards.' })
  cards!: number;

  @Field(() => Float, { description: 'Hours those were estimated at.' })
  hours!: number;
}

@ObjectType('VolunteerDifference', { description: 'What you gave, as far as it is finished.' })
export class VolunteerDifferenceType {
  /** Row id. */
  personId!: string;

  @Field(() => Int, { description: 'Cards you finished.' })
  cards!: number;

  @Field(() => Float, { description: 'Hours those were estimated at.' })
  hours!: number;

  @Field(() => Int, { description: 'Campaigns you finished a card for.' })
  fights!: number;

  @Field(() => [SkillSumType], { description: 'By skill, most hours first.' })
  bySkill!: SkillSumType[];

  @Field(() => [MonthSumType], { description: 'By month, oldest first; months without any are left out.' })
  byMonth!: MonthSumType[];
}

@ObjectType('PublicWork', { description: 'A finished public card of a public campaign.' })
export class PublicWorkType {
  @Field(() => String, { description: 'The title of the card.' })
  title!: string;

  @Field(() => Skill, { description: 'What it asked for.' })
  skill!: Skill;

  @Field(() => Float, { description: 'Hours it was estimated at.' })
  hours!: number;

  @Field(() => GraphQLDateTimeISO, { description: 'When the local said yes.' })
  finishedAt!: Date;

  @Field(() => String, { description: 'The campaign, as in its address.' })
  campaignSlug!: string;

  @Field(() => String, { description: 'The name of the campaign.' })
  campaignTitle!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The thanks for it; null without any, or where the person does not show them.',
  })
  thanks!: string | null;
}

@ObjectType('PublicPage', {
  description:
    'What somebody chose to show: sums over all they finished, and words only from public cards of public campaigns.',
})
export class PublicPageType {
  /** Row id. */
  personId!: string;

  @Field(() => String, { description: 'The name they go by here.' })
  handle!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'Since when they show it.' })
  since!: Date;

  @Field(() => Boolean, { description: 'Whether thanks are shown.' })
  showThanks!: boolean;

  @Field(() => Int, { description: 'Cards they finished.' })
  cards!: number;

  @Field(() => Float, { description: 'Hours those were estimated at.' })
  hours!: number;

  @Field(() => Int, { description: 'Campaigns they finished a card for.' })
  fights!: number;

  @Field(() => [SkillSumType], { description: 'By skill, most hours first.' })
  bySkill!: SkillSumType[];

  @Field(() => [MonthSumType], { description: 'By month, oldest first; months without any are left out.' })
  byMonth!: MonthSumType[];

  @Field(() => [PublicWorkType], { description: 'Works that anybody may know of, newest first; 24 at most.' })
  works!: PublicWorkType[];
}

@ObjectType('DaySum', { description: 'What was finished on one day.' })
export class DaySumType {
  @Field(() => String, { description: "Such as 2026-11-25, in the campaign's zone." })
  day!: string;

  @Field(() => Int, { description: 'Cards done on that day.' })
  deliverables!: number;
}

@ObjectType('CampaignDifference', {
  description: 'What came of a campaign, counted over the cards you may read.',
})
export class CampaignDifferenceType {
  @Field(() => Int, { description: 'Cards done.' })
  deliverables!: number;

  @Field(() => Float, { description: 'Hours those were estimated at.' })
  hours!: number;

  @Field(() => Int, { description: 'People who finished a card.' })
  people!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours from the ask to the first claim; null without an ask, or before there was one.',
  })
  hoursToFirstClaim!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Hours from the ask to the first finished card; null without an ask, or before there was one.',
  })
  hoursToFirstDelivery!: number | null;

  @Field(() => [DaySumType], { description: 'By day, oldest first; days without any are left out.' })
  byDay!: DaySumType[];
}

@ObjectType('ProgrammeWait', { description: 'How long one kind of wait lasts.' })
export class ProgrammeWaitType {
  @Field(() => Wait, { description: 'What is waited for.' })
  wait!: Wait;

  @Field(() => WaitSide, { description: 'Who is waited for.' })
  side!: WaitSide;

  @Field(() => Int, { description: 'How many waits that ended.' })
  count!: number;

  @Field(() => Float, { nullable: true, description: 'Their median in hours; null without any.' })
  medianHours!: number | null;
}

@ObjectType('ProgrammeLoss', {
  description: 'Where cards die: claims that ended without work, and quiet cards.',
})
export class ProgrammeLossType {
  @Field(() => Skill, { description: 'The skill of these cards.' })
  skill!: Skill;

  @Field(() => Phase, { description: 'Their phase.' })
  phase!: Phase;

  @Field(() => Int, { description: 'Claims that were handed back.' })
  handedBack!: number;

  @Field(() => Int, { description: 'Claims whose time ran out.' })
  expired!: number;

  @Field(() => Int, { description: 'Claims that an organizer took back.' })
  takenBack!: number;

  @Field(() => Int, { description: 'Cards of running campaigns that are open for more than 72 hours.' })
  quiet!: number;
}

@ObjectType('Programme', { description: 'How the programme does, over all campaigns.' })
export class ProgrammeType {
  @Field(() => Int, { description: 'People who finished a card.' })
  finishers!: number;

  @Field(() => Int, {
    description: 'Those of them who claimed another card within 30 days of handing one in.',
  })
  returned!: number;

  @Field(() => [ProgrammeWaitType], { description: 'Every kind of wait.' })
  waits!: ProgrammeWaitType[];

  @Field(() => [ProgrammeLossType], { description: 'By skill and phase, most first.' })
  losses!: ProgrammeLossType[];
}

@InputType('SetPublicPageInput', { description: 'Whether to show what you gave.' })
export class SetPublicPageInput {
  @Field(() => Boolean, { description: 'True shows the page, false takes it away.' })
  on!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to show words of thanks; true at first, left out it stays.',
  })
  showThanks?: boolean | null;
}

@ObjectType('SetPublicPagePayload', { description: 'Answer to setPublicPage.' })
export class SetPublicPagePayload extends RefusedPayload {
  @Field(() => ViewerType, { nullable: true, description: 'You.' })
  viewer?: ViewerType | null;

  @Field(() => PublicPageType, { nullable: true, description: 'The page as others see it now.' })
  publicPage?: PublicPageType | null;
}
