import { GraphQLDateTimeISO } from 'graphql-scalars';
import { type ClassType, Field, ID, Int, ObjectType } from 'type-graphql';
import { ErrorType } from '../../platform/graphql/refusal.type.ts';
import { CardType } from '../card/card.type.ts';

/** What every change of many cards answers. */
export interface CardsPayload {
  cards?: CardType[] | null;
  boardRevision?: number | null;
  undoUntil?: Date | null;
  errors: ErrorType[];
}

function cardsPayload(mutation: string): ClassType<CardsPayload> {
  @ObjectType(`${mutation[0]?.toUpperCase()}${mutation.slice(1)}Payload`, {
    description: `Answer to ${mutation}.`,
  })
  class Payload implements CardsPayload {
    @Field(() => [CardType], {
      nullable: true,
      description: 'The cards that it changed, as they are now; null when refused.',
    })
    cards?: CardType[] | null;

    @Field(() => Int, {
      nullable: true,
      description: 'The revision the change made, or the head where nothing changed.',
    })
    boardRevision?: number | null;

    @Field(() => GraphQLDateTimeISO, {
      nullable: true,
      description: 'Until when you can undo it by `undoBoardChange`; null where nothing changed.',
    })
    undoUntil?: Date | null;

    @Field(() => [ErrorType], { description: 'Why it was refused; empty when it was done.' })
    errors!: ErrorType[];
  }
  return Payload;
}

export const MoveCardsPayload = cardsPayload('moveCards');
export const CancelCardsPayload = cardsPayload('cancelCards');
export const UpdateCardsPayload = cardsPayload('updateCards');

@ObjectType('UndoBoardChangePayload', { description: 'Answer to undoBoardChange.' })
export class UndoBoardChangePayload {
  @Field(() => [CardType], {
    nullable: true,
    description: 'The cards as they are again; empty where cards had been added, null when refused.',
  })
  cards?: CardType[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Cards that had been added, and are there no more; null when refused.',
  })
  removedCardIds?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'The revision that undoing it made.' })
  boardRevision?: number | null;

  @Field(() => [ErrorType], { description: 'Why it was refused; empty when it was done.' })
  errors!: ErrorType[];
}
