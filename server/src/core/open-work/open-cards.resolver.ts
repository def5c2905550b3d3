import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Query, Resolver, Root, Subscription } from 'type-graphql';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import { selects } from '../../platform/graphql/selects.ts';
import type { Context } from '../access/context.ts';
import type { Cursor } from '../board/read-board.ts';
import { campaignLoader } from '../campaign/campaign.loader.ts';
import { type CardType, OpenCardConnection, toCardType } from '../card/card.type.ts';
import { CardOrder } from '../card/card-order.ts';
import { countOpenCards, listOpenCards } from './list-open-cards.ts';
import { OpenCardsFilterInput, toFilter } from './open-cards-filter.ts';
import { readOpenWorkCursor } from './read-open-work.ts';
import type { OpenCardsMessage } from './open-cards-cohort.ts';
import { OpenCardsChangeType, OpenCardsCursorInput, toOpenCardsChange } from './open-cards.type.ts';
import { stream, type Subscribing } from '../stream/stream.ts';

interface FollowOpenCards {
  filter?: OpenCardsFilterInput | null;
  after?: OpenCardsCursorInput | null;
}

/** All boards belong to it, and each tool has its own filter. */
const OPEN_CARDS_TIMES = 5;

@Resolver()
export class OpenCardsResolver {
  @Query(() => OpenCardConnection, {
    nullable: true,
    description: 'Claimable work over all running campaigns.',
  })
  async openCards(
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Arg('orderBy', () => CardOrder, { defaultValue: CardOrder.NEWEST, description: 'What comes first.' })
    by: CardOrder,
    @Arg('filter', () => OpenCardsFilterInput, { nullable: true, description: 'Which of them.' })
    filter: OpenCardsFilterInput | null,
    @Ctx() { em, reader, loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Counted<CardType> & Partial<Cursor>> {
    const span = spanOf(page, 20);
    const which = toFilter(filter);
    if (which.campaignId) await loaders.of(campaignLoader).load(which.campaignId);
    // First, so that the page holds everything up to it.
    const cursor = selects(info, ['epoch', 'revision']) ? await readOpenWorkCursor(em.fork(), reader) : {};
    const rows = await listOpenCards(em, reader, which, { by, span });
    const connection = spanToConnection(rows, span, { keys: ({ place }) => place, node: toCardType });
    return { ...connection, ...cursor, count: () => countOpenCards(em.fork(), reader, which) };
  }

  @Subscription(() => OpenCardsChangeType, {
    description:
      'Claimable work over all campaigns as it opens and closes: after a place in its history without gaps and in ' +
      'order, or from now. The first message comes at once.',
    subscribe: ({ args, context }: Subscribing<FollowOpenCards>) =>
      stream(context, { at: 'open cards', times: OPEN_CARDS_TIMES }, ({ openCards }, subscriber) =>
        openCards.follow(subscriber, toFilter(args.filter), args.after ?? null),
      ),
  })
  openCardsChanged(
    @Root() change: OpenCardsMessage,
    @Arg('filter', () => OpenCardsFilterInput, { nullable: true, description: 'Which of them.' })
    _filter: OpenCardsFilterInput | null,
    @Arg('after', () => OpenCardsCursorInput, {
      nullable: true,
      description: 'Where you are: from `openCards`, or the last message.',
    })
    _after: OpenCardsCursorInput | null,
  ): OpenCardsChangeType {
    return toOpenCardsChange(change);
  }
}
