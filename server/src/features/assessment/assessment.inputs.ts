import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../platform/graphql/payload.ts';
import { AssessmentType } from './assessment.type.ts';
import { AssessmentQuestion } from './questions.ts';

@InputType('AssessmentAnswerInput', { description: 'An answer. What is left out or null stays as it is.' })
export class AssessmentAnswerInput {
  @Field(() => AssessmentQuestion, { description: 'Which question.' })
  question!: AssessmentQuestion;

  @Field(() => Int, { nullable: true, description: 'The place of the answer, from 1 to 4.' })
  choice?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'A line beside it, for yourself alone; 300 characters at most. Empty takes it away.',
  })
  note?: string | null;
}

@InputType('OpenAssessmentRoundInput', { description: 'For which organization a round is opened.' })
export class OpenAssessmentRoundInput {
  @Field(() => ID, { description: 'The organization.' })
  organizationId!: string;
}

@InputType('SaveAssessmentInput', { description: 'Answers to keep, of one round.' })
export class SaveAssessmentInput {
  @Field(() => ID, { description: 'The round.' })
  assessmentId!: string;

  @Field(() => [AssessmentAnswerInput], { description: 'Those that changed; 20 at most.' })
  answers!: AssessmentAnswerInput[];
}

@InputType('SubmitAssessmentInput', { description: 'A round whose answers are sent.' })
export class SubmitAssessmentInput {
  @Field(() => ID, { description: 'The round.' })
  assessmentId!: string;

  @Field(() => [AssessmentAnswerInput], {
    defaultValue: [],
    description: 'Those that were not kept yet; 20 at most.',
  })
  answers!: AssessmentAnswerInput[];
}

@ObjectType('OpenAssessmentRoundPayload', { description: 'The answer to `openAssessmentRound`.' })
export class OpenAssessmentRoundPayload extends Payload {
  @Field(() => AssessmentType, { nullable: true, description: 'The new round; null when refused.' })
  assessment!: AssessmentType | null;
}

@ObjectType('SaveAssessmentPayload', { description: 'The answer to `saveAssessment`.' })
export class SaveAssessmentPayload extends Payload {
  @Field(() => AssessmentType, {
    nullable: true,
    description: 'The round with your answers; null when refused.',
  })
  assessment!: AssessmentType | null;
}

@ObjectType('SubmitAssessmentPayload', { description: 'The answer to `submitAssessment`.' })
export class SubmitAssessmentPayload extends Payload {
  @Field(() => AssessmentType, {
    nullable: true,
    description: 'The round, now with where you differ; null when refused.',
  })
  assessment!: AssessmentType | null;
}
