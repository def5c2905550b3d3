import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Skill } from '../../core/access/skill.ts';
import { TwoWayArgs } from '../../platform/graphql/connection.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { PayPer } from './opening.entity.ts';
import { OpeningType } from './opening.type.ts';

@ArgsType()
export class OpeningsArgs extends TwoWayArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that are open, or only those that are not.',
  })
  isOpen?: boolean | null;

  @Field(() => Skill, { nullable: true, description: 'Only those that ask for this.' })
  skill?: Skill | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only those where this language is spoken, such as `es`.',
  })
  language?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that one does from anywhere, or not.' })
  isRemote?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this organization.' })
  organizationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'With each of these words in title or place; 100 characters at most.',
  })
  text?: string | null;
}

@InputType('OpeningAsReadInput', { description: 'What an opening says, in the fields that change.' })
export class OpeningAsReadInput {
  @Field(() => String, { nullable: true, description: 'What the role is called; 120 characters at most.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'What there is to do; 5000 characters at most.' })
  story?: string | null;

  @Field(() => String, { nullable: true, description: 'Language of its words, as a BCP 47 tag.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it is; 120 characters at most.' })
  place?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether one may work from anywhere.' })
  isRemote?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Languages that one speaks there; 12 at most.' })
  languages?: string[] | null;

  @Field(() => [Skill], { nullable: true, description: 'What one should be able to do.' })
  skills?: Skill[] | null;

  @Field(() => Float, { nullable: true, description: 'Pay from.' })
  payFrom?: number | null;

  @Field(() => Float, { nullable: true, description: 'Pay to; not less than from.' })
  payTo?: number | null;

  @Field(() => String, { nullable: true, description: 'Currency by its three letters, such as USD.' })
  currency?: string | null;

  @Field(() => PayPer, { nullable: true, description: 'For how much time the pay is.' })
  payPer?: PayPer | null;

  @Field(() => Float, { nullable: true, description: 'Hours a week, from 1 to 80.' })
  hoursAWeek?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'How to answer, beside answering here; 1000 characters at most.',
  })
  howToAnswer?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'When it closes, as clocks in `timeZone` say it, such as 2026-12-31T18:00.',
  })
  closesOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Time zone of the closing date.' })
  timeZone?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Everybody is answered so many days after it closed, from 1 to 60.',
  })
  answerDays?: number | null;
}

@InputType('CreateOpeningInput', { description: 'A role that is to be filled.' })
export class CreateOpeningInput {
  @Field(() => ID, { description: 'The organization that hires.' })
  organizationId!: string;

  @Field(() => ID, { nullable: true, description: 'A campaign of that organization for which it is.' })
  campaignId?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the programme hires for it.' })
  byProgramme!: boolean;

  @Field(() => String, { description: 'What the role is called; 120 characters at most.' })
  title!: string;

  @Field(() => String, { description: 'What there is to do; 5000 characters at most.' })
  story!: string;

  @Field(() => String, { defaultValue: 'en', description: 'Language of these words, as a BCP 47 tag.' })
  language!: string;

  @Field(() => String, { nullable: true, description: 'Where it is; 120 characters at most.' })
  place?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether one may work from anywhere.' })
  isRemote!: boolean;

  @Field(() => [String], { nullable: true, description: 'Languages that one speaks there; 12 at most.' })
  languages?: string[] | null;

  @Field(() => [Skill], { nullable: true, description: 'What one should be able to do.' })
  skills?: Skill[] | null;

  @Field(() => Float, { description: 'Pay from. No opening is without a figure.' })
  payFrom!: number;

  @Field(() => Float, { description: 'Pay to; not less than from.' })
  payTo!: number;

  @Field(() => String, { description: 'Currency by its three letters, such as USD.' })
  currency!: string;

  @Field(() => PayPer, { description: 'For how much time the pay is.' })
  payPer!: PayPer;

  @Field(() => Float, { description: 'Hours a week, from 1 to 80.' })
  hoursAWeek!: number;

  @Field(() => String, {
    nullable: true,
    description: 'How to answer, beside answering here; 1000 characters at most.',
  })
  howToAnswer?: string | null;

  @Field(() => String, {
    description: 'When it closes, as clocks in `timeZone` say it, such as 2026-12-31T18:00.',
  })
  closesOn!: string;

  @Field(() => String, { description: 'Time zone of the closing date.' })
  timeZone!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Everybody is answered so many days after it closed, from 1 to 60; 7 if you do not say.',
  })
  answerDays?: number | null;
}

@InputType('UpdateOpeningInput', { description: 'What changes about an opening. What is left out stays.' })
export class UpdateOpeningInput extends OpeningAsReadInput {
  @Field(() => ID, { description: 'The opening.' })
  openingId!: string;

  @Field(() => OpeningAsReadInput, {
    nullable: true,
    description:
      'The same fields as you read them: refused as StaleFields where one was changed since. What is left out is not compared.',
  })
  asRead?: OpeningAsReadInput | null;
}

@InputType('CloseOpeningInput', { description: 'Which opening closes before its date.' })
export class CloseOpeningInput {
  @Field(() => ID, { description: 'The opening.' })
  openingId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether nobody is sought any more; whoever waits for an answer is told.',
  })
  withdrawn!: boolean;
}

const now = { nullable: true, description: 'The opening as it is now; null when refused.' };

@ObjectType('CreateOpeningPayload', { description: 'The answer to `createOpening`.' })
export class CreateOpeningPayload extends Payload {
  @Field(() => OpeningType, now)
  opening!: OpeningType | null;
}

@ObjectType('UpdateOpeningPayload', { description: 'The answer to `updateOpening`.' })
export class UpdateOpeningPayload extends Payload {
  @Field(() => OpeningType, now)
  opening!: OpeningType | null;
}

@ObjectType('CloseOpeningPayload', { description: 'The answer to `closeOpening`.' })
export class CloseOpeningPayload extends Payload {
  @Field(() => OpeningType, now)
  opening!: OpeningType | null;
}
