import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { wasHere } from '../../core/access/browser-marks.ts';
import type { Context } from '../../core/access/context.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { answerPractice } from './answer-practice.ts';
import {
  createPracticeCard,
  type PracticeCardChange,
  removePracticeCard,
  updatePracticeCard,
} from './create-practice-card.ts';
import { handInPractice, leavePractice, startPractice } from './do-practice.ts';
import { practiceCardLoader } from './practice.loader.ts';
import {
  AnswerPracticeInputType,
  AnswerPracticePayload,
  CreatePracticeCardInput,
  CreatePracticeCardPayload,
  HandInPracticeInputType,
  HandInPracticePayload,
  LeavePracticeInput,
  LeavePracticePayload,
  PracticeCardInput,
  type PracticeCardType,
  type PracticeType,
  RemovePracticeCardPayload,
  StartPracticePayload,
  toPractice,
  toPracticeCard,
  UpdatePracticeCardInput,
  UpdatePracticeCardPayload,
} from './practice.type.ts';
import { readPractice } from './read-practice.ts';

const input = { description: 'What the mutation takes.' };

@Resolver()
export class PracticeMutations {
  @Mutation(() => CreatePracticeCardPayload, {
    description:
      'Lay out a card to practise on at a session of a training. For organizers of who holds it, and coordinators.',
  })
  createPracticeCard(
    @Arg('input', () => CreatePracticeCardInput, input) given: CreatePracticeCardInput,
    @Ctx() context: Context,
  ): Promise<CreatePracticeCardPayload> {
    return answer(async () => {
      const sessionId = rowId('EventSession', given.sessionId);
      const id = await createPracticeCard(context.services, signedIn(context), { ...given, sessionId });
      return { practiceCard: await cardAgain(context, id) };
    });
  }

  @Mutation(() => UpdatePracticeCardPayload, {
    description:
      'Change what a practice card says; who has begun goes on with it as it is then. For organizers of who holds the training, and coordinators.',
  })
  updatePracticeCard(
    @Arg('input', () => UpdatePracticeCardInput, input)
    { practiceCardId, asRead, ...given }: UpdatePracticeCardInput,
    @Ctx() context: Context,
  ): Promise<UpdatePracticeCardPayload> {
    return answer(async () => {
      const cardId = rowId('PracticeCard', practiceCardId);
      await updatePracticeCard(context.services, signedIn(context), {
        ...withoutNulls(given),
        cardId,
        asRead: asRead ? withoutNulls(asRead) : null,
      });
      return { practiceCard: await cardAgain(context, cardId) };
    });
  }

  @Mutation(() => RemovePracticeCardPayload, {
    description:
      'Take a practice card away: nobody begins it any more, who has begun goes on. For organizers of who holds the training, and coordinators.',
  })
  removePracticeCard(
    @Arg('input', () => PracticeCardInput, input) { practiceCardId }: PracticeCardInput,
    @Ctx() context: Context,
  ): Promise<RemovePracticeCardPayload> {
    return answer(async () => {
      const id = rowId('PracticeCard', practiceCardId);
      await removePracticeCard(context.services, signedIn(context), id);
      return { practiceCard: await cardAgain(context, id) };
    });
  }

  @Mutation(() => StartPracticePayload, {
    description: 'Begin a practice card. Any number may do it at once; nobody waits for it.',
  })
  startPractice(
    @Arg('input', () => PracticeCardInput, input) { practiceCardId }: PracticeCardInput,
    @Ctx() context: Context,
  ): Promise<StartPracticePayload> {
    return answer(async () => {
      const cardId = rowId('PracticeCard', practiceCardId);
      const id = await startPractice(context.services, signedIn(context), cardId);
      return { practice: await practiceAgain(context, id) };
    });
  }

  @Mutation(() => LeavePracticePayload, {
    description: 'Leave a practice of yours, as if it was never begun.',
  })
  leavePractice(
    @Arg('input', () => LeavePracticeInput, input) { practiceId }: LeavePracticeInput,
    @Ctx() context: Context,
  ): Promise<LeavePracticePayload> {
    return answer(async () => {
      const id = rowId('Practice', practiceId);
      const cardId = await leavePractice(context.services, signedIn(context), id);
      return { practiceCard: await cardAgain(context, cardId) };
    });
  }

  @Mutation(() => HandInPracticePayload, {
    description: 'Hand in what you practised, or hand it in anew while nobody said that it is well done.',
  })
  handInPractice(
    @Arg('input', () => HandInPracticeInputType, input) given: HandInPracticeInputType,
    @Ctx() context: Context,
  ): Promise<HandInPracticePayload> {
    return answer(async () => {
      const practiceId = rowId('Practice', given.practiceId);
      await handInPractice(context.services, signedIn(context), { ...given, practiceId });
      return { practice: await practiceAgain(context, practiceId) };
    });
  }

  @Mutation(() => AnswerPracticePayload, {
    description:
      'Say “well done” or “try again” to what somebody else practised. For organizers of who holds the training, coordinators, and people of standing VETTED or LEAD with the skill of the card.',
  })
  answerPractice(
    @Arg('input', () => AnswerPracticeInputType, input) given: AnswerPracticeInputType,
    @Ctx() context: Context,
  ): Promise<AnswerPracticePayload> {
    return answer(async () => {
      const { services, http } = context;
      const practiceId = rowId('Practice', given.practiceId);
      const here = http ? wasHere(services, http.request) : undefined;
      await answerPractice(services, signedIn(context), { ...given, practiceId }, here);
      return { practice: await practiceAgain(context, practiceId) };
    });
  }
}

/** Nothing said of a field leaves it as it is; none of them can be nothing. */
const withoutNulls = (given: object): PracticeCardChange =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value != null));

const cardAgain = async ({ loaders }: Context, id: string): Promise<PracticeCardType> =>
  toPracticeCard(await loaders.of(practiceCardLoader).clear(id).load(id));

const practiceAgain = async ({ em }: Context, id: string): Promise<PracticeType> =>
  toPractice((await readPractice(em.getKysely(), id))!);
