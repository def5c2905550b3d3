import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/context.ts';
import { PersonType } from '../person/person.type.ts';
import { CardType, toCardType } from './card.type.ts';
import { listAlternatives } from './list-cards.ts';
import { cardLoader } from './card.loader.ts';
import { personLoader } from '../person/person.loader.ts';
import {
  CardAlreadyClaimedType,
  CardInTheWayType,
  ClaimLimitReachedType,
  StaleCardType,
  WrongStatusType,
} from './card-refusals.type.ts';

const AS_IT_IS = { description: 'The card as it is now.' };

@Resolver(() => CardAlreadyClaimedType)
export class CardAlreadyClaimedResolver {
  @FieldResolver(() => PersonType, { description: 'Who was first.' })
  holder(@Root() { holderId }: CardAlreadyClaimedType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(holderId);
  }

  @FieldResolver(() => CardType, AS_IT_IS)
  card(@Root() { cardId }: CardAlreadyClaimedType, @Ctx() { loaders }: Context): Promise<CardType> {
    return loaders.of(cardLoader).load(cardId);
  }

  @FieldResolver(() => [CardType], {
    description: 'Up to three open cards of this board, those that fit you first.',
  })
  async alternatives(
    @Root() { cardId }: CardAlreadyClaimedType,
    @Ctx() { em, reader, viewer, loaders }: Context,
  ): Promise<CardType[]> {
    const { row } = await loaders.of(cardLoader).load(cardId);
    return (await listAlternatives(em, reader, row.boardId, viewer?.skills ?? [])).map(toCardType);
  }
}

@Resolver(() => ClaimLimitReachedType)
export class ClaimLimitReachedResolver {
  @FieldResolver(() => [CardType], { description: 'What you hold.' })
  async held(
    @Root() { heldCardIds }: ClaimLimitReachedType,
    @Ctx() { loaders }: Context,
  ): Promise<CardType[]> {
    const found = await loaders.of(cardLoader).loadMany(heldCardIds);
    return found.filter((card) => !(card instanceof Error)) as CardType[];
  }
}

@Resolver(() => WrongStatusType)
export class WrongStatusResolver {
  @FieldResolver(() => CardType, AS_IT_IS)
  card(@Root() { cardId }: WrongStatusType, @Ctx() { loaders }: Context): Promise<CardType> {
    return loaders.of(cardLoader).load(cardId);
  }
}

@Resolver(() => StaleCardType)
export class StaleCardResolver {
  @FieldResolver(() => CardType, AS_IT_IS)
  card(@Root() { cardId }: StaleCardType, @Ctx() { loaders }: Context): Promise<CardType> {
    return loaders.of(cardLoader).load(cardId);
  }
}

@Resolver(() => CardInTheWayType)
export class CardInTheWayResolver {
  @FieldResolver(() => CardType, AS_IT_IS)
  card(@Root() { cardId }: CardInTheWayType, @Ctx() { loaders }: Context): Promise<CardType> {
    return loaders.of(cardLoader).load(cardId);
  }
}
