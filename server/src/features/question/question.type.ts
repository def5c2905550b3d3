import { GraphQLDateTimeISO } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Counted, countedConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import type { Subject } from './asked-about.ts';
import { QuestionState } from './question.entity.ts';
import { QuestionOrder, type QuestionRow } from './read-questions.ts';

registerEnumType(QuestionState, {
  name: 'QuestionState',
  description: 'Where a question stands.',
  valuesConfig: {
    WAITING: { description: 'Nobody looked at it yet: those who are asked read it, and who asked it.' },
    SHOWN: { description: 'To be read, and voted for.' },
    ANSWERED: { description: 'Answered, on the same page.' },
    MERGED: { description: 'Part of another question, with its votes.' },
    HIDDEN: { description: 'Taken out of sight by those who are asked.' },
  },
});
registerEnumType(QuestionOrder, {
  name: 'QuestionOrder',
  description: 'What comes first.',
  valuesConfig: {
    VOTES: { description: 'What most want to know.' },
    NEW: { description: 'What was asked last.' },
  },
});

@ObjectType('Question', {
  implements: Node,
  description: 'A question about something that has a page here. Anybody may ask, also without an account.',
})
export class QuestionType extends Node {
  @Field(() => ID, { description: 'What it is about, by its global id.' })
  subjectId!: string;

  @Field(() => String, { description: 'Its words.' })
  text!: string;

  @Field(() => QuestionState, { description: 'Where it stands.' })
  state!: QuestionState;

  @Field(() => Int, { description: 'How many want to know it, whoever asked it among them.' })
  votes!: number;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was asked.' })
  askedAt!: Date;

  @Field(() => String, { nullable: true, description: 'The answer; null while there is none.' })
  answer!: string | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When it was answered, or the answer written anew.',
  })
  answeredAt!: Date | null;

  row!: QuestionRow;
}

/** A question as outsiders see it; who may see it at all is asked before. */
export function toQuestion(row: QuestionRow): QuestionType {
  const { text, state, votes, askedAt, answer, answeredAt } = row;
  return Object.assign(new QuestionType(), {
    ...{ text, state, votes, askedAt, answer, answeredAt, row },
    id: toGlobalId('Question', row.id),
    subjectId: Buffer.from(`${row.subjectKind}:${row.subjectId}`).toString('base64url'),
  });
}

export const QuestionConnection = countedConnection('Question', () => QuestionType);

/** A page of questions, and what they are about. */
export type QuestionsOf = Counted<QuestionType> & { subject: Subject };

@ArgsType()
export class QuestionsArgs extends TwoWayArgs {
  @Field(() => QuestionOrder, { defaultValue: QuestionOrder.VOTES, description: 'What comes first.' })
  orderBy!: QuestionOrder;

  @Field(() => QuestionState, {
    nullable: true,
    description:
      'Only those that stand there; without it, what is shown and answered. Of those that wait, are merged or hidden ' +
      'one reads one’s own, unless one is asked.',
  })
  state?: QuestionState | null;
}

@InputType('AskQuestionInput', { description: 'A question.' })
export class AskQuestionInput {
  @Field(() => ID, { description: 'What it is about, such as an opening.' })
  subjectId!: string;

  @Field(() => String, { description: 'Its words, from 2 to 500 characters.' })
  text!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the handle stays unsaid. Without an account there is none to say.',
  })
  anonymous!: boolean;
}

@InputType('VoteForQuestionInput', { description: 'A vote.' })
export class VoteForQuestionInput {
  @Field(() => ID, { description: 'The question.' })
  questionId!: string;
}

@InputType('TakeBackVoteInput', { description: 'A vote that is taken back.' })
export class TakeBackVoteInput extends VoteForQuestionInput {}

@InputType('ShowQuestionInput', { description: 'Which question everybody may read.' })
export class ShowQuestionInput extends VoteForQuestionInput {}

@InputType('HideQuestionInput', { description: 'Which question to take out of sight.' })
export class HideQuestionInput extends VoteForQuestionInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'All that whoever asked it asked here. Who that is nobody learns.',
  })
  allOfAsker!: boolean;
}

@InputType('AnswerQuestionInput', { description: 'An answer.' })
export class AnswerQuestionInput extends VoteForQuestionInput {
  @Field(() => String, { description: 'Its words, 4000 characters at most.' })
  text!: string;
}

@InputType('MergeQuestionsInput', { description: 'Two questions that ask the same.' })
export class MergeQuestionsInput extends VoteForQuestionInput {
  @Field(() => ID, { description: 'The question that it becomes part of.' })
  intoId!: string;
}

@ObjectType('AskQuestionPayload', { description: 'The answer to `askQuestion`.' })
export class AskQuestionPayload extends Payload {
  @Field(() => QuestionType, {
    nullable: true,
    description: 'The question, or the one that asks the same; null when refused, or while that one waits.',
  })
  question!: QuestionType | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether somebody has to look at it before others read it; null when refused.',
  })
  waits!: boolean | null;
}

const changed = {
  nullable: true,
  description: 'The question as it is now; null when refused.',
};

@ObjectType('VoteForQuestionPayload', { description: 'The answer to `voteForQuestion`.' })
export class VoteForQuestionPayload extends Payload {
  @Field(() => QuestionType, changed)
  question!: QuestionType | null;
}

@ObjectType('TakeBackVotePayload', { description: 'The answer to `takeBackVote`.' })
export class TakeBackVotePayload extends Payload {
  @Field(() => QuestionType, changed)
  question!: QuestionType | null;
}

@ObjectType('ShowQuestionPayload', { description: 'The answer to `showQuestion`.' })
export class ShowQuestionPayload extends Payload {
  @Field(() => QuestionType, changed)
  question!: QuestionType | null;
}

@ObjectType('HideQuestionPayload', { description: 'The answer to `hideQuestion`.' })
export class HideQuestionPayload extends Payload {
  @Field(() => QuestionType, changed)
  question!: QuestionType | null;

  @Field(() => Int, { nullable: true, description: 'How many were hidden; null when refused.' })
  hidden!: number | null;
}

@ObjectType('AnswerQuestionPayload', { description: 'The answer to `answerQuestion`.' })
export class AnswerQuestionPayload extends Payload {
  @Field(() => QuestionType, changed)
  question!: QuestionType | null;
}

@ObjectType('MergeQuestionsPayload', { description: 'The answer to `mergeQuestions`.' })
export class MergeQuestionsPayload extends Payload {
  @Field(() => QuestionType, {
    nullable: true,
    description: 'The question that the other one became part of; null when refused.',
  })
  question!: QuestionType | null;
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Question: true;
  }
}
