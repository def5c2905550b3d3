import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Query, Resolver, Root, Subscription } from 'type-graphql';
import {
  type Connection,
  PageArgs,
  pageSize,
  readCursor,
  toConnection,
} from '../../platform/graphql/connection.ts';
import { selects } from '../../platform/graphql/selects.ts';
import type { Context } from '../access/context.ts';
import type { Cursor } from '../board/read-board.ts';
import { campaignLoader } from '../campaign/campaign.loader.ts';
import { type CardType, OpenCardConnection, toCardType } from '../card/card.type.ts';
import { listOpenCards } from './list-open-cards.ts';
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
    description: 'Claimable work over all running campaigns, newest first.',
  })
  async openCards(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => OpenCardsFilterInput, { nullable: true, description: 'Which of them.' })
    filter: OpenCardsFilterInput | null,
    @Ctx() { em, reader, loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<CardType> & Partial<Cursor>> {
    const size = pageSize(page, 20);
    const which = toFilter(filter);
    if (which.campaignId) await loaders.of(campaignLoader).load(which.campaignId);
    // First, so that the page holds everything up to it.
    const cursor = selects(info, ['epoch', 'revision']) ? await readOpenWorkCursor(em.fork(), reader) : {};
    const rows = await listOpenCards(em, reader, which, {
      limit: size + 1,
      after: readCursor(page.after),
    });
    const connection = toConnection(rows, {
      size,
      after: page.after,
      keys: (row) => [row.createdAt, row.id],
      node: toCardType,
    });
    return { ...connection, ...cursor };
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
