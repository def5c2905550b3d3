import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import type { Context } from '../access/context.ts';
import { requireViewer } from '../access/viewer.ts';
import { answerWithCard, ofCard } from '../card/answer-with-card.ts';
import type { CardPayload } from '../card/card.payloads.ts';
import { correctHandIn } from './correct-hand-in.ts';
import { handInCard } from './hand-in-card.ts';
import { approveCard, passCraftReview, requestChanges } from './review-card.ts';
import {
  ApproveCardInput,
  CorrectHandInInput,
  HandInCardInput,
  PassCraftReviewInput,
  RequestChangesInput,
  SaveDraftInput,
  WithdrawHandInInput,
} from './review.inputs.ts';
import {
  ApproveCardPayload,
  CorrectHandInPayload,
  HandInCardPayload,
  PassCraftReviewPayload,
  RequestChangesPayload,
  SaveDraftPayload,
  WithdrawHandInPayload,
} from './review.payloads.ts';
import { withdrawHandIn } from './withdraw-hand-in.ts';
import { saveDraft } from './save-draft.ts';

@Resolver()
export class ReviewMutations {
  @Mutation(() => HandInCardPayload, { description: 'Hands work in for review and ends the lease.' })
  handInCard(
    @Arg('input', () => HandInCardInput, { description: 'What and which.' }) input: HandInCardInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      handInCard(services, actorId, {
        ...input,
        ...ofCard(input),
        fileIds: input.fileIds?.map((id) => rowId('File', id)),
      }),
    );
  }

  @Mutation(() => CorrectHandInPayload, {
    description: 'Puts other work in place of what you handed in, while nobody decided on it.',
  })
  correctHandIn(
    @Arg('input', () => CorrectHandInInput, { description: 'What and which.' }) input: CorrectHandInInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      correctHandIn(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => WithdrawHandInPayload, {
    description:
      'Takes your work back while nobody decided on it: you hold the card again, with the work as your draft.',
  })
  withdrawHandIn(
    @Arg('input', () => WithdrawHandInInput, { description: 'Which.' }) input: WithdrawHandInInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      withdrawHandIn(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => PassCraftReviewPayload, {
    description: 'First gate: somebody else who knows the craft says that the work is good.',
  })
  passCraftReview(
    @Arg('input', () => PassCraftReviewInput, { description: 'What and which.' }) input: PassCraftReviewInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      passCraftReview(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => RequestChangesPayload, {
    description: 'Either gate: sends the card back to its volunteer with a new lease.',
  })
  requestChanges(
    @Arg('input', () => RequestChangesInput, { description: 'What and which.' }) input: RequestChangesInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      requestChanges(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => ApproveCardPayload, {
    description: 'Second gate: the local says yes, with a word of thanks. Never by the author.',
  })
  approveCard(
    @Arg('input', () => ApproveCardInput, { description: 'What and which.' }) input: ApproveCardInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      approveCard(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => SaveDraftPayload, {
    description: 'Keeps unfinished work on the server. No change of the board.',
  })
  saveDraft(
    @Arg('input', () => SaveDraftInput, { description: 'The work so far.' }) input: SaveDraftInput,
    @Ctx() { services, viewer }: Context,
  ): Promise<SaveDraftPayload> {
    return answer(async () => ({
      draft: await saveDraft(services, requireViewer(viewer).personId, { ...input, ...ofCard(input) }),
    }));
  }
}
