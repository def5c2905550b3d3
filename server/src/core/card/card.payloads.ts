import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { ErrorType } from '../../platform/refusal/refusal.type.ts';
import { CardType } from './card.type.ts';
import { CommentType, DraftType } from '../review/work.type.ts';

/** What every change of a card answers. */
export interface CardPayload {
  card?: CardType | null;
  boardRevision?: number | null;
  errors: ErrorType[];
}

/** Makes the payload type of a mutation that changes one card. */
function cardPayload(mutation: string): ClassType<CardPayload> {
  @ObjectType(`${mutation[0]?.toUpperCase()}${mutation.slice(1)}Payload`, {
    description: `Answer to ${mutation}.`,
  })
  class Payload implements CardPayload {
    @Field(() => CardType, { nullable: true, description: 'The card after the change.' })
    card?: CardType | null;

    @Field(() => Int, {
      nullable: true,
      description: 'The revision the change made, or the head where nothing changed.',
    })
    boardRevision?: number | null;

    @Field(() => [ErrorType], { description: 'Why it was refused; empty when it was done.' })
    errors!: ErrorType[];
  }
  return Payload;
}

export const CreateCardPayload = cardPayload('createCard');
export const UpdateCardPayload = cardPayload('updateCard');
export const MoveCardPayload = cardPayload('moveCard');
export const ClearCautionPayload = cardPayload('clearCaution');
export const ClaimCardPayload = cardPayload('claimCard');
export const ExtendClaimPayload = cardPayload('extendClaim');
export const HandBackCardPayload = cardPayload('handBackCard');
export const TakeBackCardPayload = cardPayload('takeBackCard');
export const ConfirmClaimPayload = cardPayload('confirmClaim');
export const BlockCardPayload = cardPayload('blockCard');
export const UnblockCardPayload = cardPayload('unblockCard');
export const HandInCardPayload = cardPayload('handInCard');
export const PassCraftReviewPayload = cardPayload('passCraftReview');
export const RequestChangesPayload = cardPayload('requestChanges');
export const ApproveCardPayload = cardPayload('approveCard');
export const CancelCardPayload = cardPayload('cancelCard');
export const TickChecklistItemPayload = cardPayload('tickChecklistItem');

@ObjectType('TakeBackAllCardsPayload', { description: 'Answer to takeBackAllCards.' })
export class TakeBackAllCardsPayload {
  @Field(() => [CardType], {
    nullable: true,
    description: 'The cards that are open again; null when refused.',
  })
  cards?: CardType[] | null;

  @Field(() => Int, { nullable: true, description: 'The revision of the board after it; null when refused.' })
  boardRevision?: number | null;

  @Field(() => [ErrorType], { description: 'Why nothing was changed; empty when it was done.' })
  errors!: ErrorType[];
}

@ObjectType('CreateCardsFromTemplatesPayload', { description: 'Answer to createCardsFromTemplates.' })
export class CreateCardsFromTemplatesPayload {
  @Field(() => [CardType], { nullable: true, description: 'The new cards.' })
  cards?: CardType[] | null;

  @Field(() => Int, { nullable: true, description: 'The revision the change made.' })
  boardRevision?: number | null;

  @Field(() => [ErrorType], { description: 'Why it was refused; empty when it was done.' })
  errors!: ErrorType[];
}

@ObjectType('SaveDraftPayload', { description: 'Answer to saveDraft.' })
export class SaveDraftPayload {
  @Field(() => DraftType, { nullable: true, description: 'The draft as it is kept.' })
  draft?: DraftType | null;

  @Field(() => [ErrorType], { description: 'Why it was refused; empty when it was done.' })
  errors!: ErrorType[];
}

@ObjectType({ description: 'A change of the comments of a card.' })
class CommentPayload implements CardPayload {
  @Field(() => CommentType, { nullable: true, description: 'The comment.' })
  comment?: CommentType | null;

  @Field(() => CardType, { nullable: true, description: 'The card after the change.' })
  card?: CardType | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The revision the change made, or the head where nothing changed.',
  })
  boardRevision?: number | null;

  @Field(() => [ErrorType], { description: 'Why it was refused; empty when it was done.' })
  errors!: ErrorType[];
}

@ObjectType('AddCommentPayload', { description: 'Answer to addComment.' })
export class AddCommentPayload extends CommentPayload {}

@ObjectType('RemoveCommentPayload', { description: 'Answer to removeComment.' })
export class RemoveCommentPayload extends CommentPayload {}
