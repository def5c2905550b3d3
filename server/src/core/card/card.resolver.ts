import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { CampaignType } from '../campaign/campaign.type.ts';
import { readCampaignBySlug } from '../campaign/read-campaigns.ts';
import {
  type Connection,
  PageArgs,
  pageSize,
  readCursor,
  toConnection,
} from '../../platform/graphql/connection.ts';
import type { Context } from '../access/context.ts';
import { selects } from '../../platform/graphql/selects.ts';
import { PersonType } from '../person/person.type.ts';
import { levelFor } from '../access/viewer.ts';
import { BoardEventConnection, type BoardEventType, toEventType } from '../board/board-event.type.ts';
import { BoardType, toBoard } from '../board/board.type.ts';
import { CardType, HandBackType, OpenCardConnection, ThanksType, toCardType } from './card.type.ts';
import { listOpenCards } from '../open-work/list-cards.ts';
import { OpenCardsFilterInput, toFilter } from '../open-work/open-cards-filter.ts';
import type { Cursor } from '../board/read-board.ts';
import { readOpenWorkCursor } from '../open-work/read-open-work.ts';
import { dueAsSeenBy, mayReadCard, readableBy, selectCards } from '../board/read-cards.ts';
import { mayReadWork } from '../review/read-work.ts';
import { mayReadAt, Sensitivity } from '../access/sensitivity.ts';
import {
  CardWorkType,
  CommentConnection,
  CommentType,
  DraftType,
  HandInType,
  toCommentType,
} from '../review/work.type.ts';
import { cardActivityLoader } from '../board/activity.loader.ts';
import { campaignLoader } from '../campaign/campaign.loader.ts';
import { commentsLoader } from './comment.loader.ts';
import { personLoader } from '../person/person.loader.ts';
import { workLoader } from '../review/work.loader.ts';

@Resolver(() => CardType)
export class CardResolver {
  @Query(() => CardType, {
    nullable: true,
    description: 'A card by the number people call it; null if you may read none.',
  })
  async card(
    @Arg('campaign', () => String, { description: 'Slug of the campaign.' }) slug: string,
    @Arg('number', () => Int, { description: 'The number on its board.' }) number: number,
    @Ctx() { em, reader }: Context,
  ): Promise<CardType | null> {
    const campaign = await readCampaignBySlug(em, reader, slug);
    if (!campaign) return null;
    const row = await selectCards(em.getKysely())
      .where('card.board_id', '=', campaign.boardId)
      .where('card.number', '=', number)
      .where(readableBy(reader))
      .executeTakeFirst();
    return row ? toCardType(row) : null;
  }

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

  @FieldResolver(() => BoardType, { description: 'The board it stands on.' })
  board(@Root() { row }: CardType): BoardType {
    return toBoard({ id: row.campaignId, boardId: row.boardId, organizationId: row.organizationId });
  }

  @FieldResolver(() => CampaignType, { description: 'The campaign it is for.' })
  campaign(@Root() { row }: CardType, @Ctx() { loaders }: Context): Promise<CampaignType> {
    return loaders.of(campaignLoader).load(row.campaignId);
  }

