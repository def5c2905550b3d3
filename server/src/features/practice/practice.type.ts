import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Skill } from '../../core/access/skill.ts';
import { LinkInput } from '../../core/card/card.inputs.ts';
import { CardType, LinkType } from '../../core/card/card.type.ts';
import { countedConnection } from '../../platform/graphql/connection.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { PracticeState, PracticeWorth } from './practice.entity.ts';
import type { PracticeCardRow, PracticeRow } from './read-practice.ts';

registerEnumType(PracticeState, {
  name: 'PracticeState',
  description: 'How somebody’s practice stands.',
  valuesConfig: {
    STARTED: { description: 'They work on it.' },
    HANDED_IN: { description: 'It waits for an answer.' },
    TRY_AGAIN: { description: 'Somebody looked, and said what to do otherwise.' },
    DONE: { description: 'Somebody said that it is well done.' },
  },
});
registerEnumType(PracticeWorth, {
  name: 'PracticeWorth',
  description: 'Whether a finished practice is a piece of work toward standing, or why it is none.',
  valuesConfig: {
    COUNTS: {
      description: 'It is one piece, beside a card that another organization approved.',
    },
    NOT_CHECKED_IN: { description: 'They were not checked in at the training.' },
    SAME_BROWSER: { description: 'Whoever answered used a browser in which they were signed in.' },
    COUNTED_BEFORE: { description: 'A practice at a training of this organization counts already.' },
  },
});

@ObjectType('PracticeCard', {
  implements: Node,
  description:
    'A task to practise on, made for a session of a training. Any number may do it at once; it is on no board.',
})
export class PracticeCardType extends Node {
  row!: PracticeCardRow;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What is to come of it.' })
  deliverable!: string;

  @Field(() => String, { description: 'What one gets for it; may be empty.' })
  gives!: string;

  @Field(() => [String], { description: 'Its steps.' })
  checklist!: string[];

  @Field(() => Skill, { description: 'What it practises.' })
  skill!: Skill;

  @Field(() => Float, { description: 'How many hours it takes, about.' })
  hours!: number;

  @Field(() => String, { description: 'The language of its words, as a BCP 47 tag.' })
  language!: string;

  @Field(() => [LinkType], { description: 'Examples, and what to work with.' })
  links!: LinkType[];

  @Field(() => Boolean, { description: 'Whether it was taken away: nobody begins it any more.' })
  isRemoved!: boolean;
}

export const toPracticeCard = (row: PracticeCardRow): PracticeCardType =>
  Object.assign(new PracticeCardType(), {
    ...row,
    row,
    id: toGlobalId('PracticeCard', row.id),
    isRemoved: row.removedAt !== null,
  });

@ObjectType('Practice', { implements: Node, description: 'Somebody’s go at a practice card.' })
export class PracticeType extends Node {
  row!: PracticeRow;

  @Field(() => PracticeState, { description: 'How it stands.' })
  state!: PracticeState;

  @Field(() => GraphQLDateTimeISO, { description: 'When they began.' })
  startedAt!: Date;

  /** As they wrote it. */
  @Field(() => String, { description: 'What they handed in, in words; empty before.' })
  words!: string;

  @Field(() => [LinkType], { description: 'What they handed in, as links.' })
  links!: LinkType[];

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When they handed it in; null before.' })
  handedInAt!: Date | null;

  @Field(() => String, { description: 'What was answered last; empty before.' })
  answer!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was answered last; null before.' })
  answeredAt!: Date | null;

  @Field(() => PracticeWorth, {
    nullable: true,
    description: 'Whether it counts toward standing, or why not; null while it is not done.',
  })
  worth!: PracticeWorth | null;
}

export const toPractice = (row: PracticeRow): PracticeType =>
  Object.assign(new PracticeType(), { ...row, row, id: toGlobalId('Practice', row.id) });

export const PracticeConnection = countedConnection('Practice', () => PracticeType);

@InputType('CreatePracticeCardInput', { description: 'A task to practise on.' })
export class CreatePracticeCardInput {
  @Field(() => ID, { description: 'For which session of a training.' })
  sessionId!: string;

  @Field(() => String, { description: 'What it is called; 120 characters at most.' })
  title!: string;

  @Field(() => String, { description: 'What is to come of it; 1000 characters at most.' })
  deliverable!: string;

  @Field(() => String, { nullable: true, description: 'What one gets for it; 1000 characters at most.' })
  gives?: string | null;

  @Field(() => [String], { nullable: true, description: 'Its steps: 20 at most, of 200 characters.' })
  checklist?: string[] | null;

  @Field(() => Skill, { description: 'What it practises.' })
  skill!: Skill;

  @Field(() => Float, { description: 'How many hours it takes, from 0.25 to 8.' })
  hours!: number;

  @Field(() => String, { description: 'The language of its words, as a BCP 47 tag.' })
  language!: string;

  @Field(() => [LinkInput], { nullable: true, description: 'Examples, and what to work with; 12 at most.' })
  links?: LinkInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'A random UUID: sent again with the same one, it makes no other card.',
  })
  requestId?: string | null;
}

