import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { fromGlobalId, rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { notFound, RefusalCode } from '../../platform/refusal/refusal.ts';
import { askQuestion } from './ask-question.ts';
import { rightsLoader, rightsOn, type Subject, subjectAt, subjectOf } from './asked-about.ts';
import { answerQuestion, hideQuestion, mergeQuestions, showQuestion } from './moderate-questions.ts';
import {
  AnswerQuestionInput,
  AnswerQuestionPayload,
  AskQuestionInput,
  AskQuestionPayload,
  HideQuestionInput,
  HideQuestionPayload,
  MergeQuestionsInput,
  MergeQuestionsPayload,
  QuestionConnection,
  QuestionsArgs,
  type QuestionsOf,
  QuestionType,
  ShowQuestionInput,
  ShowQuestionPayload,
  TakeBackVoteInput,
  TakeBackVotePayload,
  toQuestion,
  VoteForQuestionInput,
  VoteForQuestionPayload,
} from './question.type.ts';
import { questionsOf, readableQuestion, readableRow } from './questions-of.ts';
import { questionRowLoader, votedLoader, waitingLoader } from './read-questions.ts';
import { takeBackVote, voteForQuestion } from './vote-for-question.ts';
import { voterOf, voterToWrite } from './voter.ts';

const input = { description: 'What the mutation takes.' };

@Resolver(() => QuestionType)
export class QuestionResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who asked it, where they say so. Nobody else learns it, also not those who are asked.',
  })
  asker(
    @Root() { row: { handleShown, personId } }: QuestionType,
    @Ctx() { loaders }: Context,
  ): Promise<PersonType> | null {
    return handleShown && personId ? loaders.of(personLoader).load(personId) : null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who answered it; null while nobody did, or once they left.',
  })
  answeredBy(
    @Root() { row: { answeredById } }: QuestionType,
    @Ctx() { loaders }: Context,
  ): Promise<PersonType> | null {
    return answeredById ? loaders.of(personLoader).load(answeredById) : null;
  }

  @FieldResolver(() => QuestionType, {
    nullable: true,
    description: 'The question that it is part of; null for all others, and where it may not be read.',
  })
  mergedInto(@Root() { row }: QuestionType, @Ctx() context: Context): Promise<QuestionType | null> | null {
    return row.mergedIntoId ? readableQuestion(context, row.mergedIntoId) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether you, or this browser, voted for it.' })
  async viewerVoted(@Root() { row }: QuestionType, @Ctx() context: Context): Promise<boolean> {
    const voter = voterOf(context, row.subjectId);
    return voter !== null && context.loaders.of(votedLoader).load(`${row.id} ${voter}`);
  }

  @FieldResolver(() => Boolean, { description: 'Whether you, or this browser, asked it.' })
  viewerAsked(@Root() { row }: QuestionType, @Ctx() context: Context): boolean {
    return row.asker === voterOf(context, row.subjectId);
  }

  @Query(() => QuestionConnection, {
    nullable: true,
    description: 'The questions about something; null where one may not read that, or does not ask about it.',
  })
  async questionsAbout(
    @Arg('subjectId', () => ID, { description: 'What they are about, by its global id.' }) subjectId: string,
    @Args(() => QuestionsArgs) args: QuestionsArgs,
    @Ctx() context: Context,
  ): Promise<QuestionsOf | null> {
    const parts = fromGlobalId(subjectId);
    const subject = parts && subjectAt(context.services, parts.name, parts.uuid);
    const rights = subject && (await rightsOn(context.loaders, subject));
    return rights ? questionsOf(context, subject, args) : null;
  }

  @Mutation(() => AskQuestionPayload, {
    description:
      'Ask about something. No account is needed. The same words again are a vote for the question that is there.',
  })
  askQuestion(
    @Arg('input', () => AskQuestionInput, input) given: AskQuestionInput,
    @Ctx() context: Context,
  ): Promise<AskQuestionPayload> {
    return answer(() => ask(context, given));
  }

  @Mutation(() => VoteForQuestionPayload, {
    description: 'Say that you want to know it too. No account is needed; voting again changes nothing.',
  })
  voteForQuestion(
    @Arg('input', () => VoteForQuestionInput, input) given: VoteForQuestionInput,
    @Ctx() context: Context,
  ): Promise<VoteForQuestionPayload> {
    return answer(() => vote(context, given, voteForQuestion));
  }

  @Mutation(() => TakeBackVotePayload, {
    description: 'Take your vote back; without one nothing changes.',
  })
  takeBackVote(
    @Arg('input', () => TakeBackVoteInput, input) given: TakeBackVoteInput,
    @Ctx() context: Context,
  ): Promise<TakeBackVotePayload> {
    return answer(() => vote(context, given, takeBackVote));
  }

  @Mutation(() => ShowQuestionPayload, {
    description: 'Let everybody read a question that waits or was hidden. For those who are asked.',
  })
  showQuestion(
    @Arg('input', () => ShowQuestionInput, input) given: ShowQuestionInput,
    @Ctx() context: Context,
  ): Promise<ShowQuestionPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const { id, subject } = await found(context, given.questionId);
      await showQuestion(context.services, viewer, subject, id);
      return { question: await readAgain(context, id) };
    });
  }

  @Mutation(() => HideQuestionPayload, {
    description: 'Take a question out of sight, or all of whoever asked it. For those who are asked.',
  })
  hideQuestion(
    @Arg('input', () => HideQuestionInput, input) given: HideQuestionInput,
    @Ctx() context: Context,
  ): Promise<HideQuestionPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const { id, subject } = await found(context, given.questionId);
      const { allOfAsker } = given;
      const hidden = await hideQuestion(context.services, viewer, subject, { questionId: id, allOfAsker });
      return { question: await readAgain(context, id), hidden };
    });
  }

  @Mutation(() => AnswerQuestionPayload, {
    description: 'Answer a question, which shows it too. For those who are asked.',
  })
  answerQuestion(
    @Arg('input', () => AnswerQuestionInput, input) given: AnswerQuestionInput,
    @Ctx() context: Context,
  ): Promise<AnswerQuestionPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const { id, subject } = await found(context, given.questionId);
      await answerQuestion(context.services, viewer, subject, { questionId: id, text: given.text });
      return { question: await readAgain(context, id) };
    });
  }

  @Mutation(() => MergeQuestionsPayload, {
    description: 'Make one question part of another; its votes go along. For those who are asked.',
  })
  mergeQuestions(
    @Arg('input', () => MergeQuestionsInput, input) given: MergeQuestionsInput,
    @Ctx() context: Context,
  ): Promise<MergeQuestionsPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const { id, subject } = await found(context, given.questionId);
      const intoId = rowId('Question', given.intoId);
      await mergeQuestions(context.services, viewer, subject, { questionId: id, intoId });
      return { question: await readAgain(context, intoId) };
    });
  }
}

