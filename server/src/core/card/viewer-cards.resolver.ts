import { Args, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import {
  type Connection,
  PageArgs,
  pageSize,
  readCursor,
  toConnection,
} from '../../platform/graphql/connection.ts';
import type { Context } from '../access/context.ts';
import { ViewerType } from '../person/viewer.type.ts';
import { CardConnection, CardType, toCardType } from './card.type.ts';
import { listFinished, listHeld, sumFinished } from './list-cards.ts';

@Resolver(() => ViewerType)
export class ViewerCards {
  @FieldResolver(() => [CardType], { description: 'What you have in hand, soonest end of lease first.' })
  async heldCards(@Root() { viewer }: ViewerType, @Ctx() { em, reader }: Context): Promise<CardType[]> {
    return (await listHeld(em, reader, viewer.personId)).map(toCardType);
  }

  @FieldResolver(() => CardConnection, { description: 'What you finished, newest first.' })
  async finishedCards(
    @Root() { viewer }: ViewerType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, reader }: Context,
  ): Promise<Connection<CardType>> {
    const size = pageSize(page, 20);
    const rows = await listFinished(em, reader, viewer.personId, {
      limit: size + 1,
      after: readCursor(page.after),
    });
    return toConnection(rows, {
      size,
      after: page.after,
      keys: (row) => [row.finishedAt ?? '', row.id],
      node: toCardType,
    });
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
