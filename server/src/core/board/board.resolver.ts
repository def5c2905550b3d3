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
import { BoardEventConnection, BoardEventType, toEventType } from './board-event.type.ts';
import { BoardType, toBoard } from './board.type.ts';
import { readActivity } from './read-board.ts';
import { campaignLoader } from '../campaign/campaign.loader.ts';
import { personLoader } from '../person/person.loader.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';

@Resolver(() => BoardType)
export class BoardResolver {
  @FieldResolver(() => CampaignType, { description: 'Whose board it is.' })
  campaign(@Root() { campaignRow }: BoardType, @Ctx() { loaders }: Context): Promise<CampaignType> {
    return loaders.of(campaignLoader).load(campaignRow.id);
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
}

/** A board by its id, for who may read its campaign. */
export async function findBoard({ loaders, em }: Context, uuid: string): Promise<BoardType | null> {
  const board = await em
    .getKysely()
    .selectFrom('board')
    .select('campaign_id')
    .where('id', '=', uuid)
    .executeTakeFirst();
  const campaign = board && (await loaders.of(campaignLoader).load(board.campaign_id).catch(nullIfRefused));
  return campaign ? toBoard(campaign.row) : null;
}
