import { Args, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import type { Context } from '../access/context.ts';
import { ViewerType } from '../person/viewer.type.ts';
import { CardConnection, CardType, toCardType } from './card.type.ts';
import { countFinished, listFinished, listHeld, sumFinished } from './list-cards.ts';

@Resolver(() => ViewerType)
export class ViewerCards {
  @FieldResolver(() => [CardType], { description: 'What you have in hand, soonest end of lease first.' })
  async heldCards(@Root() { viewer }: ViewerType, @Ctx() { em, reader }: Context): Promise<CardType[]> {
    return (await listHeld(em, reader, viewer.personId)).map(toCardType);
  }

  @FieldResolver(() => CardConnection, { description: 'What you finished, newest first.' })
  async finishedCards(
    @Root() { viewer }: ViewerType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() { em, reader }: Context,
  ): Promise<Counted<CardType>> {
    const span = spanOf(page, 20);
    const rows = await listFinished(em, reader, viewer.personId, span);
    return {
      ...spanToConnection(rows, span, { keys: ({ place }) => place, node: toCardType }),
      count: () => countFinished(em.fork(), reader, viewer.personId, { isThanked: false }),
    };
  }

  @FieldResolver(() => Int, { description: 'How many cards you finished.' })
  async finishedCount(@Root() { viewer }: ViewerType, @Ctx() { em }: Context): Promise<number> {
    return (await sumFinished(em, viewer.personId)).count;
  }

  @FieldResolver(() => Float, {
    description: 'Hours those were estimated at; of a card that two finished, half.',
  })
  async hoursGiven(@Root() { viewer }: ViewerType, @Ctx() { em }: Context): Promise<number> {
    return (await sumFinished(em, viewer.personId)).hours;
  }
}
