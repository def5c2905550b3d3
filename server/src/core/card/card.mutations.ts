import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../access/context.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { requireViewer } from '../access/viewer.ts';
import { blockCard, unblockCard } from './block-card.ts';
import { askForLook } from './ask-for-look.ts';
import { bringBackCard } from './bring-back-card.ts';
import { cancelCard } from './cancel-card.ts';
import { claimCard } from './claim-card.ts';
import { clearCaution } from './clear-caution.ts';
import { confirmBrief } from './confirm-brief.ts';
import { confirmClaim } from './confirm-claim.ts';
import { createCard } from './create-card.ts';
import { handBackCard } from './hand-back-card.ts';
import { joinCard } from './join-card.ts';
import { extendClaim } from './lease.ts';
import { moveCard } from './move-card.ts';
import { takeBackAllCards } from './take-back-all.ts';
import { takeBackCard } from './take-back-card.ts';
import { tickChecklistItem } from './tick-checklist-item.ts';
import { updateCard } from './update-card.ts';
import {
  CreateCardInput,
  UpdateCardInput,
  MoveCardInput,
  ClaimCardInput,
  ClearCautionInput,
  JoinCardInput,
  ExtendClaimInput,
  HandBackCardInput,
  TakeBackCardInput,
  ConfirmClaimInput,
  TakeBackAllCardsInput,
  AskForLookInput,
  BlockCardInput,
  BringBackCardInput,
  ConfirmBriefInput,
  UnblockCardInput,
  CancelCardInput,
  TickChecklistItemInput,
} from './card.inputs.ts';
import {
  CreateCardPayload,
  UpdateCardPayload,
  MoveCardPayload,
  ClaimCardPayload,
  ClearCautionPayload,
  JoinCardPayload,
  ExtendClaimPayload,
  HandBackCardPayload,
  TakeBackCardPayload,
  ConfirmClaimPayload,
  TakeBackAllCardsPayload,
  AskForLookPayload,
  BlockCardPayload,
  BringBackCardPayload,
  ConfirmBriefPayload,
  UnblockCardPayload,
  CancelCardPayload,
  TickChecklistItemPayload,
  type CardPayload,
} from './card.payloads.ts';
import { toCardType } from './card.type.ts';
import { cardLoader } from './card.loader.ts';
import { answerWithCard, firstStatus, ofCard, withUndo } from './answer-with-card.ts';

