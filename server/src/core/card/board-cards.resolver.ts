import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import type { Context } from '../access/context.ts';
import { BoardType } from '../board/board.type.ts';
import { BoardCardsFilterInput, toCardFilter } from './card-filter.ts';
import { CardOrder } from './card-order.ts';
import { BoardCardConnection, type CardType, toCardType } from './card.type.ts';
import { boardCardCountLoader, boardCardsLoader } from './list-board-cards.ts';

@Resolver(() => BoardType)
export class CardsOfBoard {
  @FieldResolver(() => BoardCardConnection, {
    description:
      'Its cards that you may read, a page at a time. To follow a board take `snapshot`, which is of one moment.',
  })
  async cards(
    @Root() { campaignRow: { boardId } }: BoardType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Arg('filter', () => BoardCardsFilterInput, { nullable: true, description: 'Which of them.' })
    given: BoardCardsFilterInput | null,
    @Arg('orderBy', () => CardOrder, { defaultValue: CardOrder.NUMBER, description: 'What comes first.' })
    by: CardOrder,
    @Ctx() { loaders }: Context,
  ): Promise<Counted<CardType>> {
    const span = spanOf(page, 20);
    const which = { id: boardId, filter: toCardFilter(given ?? {}) };
    const rows = await loaders.of(boardCardsLoader).load({ ...which, by, span });
    return {
      ...spanToConnection(rows, span, { keys: ({ place }) => place, node: toCardType }),
      count: () => loaders.of(boardCardCountLoader).load(which),
    };
  }
}
