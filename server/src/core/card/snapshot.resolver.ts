import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { notFound } from '../../platform/refusal/refusal.ts';
import type { Context } from '../access/context.ts';
import { BoardType } from '../board/board.type.ts';
import { readSnapshot } from '../board/read-board.ts';
import { toCardType } from './card.type.ts';
import { BoardSnapshotType } from './snapshot.type.ts';

@Resolver(() => BoardType)
export class BoardCards {
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
}