@Resolver()
export class CardMutations {
  @Mutation(() => CreateCardPayload, { description: 'Puts a new card on the board.' })
  createCard(
    @Arg('input', () => CreateCardInput, { description: 'What and which.' }) input: CreateCardInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      createCard(services, actorId, {
        ...input,
        boardId: rowId('Board', input.boardId),
        status: firstStatus(input.status),
        checklist: input.checklist?.map((text) => ({ text })),
      }),
    );
  }

  @Mutation(() => UpdateCardPayload, { description: 'Edits the words of a card.' })
  updateCard(
    @Arg('input', () => UpdateCardInput, { description: 'What and which.' }) input: UpdateCardInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      updateCard(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => MoveCardPayload, {
    description: 'Reorders a column, or moves a card between DRAFT and OPEN.',
  })
  moveCard(
    @Arg('input', () => MoveCardInput, { description: 'What and which.' }) input: MoveCardInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      moveCard(services, actorId, {
        ...input,
        ...ofCard(input),
        afterCardId: input.afterCardId == null ? null : rowId('Card', input.afterCardId),
        beforeCardId: input.beforeCardId == null ? null : rowId('Card', input.beforeCardId),
      }),
    );
  }

  @Mutation(() => ClearCautionPayload, {
    description: 'Ticks the caution of a card: what it asks for is seen to, and the card may open.',
  })
  clearCaution(
    @Arg('input', () => ClearCautionInput, { description: 'Which.' }) input: ClearCautionInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      clearCaution(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => ClaimCardPayload, {
    description: 'Takes an open card under a lease. Exactly one of those who ask gets it.',
  })
  claimCard(
    @Arg('input', () => ClaimCardInput, { description: 'What and which.' }) input: ClaimCardInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      claimCard(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => JoinCardPayload, {
    description:
      'Takes the second place on a card for two, under the lease that its holder has. One of those who ask gets it.',
  })
  joinCard(
    @Arg('input', () => JoinCardInput, { description: 'Which.' }) input: JoinCardInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      joinCard(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => ExtendClaimPayload, {
    description: 'Gives the holder one more full lease from now; three times at most.',
  })
  extendClaim(
    @Arg('input', () => ExtendClaimInput, { description: 'What and which.' }) input: ExtendClaimInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      extendClaim(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => HandBackCardPayload, {
    description:
      'Gives a card back, free of guilt. Note and draft are kept for the next one. Where two hold it, the other goes on.',
  })
  handBackCard(
    @Arg('input', () => HandBackCardInput, { description: 'What and which.' }) input: HandBackCardInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      handBackCard(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => TakeBackCardPayload, { description: 'An organizer ends a claim. The draft is kept.' })
  takeBackCard(
    @Arg('input', () => TakeBackCardInput, { description: 'What and which.' }) input: TakeBackCardInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      takeBackCard(services, actorId, {
        ...input,
        ...ofCard(input),
        personId: input.personId == null ? null : rowId('Person', input.personId),
      }),
    );
  }

  @Mutation(() => ConfirmClaimPayload, {
    description: 'The holder of a first lease says that they are on it, and has a full lease.',
  })
  confirmClaim(
    @Arg('input', () => ConfirmClaimInput, { description: 'What and which.' }) input: ConfirmClaimInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      confirmClaim(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => TakeBackAllCardsPayload, {
    description: 'An organizer ends every claim of one person on a board. Drafts are kept.',
  })
  takeBackAllCards(
    @Arg('input', () => TakeBackAllCardsInput, { description: 'Whose, and why.' })
    input: TakeBackAllCardsInput,
    @Ctx() { services, viewer, loaders }: Context,
  ): Promise<TakeBackAllCardsPayload> {
    return answer(async () => {
      const { revision, result, cards } = await takeBackAllCards(services, requireViewer(viewer).personId, {
        ...input,
        boardId: rowId('Board', input.boardId),
        personId: rowId('Person', input.personId),
      });
      const again = () => Promise.all(cards.map((id) => loaders.of(cardLoader).load(id)));
      return { cards: result?.map(toCardType) ?? (await again()), boardRevision: revision };
    });
  }

  @Mutation(() => BlockCardPayload, {
    description: 'The holder says what is missing: the card waits on the local, with a clock.',
  })
  blockCard(
    @Arg('input', () => BlockCardInput, { description: 'What and which.' }) input: BlockCardInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      blockCard(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => UnblockCardPayload, { description: 'What was missing is there.' })
  unblockCard(
    @Arg('input', () => UnblockCardInput, { description: 'What and which.' }) input: UnblockCardInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      unblockCard(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => CancelCardPayload, { description: 'Takes a card off the board for good.' })
  async cancelCard(
    @Arg('input', () => CancelCardInput, { description: 'What and which.' }) input: CancelCardInput,
    @Ctx() context: Context,
  ): Promise<CancelCardPayload> {
    const cancelled = await answerWithCard(context, (services, actorId) =>
      cancelCard(services, actorId, { ...input, ...ofCard(input) }),
    );
    return withUndo(context, cancelled);
  }

  @Mutation(() => AskForLookPayload, {
    description:
      'The holder asks people who know the craft for a look at work under way; an hour between two.',
  })
  askForLook(
    @Arg('input', () => AskForLookInput, { description: 'Which.' }) input: AskForLookInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      askForLook(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => ConfirmBriefPayload, {
    description: 'The holder says that what the card asks for by now is still fine.',
  })
  confirmBrief(
    @Arg('input', () => ConfirmBriefInput, { description: 'Which, as you read it.' })
    input: ConfirmBriefInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      confirmBrief(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => BringBackCardPayload, {
    description: 'Puts a cancelled card back on the board, as a draft.',
  })
  bringBackCard(
    @Arg('input', () => BringBackCardInput, { description: 'What and which.' }) input: BringBackCardInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      bringBackCard(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => TickChecklistItemPayload, { description: 'Ticks or clears one step of a card.' })
  tickChecklistItem(
    @Arg('input', () => TickChecklistItemInput, { description: 'What and which.' })
    input: TickChecklistItemInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      tickChecklistItem(services, actorId, { ...input, ...ofCard(input) }),
    );
  }
}
