import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CampaignType } from '../campaign/campaign.type.ts';
import {
  type Connection,
  PageArgs,
  pageSize,
  readCursor,
  toConnection,
} from '../../platform/graphql/connection.ts';
import type { Context } from '../access/context.ts';
import { PersonType } from '../person/person.type.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import { BoardEventConnection, BoardEventType, LinkUsedType, toEventType } from './board-event.type.ts';
import { BoardSnapshotType, BoardType } from './board.type.ts';
import { toCardType } from '../card/card.type.ts';
import { readActivity, readSnapshot } from './read-board.ts';
import { campaignLoader } from '../campaign/campaign.loader.ts';
import { personLoader } from '../person/person.loader.ts';
import { linkUsedLoader } from '../review/approval-link.loader.ts';

@Resolver(() => BoardType)
export class BoardResolver {
  @FieldResolver(() => CampaignType, { description: 'Whose board it is.' })
  campaign(@Root() { campaignRow }: BoardType, @Ctx() { loaders }: Context): Promise<CampaignType> {
    return loaders.of(campaignLoader).load(campaignRow.id);
  }

  @FieldResolver(() => BoardSnapshotType, {
    description: 'All cards at one moment. One in an operation, and never inside a list.',
  })
  async snapshot(
    @Root() { campaignRow }: BoardType,
    @Ctx() { em, reader, services, counted }: Context,
  ): Promise<BoardSnapshotType> {
    const snapshot = await readSnapshot(em, campaignRow.boardId, reader, services.readDatabase);
    if (!snapshot) throw notFound('board');
    counted.cards += snapshot.cards.length;
    return { ...snapshot, cards: snapshot.cards.map(toCardType) };
  }

  @FieldResolver(() => BoardEventConnection, {
    description:
      'What happened to cards you may read, and to the campaign, newest first: the same as `boardChanges` tells.',
  })
  async activity(
    @Root() { campaignRow }: BoardType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, reader }: Context,
  ): Promise<Connection<BoardEventType>> {
    const size = pageSize(page, 30);
    const after = readCursor(page.after)?.[0];
    const before = after === undefined ? null : Number(after) || 0;
    const events = await readActivity(em, campaignRow.boardId, reader, { limit: size + 1, before });
    return toConnection(events, {
      size,
      after: page.after,
      keys: ({ revision }) => [revision],
      node: toEventType,
    });
  }
}

@Resolver(() => BoardEventType)
export class BoardEventResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: 'Who did it; null when a clock did.' })
  actor(@Root() { actorId }: BoardEventType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return actorId ? loaders.of(personLoader).load(actorId) : null;
  }

  @FieldResolver(() => LinkUsedType, {
    nullable: true,
    description:
      'The link that needs no account, where it was done by one; null otherwise, and for all but the team.',
  })
  byLink(@Root() event: BoardEventType, @Ctx() { loaders }: Context): Promise<LinkUsedType | null> | null {
    const { kind, actorId, cardUuid: cardId, revision } = event;
    const mayBe = actorId === null && (kind === 'CARD_APPROVED' || kind === 'CHANGES_REQUESTED');
    return mayBe && cardId ? loaders.of(linkUsedLoader).load({ cardId, revision }) : null;
  }
}

@Resolver(() => LinkUsedType)
export class LinkUsedResolver {
  @FieldResolver(() => PersonType, { description: 'Who made it.' })
  madeBy(@Root() { madeById }: LinkUsedType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(madeById);
  }
}
