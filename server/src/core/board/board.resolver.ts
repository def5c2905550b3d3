import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { CampaignType } from '../campaign/campaign.type.ts';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import type { Context } from '../access/context.ts';
import { PersonType } from '../person/person.type.ts';
import { BoardEventConnection, BoardEventType, toEventType } from './board-event.type.ts';
import { BoardType, toBoard } from './board.type.ts';
import { boardActivityCountLoader, boardActivityLoader } from './activity.loader.ts';
import { readActivity } from './read-activity.ts';
import { campaignLoader } from '../campaign/campaign.loader.ts';
import { personLoader } from '../person/person.loader.ts';
import { BoardEventKind } from './board.entity.ts';
import { InvalidInput, nullIfRefused } from '../../platform/refusal/refusal.ts';

@ArgsType()
class ActivityArgs extends TwoWayArgs {
  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'What happened at this moment or later.' })
  since?: Date | null;

  @Field(() => [BoardEventKind], { nullable: true, description: 'Of these kinds alone; not an empty list.' })
  kinds?: BoardEventKind[] | null;
}

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
    @Args(() => ActivityArgs) { since, kinds, ...page }: ActivityArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Counted<BoardEventType>> {
    if (kinds?.length === 0) throw new InvalidInput('kinds', 'EMPTY', 'Name at least one, or leave it out.');
    const span = spanOf(page, 30);
    const which = { id: campaignRow.boardId, since: since ?? null, kinds: kinds ?? null };
    const events = await loaders.of(boardActivityLoader).load({ ...which, span });
    return {
      ...spanToConnection(events, span, { keys: ({ revision }) => [revision], node: toEventType }),
      count: () => loaders.of(boardActivityCountLoader).load(which),
    };
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

/** An entry of the log of a board, for who may read something of it. */
export async function findBoardEvent(
  context: Context,
  boardId: string,
  revision: number,
): Promise<BoardEventType | null> {
  if (!(await findBoard(context, boardId))) return null;
  const { em, reader } = context;
  const [event] = await readActivity(em, [boardId], reader, { limit: 1, after: null, revision });
  return event ? toEventType(event) : null;
}
