import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Skill } from '../../core/access/skill.ts';
import { Payload, RefusedPayload } from '../../platform/graphql/payload.ts';
import type { RegistrationRow } from '../registration/read-registrations.ts';
import { STEP } from './count-feedback.ts';
import { FeedbackBalance } from './feedback.entity.ts';
import type { Edition } from './feedback-questions.ts';
import type { AnswerRow, SumRow } from './read-feedback.ts';

registerEnumType(FeedbackBalance, {
  name: 'FeedbackBalance',
  description: 'How talk and practice stood to each other.',
  valuesConfig: {
    TOO_MUCH_TALK: { description: 'There was too much talk.' },
    RIGHT: { description: 'It was right.' },
    ENOUGH_HANDS_ON: { description: 'There was enough to do with one’s own hands.' },
  },
});

export const FeedbackQuestion = { GOOD: 'GOOD', MISSING: 'MISSING', NEXT: 'NEXT' } as const;
registerEnumType(FeedbackQuestion, {
  name: 'FeedbackQuestion',
  description: 'Which question a text answers.',
  valuesConfig: {
    GOOD: { description: 'What was good.' },
    MISSING: { description: 'What was missing.' },
    NEXT: { description: 'What to practise next.' },
  },
});

@ObjectType('FeedbackQuestions', { description: 'What is asked, in words.' })
export class FeedbackQuestionsType {
  @Field(() => String, { description: 'Of these words; an answer sends it back.' })
  edition!: string;

  @Field(() => String, { description: 'The language of these words, as a BCP 47 tag.' })
  language!: string;

  @Field(() => String, { description: 'What was good.' })
  good!: string;

  @Field(() => String, { description: 'What was missing.' })
  missing!: string;

  @Field(() => String, { description: 'How talk and practice stood to each other.' })
  balance!: string;

  @Field(() => String, { description: 'What to practise next.' })
  next!: string;
}

export const toQuestions = ({ hash, questions }: Edition): FeedbackQuestionsType =>
  Object.assign(new FeedbackQuestionsType(), { ...questions, edition: hash });

@ObjectType('Feedback', { description: 'What somebody said of an event. For them alone.' })
export class FeedbackType {
  @Field(() => String, { description: 'What was good; may be empty.' })
  good!: string;

  @Field(() => String, { description: 'What was missing; may be empty.' })
  missing!: string;

  @Field(() => FeedbackBalance, { nullable: true, description: 'Talk and practice; null for no answer.' })
  balance!: FeedbackBalance | null;

  @Field(() => [Skill], { description: 'What to practise next.' })
  nextSkills!: Skill[];

  @Field(() => String, { description: 'The same in words; may be empty.' })
  nextWords!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When they said it, or changed it last.' })
  changedAt!: Date;
}

export const toFeedback = (row: AnswerRow): FeedbackType => Object.assign(new FeedbackType(), row);

@ObjectType('FeedbackForm', {
  description: 'Where somebody with a place says something of an event: the questions, and what they said.',
})
export class FeedbackFormType {
  /** The place somebody speaks by, and when its event is. */
  place!: RegistrationRow;

  @Field(() => Boolean, { description: 'Whether it is the time for it.' })
  isOpen!: boolean;

  @Field(() => GraphQLDateTimeISO, { description: 'When it opens: as the event begins.' })
  opensAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'Until when it is open: two weeks after the end.' })
  closesAt!: Date;
}

@ObjectType('FeedbackBalanceCount', { description: 'How many said one thing of talk and practice.' })
export class FeedbackBalanceCountType {
  @Field(() => FeedbackBalance, { description: 'What they said.' })
  balance!: FeedbackBalance;

  @Field(() => Int, { nullable: true, description: 'How many; null for fewer than five, also for nobody.' })
  people!: number | null;
}

@ObjectType('FeedbackWish', { description: 'Something that people want to practise next.' })
export class FeedbackWishType {
  @Field(() => Skill, { description: 'What.' })
  skill!: Skill;

  @Field(() => Int, { nullable: true, description: 'How many; null for fewer than five.' })
  people!: number | null;
}

@ObjectType('FeedbackSum', {
  description:
    'What people said of an event, in numbers. They move when five people have said something new.',
})
export class FeedbackSumType {
  @Field(() => Int, { description: 'How many said something, rounded down to a multiple of five.' })
  answers!: number;

  @Field(() => [FeedbackBalanceCountType], { description: 'Talk and practice.' })
  balance!: FeedbackBalanceCountType[];

  @Field(() => [FeedbackWishType], { description: 'What to practise next, what most wish first.' })
  wishes!: FeedbackWishType[];
}

const said = (people: number) => (people < STEP ? null : people);

/** Nobody reads from the order of wishes how many of the few there are. */
export function toWishes(skills: SumRow['skills']): FeedbackWishType[] {
  return Object.values(Skill)
    .filter((skill) => (skills[skill] ?? 0) > 0)
    .map((skill) => Object.assign(new FeedbackWishType(), { skill, people: said(skills[skill]!) }))
    .sort((one, other) => (other.people ?? 0) - (one.people ?? 0));
}

export function toSum({ answers, balance, skills }: SumRow): FeedbackSumType {
  return Object.assign(new FeedbackSumType(), {
    answers: answers - (answers % STEP),
    balance: Object.values(FeedbackBalance).map((choice) =>
      Object.assign(new FeedbackBalanceCountType(), { balance: choice, people: said(balance[choice] ?? 0) }),
    ),
    wishes: toWishes(skills),
  });
}

@ObjectType('FeedbackText', { description: 'What somebody wrote of an event, without a name.' })
export class FeedbackTextType {
  @Field(() => FeedbackQuestion, { description: 'Which question it answers.' })
  question!: keyof typeof FeedbackQuestion;

  @Field(() => String, { description: 'The question, in the words they read.' })
  asked!: string;

  @Field(() => String, { description: 'What they wrote.' })
  text!: string;
}

@InputType('GiveFeedbackInput', { description: 'What you say of an event at which you have a place.' })
export class GiveFeedbackInput {
  @Field(() => ID, { nullable: true, description: 'Of which event; with an account.' })
  eventId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What stands behind the # of the receipt; without an account.',
  })
  secret?: string | null;

  @Field(() => String, { description: 'The `edition` of the questions you read.' })
  edition!: string;

  @Field(() => String, { nullable: true, description: 'What was good; 1000 characters at most.' })
  good?: string | null;

  @Field(() => String, { nullable: true, description: 'What was missing; 1000 characters at most.' })
  missing?: string | null;

  @Field(() => FeedbackBalance, { nullable: true, description: 'Talk and practice.' })
  balance?: FeedbackBalance | null;

  @Field(() => [Skill], { nullable: true, description: 'What to practise next.' })
  nextSkills?: Skill[] | null;

  @Field(() => String, { nullable: true, description: 'The same in words; 1000 characters at most.' })
  nextWords?: string | null;
}

@ObjectType('GiveFeedbackPayload', { description: 'The answer to `giveFeedback`.' })
export class GiveFeedbackPayload extends Payload {
  @Field(() => FeedbackFormType, { nullable: true, description: 'As it is now; null when refused.' })
  form!: FeedbackFormType | null;
}

@ObjectType('FeedbackByLinkPayload', { description: 'The answer to `feedbackByLink`.' })
export class FeedbackByLinkPayload extends RefusedPayload {
  @Field(() => FeedbackFormType, { nullable: true, description: 'The form; null when refused.' })
  form!: FeedbackFormType | null;
}
