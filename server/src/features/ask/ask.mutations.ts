import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { clientAddress } from '../../platform/http/client-address.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { signedIn, visitorOf } from '../../core/person/entrance.ts';
import {
  DeclineAskInput,
  DeclineAskPayload,
  ReleaseAskInput,
  ReleaseAskPayload,
  SaveAskAnswersInput,
  SaveAskAnswersPayload,
  StartAskInput,
  StartAskPayload,
  SubmitAskInput,
  SubmitAskPayload,
  TakeAskInput,
  TakeAskPayload,
} from './ask.inputs.ts';
import { type AskType, toAsk } from './ask.type.ts';
import { declineAsk } from './decline-ask.ts';
import { readAskByToken } from './read-asks.ts';
import { releaseAsk } from './release-ask.ts';
import { saveAskAnswers } from './save-ask-answers.ts';
import { startAsk } from './start-ask.ts';
import { submitAsk } from './submit-ask.ts';
import { takeAsk } from './take-ask.ts';
import { askLoader } from './ask.loader.ts';

@Resolver()
export class AskMutations {
  @Mutation(() => StartAskPayload, { description: 'Begin a request for help. No account is needed.' })
  startAsk(
    @Arg('input', () => StartAskInput, { description: 'The request.' }) input: StartAskInput,
    @Ctx() context: Context,
  ): Promise<StartAskPayload> {
    return answer(async () => {
      await countVisitor(context);
      const { token } = await startAsk(context.services, input);
      return { token, ask: await readByLink(context, token) };
    });
  }

  @Mutation(() => SaveAskAnswersPayload, {
    description: 'Keep some answers of a request; the others stay. Until it is decided.',
  })
  saveAskAnswers(
    @Arg('input', () => SaveAskAnswersInput, { description: 'What to keep.' }) input: SaveAskAnswersInput,
    @Ctx() context: Context,
  ): Promise<SaveAskAnswersPayload> {
    return answer(async () => {
      await saveAskAnswers(context.services, { ...input, answers: input.answers ?? undefined });
      return { ask: await readByLink(context, input.token) };
    });
  }

  @Mutation(() => SubmitAskPayload, {
    description:
      'Send a request. Sending it again changes nothing. When many came from your network or on this day it is held ' +
      'back until a coordinator has looked at it; none is turned away.',
  })
  submitAsk(
    @Arg('input', () => SubmitAskInput, { description: 'The request.' }) input: SubmitAskInput,
    @Ctx() context: Context,
  ): Promise<SubmitAskPayload> {
    return answer(async () => {
      const { services, http } = context;
      if (!http) throw notAllowed('BY_POST', 'Do this by POST: who asks for help comes from somewhere.');
      const address = clientAddress(http.request, services.config.trustedProxies);
      await submitAsk(services, input.token, () => services.askShare.take(address));
      return { ask: await readByLink(context, input.token) };
    });
  }

  @Mutation(() => TakeAskPayload, {
    description: 'A person has it from now on, and whoever asked sees it. For coordinators.',
  })
  takeAsk(
    @Arg('input', () => TakeAskInput, { description: 'The request.' }) input: TakeAskInput,
    @Ctx() context: Context,
  ): Promise<TakeAskPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const askId = rowId('Ask', input.askId);
      await takeAsk(context.services, viewer, askId);
      return { ask: await context.loaders.of(askLoader).clear(askId).load(askId) };
    });
  }

  @Mutation(() => ReleaseAskPayload, {
    description: 'Let a request that was held back in line with the others. For coordinators.',
  })
  releaseAsk(
    @Arg('input', () => ReleaseAskInput, { description: 'The request.' }) input: ReleaseAskInput,
    @Ctx() context: Context,
  ): Promise<ReleaseAskPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const askId = rowId('Ask', input.askId);
      await releaseAsk(context.services, viewer, askId);
      return { ask: await context.loaders.of(askLoader).clear(askId).load(askId) };
    });
  }

  @Mutation(() => DeclineAskPayload, {
    description: 'Say no to a request, with words and another place to go. For coordinators.',
  })
  declineAsk(
    @Arg('input', () => DeclineAskInput, { description: 'The no.' }) input: DeclineAskInput,
    @Ctx() context: Context,
  ): Promise<DeclineAskPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const askId = rowId('Ask', input.askId);
      await declineAsk(context.services, viewer, { ...input, askId });
      return { ask: await context.loaders.of(askLoader).clear(askId).load(askId) };
    });
  }
}

/** Brakes an address that begins too many, and refuses a socket, whose address is not known here. */
async function countVisitor(context: Context): Promise<void> {
  await visitorOf(context, context.services.entryLimits.ask);
}

async function readByLink({ em }: Context, token: string): Promise<AskType | null> {
  const row = await readAskByToken(em, token);
  return row && toAsk(row);
}