  @FieldResolver(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When it is due; null for never, and where it would give away a hidden T-0.',
  })
  dueAt(@Root() { row }: CardType, @Ctx() { reader }: Context): Date | null {
    return dueAsSeenBy(reader, row);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Due so many hours after T-0 (negative: before); null for a date.',
  })
  dueOffsetHours(@Root() { row }: CardType): number | null {
    return row.dueOffsetHours ?? null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who holds it (CLAIMED), handed it in (IN_REVIEW) or finished it (DONE).',
  })
  holder(@Root() { row }: CardType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return row.holderId ? loaders.of(personLoader).load(row.holderId) : null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description:
      "Who passed the craft review. The local's yes is for somebody else of the local: OTHER_GATE.",
  })
  craftReviewer(@Root() { row }: CardType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return row.craftReviewerId ? loaders.of(personLoader).load(row.craftReviewerId) : null;
  }

  @FieldResolver(() => CardWorkType, {
    nullable: true,
    description:
      'What was made for it; null for those who may not read work. In a subscription: by class of viewers.',
  })
  async work(
    @Root() { row }: CardType,
    @Ctx() { reader, viewer, loaders }: Context,
  ): Promise<CardWorkType | null> {
    return mayReadWork(reader, viewer, row) ? loaders.of(workLoader).load(row.id) : null;
  }

  @FieldResolver(() => CommentConnection, {
    nullable: true,
    description: 'What was said, oldest first; null when signed out.',
  })
  async comments(
    @Root() { row }: CardType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders, viewer, reader }: Context,
  ): Promise<Connection<CommentType> | null> {
    // One's own card is shown even where one could not read it otherwise; what others say about it is not.
    const level = levelFor(reader, row);
    if (!viewer || !mayReadAt(level, row.campaignSensitivity) || !mayReadCard(level, row)) return null;
    const size = pageSize(page, 50);
    const after = readCursor(page.after)?.[0] ?? null;
    const rows = await loaders.of(commentsLoader).load({ id: row.id, limit: size + 1, after });
    return toConnection(rows, { size, after: page.after, keys: ({ id }) => [id], node: toCommentType });
  }

  @FieldResolver(() => BoardEventConnection, { description: 'What happened to it, newest first.' })
  async activity(
    @Root() { row }: CardType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<BoardEventType>> {
    const size = pageSize(page, 30);
    const after = readCursor(page.after)?.[0] ?? null;
    const events = await loaders.of(cardActivityLoader).load({ id: row.id, limit: size + 1, after });
    return toConnection(events, {
      size,
      after: page.after,
      keys: ({ revision }) => [revision],
      node: toEventType,
    });
  }
}

@Resolver(() => ThanksType)
export class ThanksResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who said it; null when the local said it by a link that needs no account.',
  })
  from(@Root() { fromId }: ThanksType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return fromId ? loaders.of(personLoader).load(fromId) : null;
  }
}

@Resolver(() => HandBackType)
export class HandBackResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: 'Who gave or took it back.' })
  by(@Root() { byId }: HandBackType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return byId ? loaders.of(personLoader).load(byId) : null;
  }
}

@Resolver(() => HandInType)
export class HandInResolver {
  @FieldResolver(() => PersonType, { description: 'Whose work it is.' })
  person(@Root() { personId }: HandInType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who passed the craft review.' })
  craftReviewer(
    @Root() { craftReviewerId }: HandInType,
    @Ctx() { loaders }: Context,
  ): Promise<PersonType> | null {
    return craftReviewerId ? loaders.of(personLoader).load(craftReviewerId) : null;
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who approved it or sent it back.' })
  reviewer(@Root() { reviewerId }: HandInType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return reviewerId ? loaders.of(personLoader).load(reviewerId) : null;
  }
}

@Resolver(() => HandInType)
export class HandInByLink {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Decided by a link that needs no account: whom it was made for. For the team; null for others.',
  })
  reviewedByLink(@Root() handIn: HandInType, @Ctx() { reader }: Context): string | null {
    return levelFor(reader, handIn) === Sensitivity.TEAM ? handIn.linkLabel : null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Decided by a link that needs no account: who made it. For the team; null for others.',
  })
  linkMadeBy(@Root() handIn: HandInType, @Ctx() { reader, loaders }: Context): Promise<PersonType> | null {
    const { linkMadeById } = handIn;
    const isTeam = levelFor(reader, handIn) === Sensitivity.TEAM;
    return isTeam && linkMadeById ? loaders.of(personLoader).load(linkMadeById) : null;
  }
}

@Resolver(() => DraftType)
export class DraftResolver {
  @FieldResolver(() => PersonType, { description: 'Whose draft it is.' })
  person(@Root() { personId }: DraftType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }
}

@Resolver(() => CommentType)
export class CommentResolver {
  @FieldResolver(() => PersonType, { description: 'Who said it.' })
  person(@Root() { personId }: CommentType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }
}
