import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { defineLoader } from '../../core/access/loaders.ts';
import { levelFor } from '../../core/access/viewer.ts';
import { Sensitivity } from '../../core/access/sensitivity.ts';
import { BoardType } from '../../core/board/board.type.ts';

/** Keys of the templates of which a card stands on each of many boards, in one query. */
const templateKeysLoader = defineLoader<string, string[]>(
  ({ em }) =>
    new DataLoader(async (boardIds) => {
      const { rows } = await sql<{ boardId: string; keys: string[] }>`
        select board_id as "boardId", array_agg(distinct template_key) as keys from card
        where board_id = any(${boardIds}::uuid[]) and template_key is not null and status <> 'CANCELLED'
        group by board_id`.execute(em.getKysely());
      const found = new Map(rows.map(({ boardId, keys }) => [boardId, keys]));
      return boardIds.map((id) => found.get(id) ?? []);
    }),
);

const placeOf = ({ campaignRow: { id, organizationId } }: BoardType) => ({ campaignId: id, organizationId });

@Resolver(() => BoardType)
export class BoardTemplateKeys {
  @FieldResolver(() => [String], {
    description:
      'Templates of which a card stands on it, cancelled ones apart. For the team; empty for others.',
  })
  async templateKeys(@Root() board: BoardType, @Ctx() { reader, loaders }: Context): Promise<string[]> {
    const isTeam = levelFor(reader, placeOf(board)) === Sensitivity.TEAM;
    return isTeam ? loaders.of(templateKeysLoader).load(board.campaignRow.boardId) : [];
  }
}