@Resolver(() => QuestionConnection)
export class QuestionsResolver {
  @FieldResolver(() => Boolean, { description: 'Whether you show, hide, merge and answer these.' })
  async mayModerate(@Root() { subject }: QuestionsOf, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await rightsOn(loaders, subject))?.moderates ?? false;
  }

  @FieldResolver(() => RefusalCode, {
    nullable: true,
    description: 'Why you can neither ask nor vote here; null if you can.',
  })
  async askRefusal(
    @Root() { subject }: QuestionsOf,
    @Ctx() { loaders, viewer }: Context,
  ): Promise<RefusalCode | null> {
    if (viewer?.standing === 'SUSPENDED') return 'SUSPENDED';
    return (await rightsOn(loaders, subject))?.askRefusal?.code ?? null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether what one asks is to be read at once, before anybody looked at it.',
  })
  async shownAtOnce(@Root() { subject }: QuestionsOf, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await rightsOn(loaders, subject))?.shownAtOnce ?? false;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many wait to be looked at. Null for all but those who are asked.',
  })
  async waiting(@Root() { subject }: QuestionsOf, @Ctx() { loaders }: Context): Promise<number | null> {
    const rights = await rightsOn(loaders, subject);
    return rights?.moderates ? loaders.of(waitingLoader).load(subject.id) : null;
  }
}

/** What the mutation and the form without a script both do. */
export async function ask(
  context: Context,
  given: AskQuestionInput,
): Promise<{ question: QuestionType | null; waits: boolean }> {
  const { services, viewer, loaders } = context;
  const subject = subjectOf(services, given.subjectId);
  const voter = await voterToWrite(context, subject.id, services.entryLimits.question);
  const { text, anonymous } = given;
  const id = await askQuestion(services, viewer, subject, { voter, text, anonymous });
  const row = await loaders.of(questionRowLoader).clear(id).load(id);
  const isOpen = row?.state === 'SHOWN' || row?.state === 'ANSWERED';
  return { question: isOpen || row?.asker === voter ? toQuestion(row!) : null, waits: !isOpen };
}

/** Row id and subject of a question that may be read; whoever may not learns nothing of it. */
async function found(context: Context, globalId: string): Promise<{ id: string; subject: Subject }> {
  const id = rowId('Question', globalId);
  const readable = await readableRow(context, id);
  if (!readable) throw notFound('question');
  return { id, subject: readable.subject };
}

async function vote(
  context: Context,
  { questionId }: VoteForQuestionInput,
  change: typeof voteForQuestion,
): Promise<{ question: QuestionType | null }> {
  const { id, subject } = await found(context, questionId);
  const { services, viewer } = context;
  const voter = await voterToWrite(context, subject.id, services.entryLimits.questionVote);
  await change(services, viewer, subject, { questionId: id, voter });
  return { question: await readAgain(context, id) };
}

function readAgain(context: Context, id: string): Promise<QuestionType | null> {
  context.loaders.of(questionRowLoader).clearAll();
  context.loaders.of(votedLoader).clearAll();
  context.loaders.of(rightsLoader).clearAll();
  return readableQuestion(context, id);
}
