import { GraphQLDateTimeISO } from 'graphql-scalars';
import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { ErrorType } from '../../platform/graphql/refusal.type.ts';
import { CardType } from './card.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';

/** What every change of a card answers. */
export interface CardPayload {
  card?: CardType | null;
  boardRevision?: number | null;
  errors: ErrorType[];
}

/** Makes the payload type of a mutation that changes one card. */
export function cardPayload(mutation: string): ClassType<CardPayload> {
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
export const JoinCardPayload = cardPayload('joinCard');
export const ExtendClaimPayload = cardPayload('extendClaim');
export const HandBackCardPayload = cardPayload('handBackCard');
export const TakeBackCardPayload = cardPayload('takeBackCard');
export const ConfirmClaimPayload = cardPayload('confirmClaim');
export const BlockCardPayload = cardPayload('blockCard');
export const UnblockCardPayload = cardPayload('unblockCard');
export const AskForLookPayload = cardPayload('askForLook');
export const ConfirmBriefPayload = cardPayload('confirmBrief');
export const BringBackCardPayload = cardPayload('bringBackCard');
export const TickChecklistItemPayload = cardPayload('tickChecklistItem');

@ObjectType('CancelCardPayload', { description: 'Answer to cancelCard.' })
export class CancelCardPayload extends Payload implements CardPayload {
  @Field(() => CardType, { nullable: true, description: 'The card after the change.' })
  card?: CardType | null;

  @Field(() => Int, { nullable: true, description: 'The revision the change made.' })
  boardRevision?: number | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Until when you can undo it by `undoBoardChange`; null when refused.',
  })
  undoUntil?: Date | null;
}

@ObjectType('TakeBackAllCardsPayload', { description: 'Answer to takeBackAllCards.' })
export class TakeBackAllCardsPayload extends Payload {
  @Field(() => [CardType], {
    nullable: true,
    description: 'The cards that are open again; null when refused.',
  })
  cards?: CardType[] | null;

  @Field(() => Int, { nullable: true, description: 'The revision of the board after it; null when refused.' })
  boardRevision?: number | null;
}
