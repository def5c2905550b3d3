import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Skill } from '../../core/access/skill.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { NextStepKind } from './next-steps.ts';
import { AssessmentArea, AssessmentQuestion } from './questions.ts';
import type { RoundRow } from './read-assessments.ts';

registerEnumType(AssessmentQuestion, {
  name: 'AssessmentQuestion',
  description:
    'What a local asks itself about asking for digital help. One that comes to mean something else gets another name.',
  valuesConfig: {
    PEERS: { description: 'Who are your peers for staying on top of digital tools.' },
    STAGE: { description: 'At what stage tools and tactics enter your planning.' },
    ROOM: { description: 'Whether the right people are in the room.' },
    OUTSIDERS: { description: 'Whether there is a role for outsiders, and who is on your bench.' },
    RETURN: { description: 'Whether it is clear what you invest and what you get back.' },
    MEASURING: { description: 'Whether you look at what came of it.' },
    PASSWORDS: { description: 'Whether you know who can get into your pages.' },
    ACCESS: { description: 'Whether two people can get into each account.' },
    APPROVAL: { description: 'Who says yes before something goes out, and how fast.' },
    LANGUAGES: { description: 'Whether people read you in their languages.' },
  },
});

registerEnumType(AssessmentArea, {
  name: 'AssessmentArea',
  description: 'Questions that belong together: a line of the drawing.',
  valuesConfig: {
    PEOPLE: { description: 'Peers, outsiders, and a bench.' },
    PLANNING: { description: 'When it is planned, and with whom.' },
    WORTH: { description: 'What goes in and what comes back.' },
    ACCOUNTS: { description: 'Passwords, and who has access.' },
    VOICE: { description: 'Who says yes, and in which languages.' },
  },
});

registerEnumType(NextStepKind, {
  name: 'NextStepKind',
  description: 'What sort of step it is.',
  valuesConfig: {
    TRAINING: { description: 'A training of a skill.' },
    TEMPLATE: { description: 'A card from a template, for your board.' },
    ADVISER: { description: 'An hour with somebody who knows a skill.' },
  },
});

@ObjectType('AssessmentQuestionFact', {
  description: 'A question of an edition. Its words stand in the pages.',
})
export class AssessmentQuestionFactType {
  @Field(() => AssessmentQuestion, { description: 'Which question.' })
  question!: AssessmentQuestion;

  @Field(() => AssessmentArea, { description: 'Where it belongs.' })
  area!: AssessmentArea;

  @Field(() => Int, {
    description: 'How many answers there are to choose from; they are told by their place, from 1.',
  })
  choices!: number;
}

@ObjectType('Assessment', {
  description:
    'A round in which the people of an organization look at how they ask for digital help. For people with a role in it ' +
    'alone, coordinators not among them.',
})
export class AssessmentType {
  @Field(() => ID, { description: 'Opaque; `saveAssessment` and `submitAssessment` take it.' })
  id!: string;

  @Field(() => Int, { description: 'Counts the rounds of the organization, from 1.' })
  number!: number;

  @Field(() => Int, { description: 'The edition of its questions.' })
  edition!: number;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was opened.' })
  openedAt!: Date;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When the next one was opened; null while it can be answered.',
  })
  closedAt!: Date | null;

  @Field(() => Int, { description: 'How many have sent their answers. Nobody is told who.' })
  answered!: number;

  @Field(() => Int, { description: 'How many have a role in the organization now, and so can answer.' })
  people!: number;

  /** The row; fields of other names are found in batches. */
  row!: RoundRow;
}

/** A round as the people of its organization see it. */
export function toAssessment(row: RoundRow): AssessmentType {
  const { number, edition, openedAt, closedAt, answered, people } = row;
  return Object.assign(new AssessmentType(), {
    ...{ id: toGlobalId('Assessment', row.id), row },
    ...{ number, edition, openedAt, closedAt, answered, people },
  });
}

