import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../access/context.ts';
import type { Loaders } from '../access/loaders.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/refusal/refusal.type.ts';
import { toPerson } from '../person/person.type.ts';
import { requireViewer } from '../access/viewer.ts';
import { InvalidInput, Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { blockCard, unblockCard } from './block-card.ts';
import { cancelCard } from './cancel-card.ts';
import { claimCard } from './claim-card.ts';
import { clearCaution } from './clear-caution.ts';
import { addComment, removeComment } from './comment-on-card.ts';
import { confirmClaim } from './confirm-claim.ts';
import { createCard, createCardsFromTemplates } from './create-card.ts';
import { handBackCard } from './hand-back-card.ts';
import { handInCard } from '../review/hand-in-card.ts';
import { extendClaim } from './lease.ts';
import { moveCard } from './move-card.ts';
import { approveCard, passCraftReview, requestChanges } from '../review/review-card.ts';
import { saveDraft } from '../review/save-draft.ts';
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
  ExtendClaimInput,
  HandBackCardInput,
  TakeBackCardInput,
  ConfirmClaimInput,
  TakeBackAllCardsInput,
  BlockCardInput,
  UnblockCardInput,
  HandInCardInput,
  PassCraftReviewInput,
  RequestChangesInput,
  ApproveCardInput,
  CancelCardInput,
  TickChecklistItemInput,
  AddCommentInput,
  CreateCardsFromTemplatesInput,
  RemoveCommentInput,
  SaveDraftInput,
} from './card.inputs.ts';
import {
  CreateCardPayload,
  UpdateCardPayload,
  MoveCardPayload,
  ClaimCardPayload,
  ClearCautionPayload,
  ExtendClaimPayload,
  HandBackCardPayload,
  TakeBackCardPayload,
  ConfirmClaimPayload,
  TakeBackAllCardsPayload,
  BlockCardPayload,
  UnblockCardPayload,
  HandInCardPayload,
  PassCraftReviewPayload,
  RequestChangesPayload,
  ApproveCardPayload,
  CancelCardPayload,
  TickChecklistItemPayload,
  AddCommentPayload,
  type CardPayload,
  CreateCardsFromTemplatesPayload,
  RemoveCommentPayload,
  SaveDraftPayload,
} from './card.payloads.ts';
import type { CardStatus } from '../board/card.entity.ts';
import { type CardType, toCardType } from './card.type.ts';
import type { Changed } from '../board/change-board.ts';
import type { CommentOnCard } from './comment-on-card.ts';
import type { CardOnBoard } from '../board/read-cards.ts';
import { toCommentType } from '../review/work.type.ts';
import { cardLoader } from './card.loader.ts';
import { personLoader } from '../person/person.loader.ts';

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
    description: 'Gives a card back, free of guilt. Note and draft are kept for the next one.',
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
      takeBackCard(services, actorId, { ...input, ...ofCard(input) }),
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

  @Mutation(() => HandInCardPayload, { description: 'Hands work in for review and ends the lease.' })
  handInCard(
    @Arg('input', () => HandInCardInput, { description: 'What and which.' }) input: HandInCardInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      handInCard(services, actorId, { ...input, ...ofCard(input) }),
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

  @Mutation(() => CancelCardPayload, { description: 'Takes a card off the board for good.' })
  cancelCard(
    @Arg('input', () => CancelCardInput, { description: 'What and which.' }) input: CancelCardInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      cancelCard(services, actorId, { ...input, ...ofCard(input) }),
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

  @Mutation(() => CreateCardsFromTemplatesPayload, {
    description: 'Puts a card on the board for each template.',
  })
  createCardsFromTemplates(
    @Arg('input', () => CreateCardsFromTemplatesInput, { description: 'Which templates.' })
    input: CreateCardsFromTemplatesInput,
    @Ctx() { services, viewer, loaders }: Context,
  ): Promise<CreateCardsFromTemplatesPayload> {
    return answer(async () => {
      const boardId = rowId('Board', input.boardId);
      const status = firstStatus(input.status);
      const actor = requireViewer(viewer).personId;
      const { revision, result, cards } = await createCardsFromTemplates(services, actor, {
        ...input,
        boardId,
        status,
      });
      const again = () => Promise.all(cards.map((id) => loaders.of(cardLoader).load(id)));
      return { cards: result?.map(toCardType) ?? (await again()), boardRevision: revision };
    });
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

  @Mutation(() => AddCommentPayload, { description: 'Says something about a card you may read.' })
  addComment(
    @Arg('input', () => AddCommentInput, { description: 'What to say.' }) input: AddCommentInput,
    @Ctx() context: Context,
  ): Promise<AddCommentPayload> {
    return answerWithComment(context, (services, actorId) =>
      addComment(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => RemoveCommentPayload, {
    description: 'Empties a comment: your own, or any as an organizer.',
  })
  removeComment(
    @Arg('input', () => RemoveCommentInput, { description: 'Which comment.' }) input: RemoveCommentInput,
    @Ctx() context: Context,
  ): Promise<RemoveCommentPayload> {
    return answerWithComment(context, (services, actorId) =>
      removeComment(services, actorId, { ...input, commentId: rowId('Comment', input.commentId) }),
    );
  }
}

/** The input with the row id of its card. */
function ofCard(input: { cardId: string; requestId?: string | null }) {
  return { cardId: rowId('Card', input.cardId) };
}

function firstStatus(status: CardStatus | null | undefined): 'DRAFT' | 'OPEN' {
  if (status == null || status === 'OPEN') return 'OPEN';
  if (status === 'DRAFT') return 'DRAFT';
  throw new InvalidInput('status', 'OUT_OF_RANGE', 'A new card is a draft or open.');
}

/** Runs a change as the viewer and answers with the card. A request that was done before answers with it as it is now. */
async function answerWithCard(
  { services, viewer, loaders }: Context,
  change: (services: Services, actorId: string) => Promise<Changed<CardOnBoard>>,
): Promise<CardPayload> {
  return answer(async () => {
    const actor = requireViewer(viewer);
    const { revision, result, cards } = await change(services, actor.personId);
    // Whoever moves a card is most often its holder, and is known from the session.
    loaders.of(personLoader).prime(actor.personId, toPerson({ ...actor, id: actor.personId }));
    return { card: result ? toCardType(result) : await asItIs(loaders, cards), boardRevision: revision };
  });
}

/** The card that a request touched when it was first carried out; null when one may not read it any more. */
async function asItIs(loaders: Loaders, [cardId]: string[]): Promise<CardType | null> {
  return cardId === undefined ? null : loaders.of(cardLoader).load(cardId).catch(nullIfRefused);
}

function nullIfRefused(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}

async function answerWithComment(
  { services, viewer, loaders }: Context,
  change: (services: Services, actorId: string) => Promise<Changed<CommentOnCard>>,
): Promise<AddCommentPayload> {
  return answer(async () => {
    const { revision, result, cards } = await change(services, requireViewer(viewer).personId);
    return {
      comment: result ? toCommentType(result.comment) : null,
      card: result ? toCardType(result.card) : await asItIs(loaders, cards),
      boardRevision: revision,
    };
  });
}
