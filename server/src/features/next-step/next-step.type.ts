import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Skill } from '../../core/access/skill.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { DriftReason } from './drift.entity.ts';
import { FirstMonthStep, type NextStep, NextStepKind, NextStepReason } from './next-step-rules.ts';

registerEnumType(NextStepKind, {
  name: 'ViewerStepKind',
  description: 'What one can do next.',
  valuesConfig: {
    FINISH_CARD: { description: 'Finish the card one holds.' },
    CARD: { description: 'Take a card.' },
    PRACTICE: { description: 'Practise what was taught.' },
    TRAINING: { description: 'Come to a training.' },
    VOUCH: { description: 'Ask somebody of a local, who knows one, to vouch.' },
    BENCH_OFFER: { description: 'Offer an hour to others on the bench.' },
    OPENING: { description: 'Look at a role that is to be filled.' },
    BENCH_ASK: { description: 'Ask somebody on the bench.' },
    PROFILE: { description: 'Say what one can do.' },
    LOOK_AROUND: { description: 'Look at all open cards.' },
  },
});
registerEnumType(NextStepReason, {
  name: 'ViewerStepReason',
  description: 'Why that is the next step.',
  valuesConfig: {
    YOU_HOLD_ONE: { description: 'You hold a card.' },
    WORK_CAME_BACK: { description: 'Work came back to you with a wish, and there are people to ask.' },
    TRY_AGAIN: { description: 'Somebody said how to try a practice again.' },
    TRAINED_NOT_PRACTISED: { description: 'You came to a training and have not finished a practice of it.' },
    ONE_MORE_TO_VETTED: { description: 'One more approved card makes you vetted, and this one fits you.' },
    FITS_YOU: { description: 'It fits what you can do, and your time.' },
    TEACHES_WHAT_YOU_USE: { description: 'It teaches a skill that you use.' },
    TEACHES_WHAT_YOU_LACK: { description: 'It teaches a skill that you do not have yet.' },
    YOUR_WORK_IS_KNOWN: { description: 'A local approved work of yours: somebody there can vouch for you.' },
    OTHERS_LEARN_FROM_YOU: {
      description: 'You finished three cards, six, or more: others can learn from you.',
    },
    YOUR_RECORD_FITS: { description: 'A role asks for a skill that you showed on several cards.' },
    SOMEBODY_TO_ASK: { description: 'People on the bench have time, and you never asked one.' },
    NO_SKILLS_SAID: { description: 'Nobody can tell what fits you before you say what you can do.' },
    NOTHING_FITS_NOW: { description: 'Nothing fits you just now.' },
  },
});
registerEnumType(FirstMonthStep, {
  name: 'FirstMonthStepKind',
  description: 'A step of the first month.',
  valuesConfig: {
    JOINED: { description: 'Join.' },
    FIRST_CARD: { description: 'Take a first card.' },
    REVIEWED: { description: 'Have it looked at and approved.' },
    SECOND: { description: 'Finish a second card, or come to a training or practise at one.' },
    VETTED: { description: 'Be vetted, or vouched for.' },
    BENCH: { description: 'Ask somebody on the bench, or sit on it.' },
  },
});
registerEnumType(DriftReason, {
  name: 'DriftReason',
  description: 'Why somebody took cards and came no more.',
  valuesConfig: {
    NO_TIME: { description: 'They have no time.' },
    NOTHING_FITTED: { description: 'Nothing fitted them.' },
    WAITED_TOO_LONG: { description: 'They waited too long for an answer.' },
    DONE_FOR_NOW: { description: 'They did what they came for.' },
  },
});

@ObjectType('ViewerNextStep', { description: 'One thing to do next, with its reason.' })
export class NextStepType {
  found!: NextStep;

  @Field(() => NextStepKind, { description: 'What.' })
  step!: NextStepKind;

  @Field(() => NextStepReason, { description: 'Why.' })
  reason!: NextStepReason;

  @Field(() => Skill, {
    nullable: true,
    description: 'The skill that a training teaches, or an opening asks for; null of all else.',
  })
  skill!: Skill | null;
}

export const toNextStep = (found: NextStep): NextStepType =>
  Object.assign(new NextStepType(), {
    ...{ found, step: found.step, reason: found.reason, skill: found.skill ?? null },
  });

@ObjectType('FirstMonthStep', { description: 'A step of the first month, and whether it is done.' })
export class FirstMonthStepType {
  @Field(() => FirstMonthStep, { description: 'Which.' })
  step!: FirstMonthStep;

  @Field(() => Boolean, { description: 'Whether it is done.' })
  isDone!: boolean;
}

@ObjectType('DriftCount', { description: 'How many gave one answer.' })
export class DriftCountType {
  @Field(() => DriftReason, { description: 'The answer.' })
  reason!: DriftReason;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('Drift', { description: 'Why people took cards and came no more, in numbers.' })
export class DriftType {
  @Field(() => Int, { description: 'How many were asked.' })
  asked!: number;

  @Field(() => [DriftCountType], {
    nullable: true,
    description: 'What they answered, most first; null while fewer than five did.',
  })
  answers!: DriftCountType[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'What some of them added, in no order and without names; null while fewer than five answered.',
  })
  lines!: string[] | null;
}

@InputType('AnswerDriftInput', { description: 'Why you were not here.' })
export class AnswerDriftInput {
  @Field(() => DriftReason, { description: 'The reason.' })
  reason!: DriftReason;

  @Field(() => String, { nullable: true, description: 'A line about it; 300 characters at most.' })
  line?: string | null;
}

@ObjectType('AnswerDriftPayload', { description: 'The answer to `answerDrift`.' })
export class AnswerDriftPayload extends Payload {
  @Field(() => ViewerType, { nullable: true, description: 'You; null when refused.' })
  viewer!: ViewerType | null;
}
