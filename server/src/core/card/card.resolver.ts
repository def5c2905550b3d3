import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { CampaignType } from '../campaign/campaign.type.ts';
import { readCampaignBySlug } from '../campaign/read-campaigns.ts';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import type { Context } from '../access/context.ts';
import { pagesAddress } from '../../platform/http/public-address.ts';
import { PersonType } from '../person/person.type.ts';
import { BoardEventConnection, type BoardEventType, toEventType } from '../board/board-event.type.ts';
import { BoardType, toBoard } from '../board/board.type.ts';
import { CardType, HandBackType, ThanksType, toCardType } from './card.type.ts';
import { dueAsSeenBy, readableBy, selectCards } from '../board/read-cards.ts';
import { cardActivityCountLoader, cardActivityLoader } from '../board/activity.loader.ts';
import { campaignLoader } from '../campaign/campaign.loader.ts';
import { personLoader } from '../person/person.loader.ts';

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

  @FieldResolver(() => String, { description: 'The address of its page.' })
  url(@Root() { row }: CardType, @Ctx() context: Context): string {
    return `${pagesAddress(context)}/c/${row.campaignSlug}/board?card=${row.number}`;
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
      'Who holds it together with `holder`, handed it in or finished it with them; null for nobody.',
  })
  partner(@Root() { row }: CardType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return row.partnerId ? loaders.of(personLoader).load(row.partnerId) : null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description:
      "Who passed the craft review. The local's yes is for somebody else of the local: OTHER_GATE.",
  })
  craftReviewer(@Root() { row }: CardType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return row.craftReviewerId ? loaders.of(personLoader).load(row.craftReviewerId) : null;
  }

  @FieldResolver(() => BoardEventConnection, { description: 'What happened to it, newest first.' })
  async activity(
    @Root() { row }: CardType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Counted<BoardEventType>> {
    const span = spanOf(page, 30);
    const events = await loaders.of(cardActivityLoader).load({ id: row.id, span });
    return {
      ...spanToConnection(events, span, { keys: ({ revision }) => [revision], node: toEventType }),
      count: () => loaders.of(cardActivityCountLoader).load({ id: row.id }),
    };
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