@InputType('PracticeCardAsReadInput', {
  description: 'A practice card as you read it, in the fields you change.',
})
export class PracticeCardWords {
  @Field(() => String, { nullable: true, description: 'What it is called; 120 characters at most.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'What is to come of it; 1000 characters at most.' })
  deliverable?: string | null;

  @Field(() => String, { nullable: true, description: 'What one gets for it; 1000 characters at most.' })
  gives?: string | null;

  @Field(() => [String], { nullable: true, description: 'Its steps: 20 at most, of 200 characters.' })
  checklist?: string[] | null;

  @Field(() => Skill, { nullable: true, description: 'What it practises.' })
  skill?: Skill | null;

  @Field(() => Float, { nullable: true, description: 'How many hours it takes, from 0.25 to 8.' })
  hours?: number | null;

  @Field(() => [LinkInput], { nullable: true, description: 'Examples, and what to work with; 12 at most.' })
  links?: LinkInput[] | null;
}

@InputType('UpdatePracticeCardInput', { description: 'What a practice card says from now on.' })
export class UpdatePracticeCardInput extends PracticeCardWords {
  @Field(() => ID, { description: 'The practice card.' })
  practiceCardId!: string;

  @Field(() => PracticeCardWords, {
    nullable: true,
    description:
      'The same fields as you read them: refused as STALE_FIELDS where they are something else by now.',
  })
  asRead?: PracticeCardWords | null;
}

@InputType('PracticeCardInput', { description: 'Which practice card.' })
export class PracticeCardInput {
  @Field(() => ID, { description: 'The practice card.' })
  practiceCardId!: string;
}

@InputType('LeavePracticeInput', { description: 'Which practice of yours.' })
export class LeavePracticeInput {
  @Field(() => ID, { description: 'Your practice.' })
  practiceId!: string;
}

@InputType('HandInPracticeInput', { description: 'What you did: words, links, or both.' })
export class HandInPracticeInputType {
  @Field(() => ID, { description: 'Your practice.' })
  practiceId!: string;

  @Field(() => String, { nullable: true, description: 'In words; 4000 characters at most.' })
  words?: string | null;

  @Field(() => [LinkInput], { nullable: true, description: 'As links; 12 at most.' })
  links?: LinkInput[] | null;
}

@InputType('AnswerPracticeInput', { description: 'What you say to what somebody practised.' })
export class AnswerPracticeInputType {
  @Field(() => ID, { description: 'Their practice.' })
  practiceId!: string;

  @Field(() => Boolean, { description: 'True for “well done”, false for “try again”.' })
  wellDone!: boolean;

  @Field(() => String, { description: 'In words for them; 1000 characters at most.' })
  words!: string;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'The `handedInAt` you read. Refused where something else was handed in since.',
  })
  handedInAt?: Date | null;
}

@InputType('KeepCardForTrainingInput', { description: 'Which card is kept for which training.' })
export class KeepCardForTrainingInput {
  @Field(() => ID, { description: 'A public OPEN card of a public campaign.' })
  cardId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A session of the training. Left out, the card is given back to everybody.',
  })
  sessionId?: string | null;

  @Field(() => Float, {
    defaultValue: 3,
    description: 'Until so many hours after the end of it, from 1 to 48.',
  })
  hours!: number;
}

@ObjectType('KeepCardForTrainingPayload', { description: 'The answer to `keepCardForTraining`.' })
export class KeepCardForTrainingPayload extends Payload {
  @Field(() => CardType, { nullable: true, description: 'The card as it is now; null when refused.' })
  card!: CardType | null;
}

@ObjectType({ description: 'A practice card as it is now.' })
abstract class PracticeCardPayload extends Payload {
  @Field(() => PracticeCardType, { nullable: true, description: 'As it is now; null when refused.' })
  practiceCard!: PracticeCardType | null;
}
@ObjectType('CreatePracticeCardPayload', { description: 'The answer to `createPracticeCard`.' })
export class CreatePracticeCardPayload extends PracticeCardPayload {}
@ObjectType('UpdatePracticeCardPayload', { description: 'The answer to `updatePracticeCard`.' })
export class UpdatePracticeCardPayload extends PracticeCardPayload {}
@ObjectType('RemovePracticeCardPayload', { description: 'The answer to `removePracticeCard`.' })
export class RemovePracticeCardPayload extends PracticeCardPayload {}
@ObjectType('LeavePracticePayload', { description: 'The answer to `leavePractice`.' })
export class LeavePracticePayload extends PracticeCardPayload {}

@ObjectType({ description: 'A practice as it is now.' })
abstract class PracticePayload extends Payload {
  @Field(() => PracticeType, { nullable: true, description: 'As it is now; null when refused.' })
  practice!: PracticeType | null;
}
@ObjectType('StartPracticePayload', { description: 'The answer to `startPractice`.' })
export class StartPracticePayload extends PracticePayload {}
@ObjectType('HandInPracticePayload', { description: 'The answer to `handInPractice`.' })
export class HandInPracticePayload extends PracticePayload {}
@ObjectType('AnswerPracticePayload', { description: 'The answer to `answerPractice`.' })
export class AnswerPracticePayload extends PracticePayload {}

@ObjectType('PracticeCounts', { description: 'How many practise, in numbers.' })
export class PracticeCountsType {
  @Field(() => Int, { description: 'How many have begun, those who are done among them.' })
  begun!: number;

  @Field(() => Int, { description: 'How many are done.' })
  done!: number;
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    PracticeCard: true;
    Practice: true;
  }
}