@ObjectType('AssessmentAnswer', { description: 'Your answer to one question.' })
export class AssessmentAnswerType {
  @Field(() => AssessmentQuestion, { description: 'Which question.' })
  question!: AssessmentQuestion;

  @Field(() => Int, {
    nullable: true,
    description: 'The place of the answer you chose, from 1; null for none yet.',
  })
  choice!: number | null;

  @Field(() => String, { nullable: true, description: 'What you wrote beside it. Nobody else reads it.' })
  note!: string | null;
}

@ObjectType('AssessmentSheet', { description: 'What you answered in one round.' })
export class AssessmentSheetType {
  @Field(() => [AssessmentAnswerType], { description: 'Your answers, in the order of the questions.' })
  answers!: AssessmentAnswerType[];

  @Field(() => GraphQLDateTimeISO, { description: 'When it was kept last.' })
  savedAt!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When you sent it; null for a draft.' })
  sentAt!: Date | null;
}

@ObjectType('AssessmentShare', { description: 'An answer that several others gave.' })
export class AssessmentShareType {
  @Field(() => Int, { description: 'The place of the answer, from 1.' })
  choice!: number;

  @Field(() => Int, { description: 'How many others gave it; two at least.' })
  count!: number;
}

@ObjectType('QuestionComparison', { description: 'Where you and the others differ on one question.' })
export class QuestionComparisonType {
  @Field(() => AssessmentQuestion, { description: 'Which question.' })
  question!: AssessmentQuestion;

  @Field(() => Int, { description: 'The place of your own answer.' })
  mine!: number;

  @Field(() => Int, { description: 'How many others see it as you do.' })
  alike!: number;

  @Field(() => [AssessmentShareType], {
    description: 'Other answers, of those that at least two others gave and not all of them.',
  })
  spread!: AssessmentShareType[];

  @Field(() => Int, { description: 'How many others see it otherwise than you and are not in the spread.' })
  otherwise!: number;
}

@ObjectType('AssessmentComparison', {
  description:
    'Your answers beside those of the others, without names. From the second other on, answers are added by twos until ' +
    'all have answered, so that nobody is told by being the last.',
})
export class AssessmentComparisonType {
  @Field(() => Int, { description: 'With how many others.' })
  others!: number;

  @Field(() => [QuestionComparisonType], { description: 'Question by question.' })
  questions!: QuestionComparisonType[];
}

@ObjectType('AreaLevel', { description: 'How one area stands.' })
export class AreaLevelType {
  @Field(() => AssessmentArea, { description: 'Which area.' })
  area!: AssessmentArea;

  @Field(() => Int, { description: 'From 0, nothing yet, to 100, all of it stands.' })
  level!: number;
}

@ObjectType('AssessmentLevels', { description: 'How the areas stand in one round.' })
export class AssessmentLevelsType {
  @Field(() => Int, { description: 'Over how many answers: 1 for yours alone, else three and more.' })
  of!: number;

  @Field(() => [AreaLevelType], { description: 'Area by area.' })
  areas!: AreaLevelType[];
}

@ObjectType('NextStep', { description: 'Something to do now, and why.' })
export class NextStepType {
  @Field(() => NextStepKind, { description: 'What sort of step.' })
  kind!: NextStepKind;

  @Field(() => AssessmentQuestion, { description: 'The question whose answer asks for it.' })
  question!: AssessmentQuestion;

  @Field(() => Skill, { description: 'In which skill.' })
  skill!: Skill;

  @Field(() => String, { nullable: true, description: 'Of a card: the key of its template. Null else.' })
  templateKey!: string | null;
}

@ObjectType('AssessmentFigures', {
  description: 'How organizations see themselves, all of them together. There is none below five of them.',
})
export class AssessmentFiguresType {
  @Field(() => Int, { description: 'How many organizations have answered.' })
  locals!: number;

  @Field(() => [AreaLevelType], { description: 'The mean of their last rounds, area by area.' })
  areas!: AreaLevelType[];
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Assessment: true;
  }
}
