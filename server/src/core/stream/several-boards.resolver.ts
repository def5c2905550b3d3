import { Arg, Ctx, Field, ID, InputType, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../access/context.ts';
import { rowId, toGlobalId } from '../../platform/graphql/global-id.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { BoardChangeType, BoardCursorInput, toBoardChange } from './live.types.ts';
import { MOST_BOARDS } from './places.ts';
import type { BoardsChange, BoardToFollow } from './several-boards.ts';
import { stream, type Subscribing } from './stream.ts';

@InputType('BoardToFollow', { description: 'A board to follow among others, and where you are.' })
export class BoardToFollowInput {
  @Field(() => ID, { description: 'The board.' })
  boardId!: string;

  @Field(() => BoardCursorInput, {
    nullable: true,
    description: 'Where you are: from a snapshot, or the last message of this board. Without it, from now.',
  })
  after?: BoardCursorInput | null;
}

@ObjectType('BoardsChange', { description: 'A message of one of the boards that a stream follows.' })
export class BoardsChangeType {
  @Field(() => ID, { description: 'Which of them.' })
  boardId!: string;

  @Field(() => BoardChangeType, {
    nullable: true,
    description:
      'What `boardChanges` of this board says. Null where the board is not there for you, or not any more: nothing ' +
      'more comes of it.',
  })
  change!: BoardChangeType | null;
}

@Resolver()
export class BoardsStream {
  @Subscription(() => BoardsChangeType, {
    description:
      'Several boards in one stream, each as by `boardChanges`: without gaps and in order, with a heartbeat and a place ' +
      'of its own. Between boards there is no order.',
    subscribe: ({ args, context }: Subscribing<{ boards: BoardToFollowInput[] }>) => {
      const boards = takeBoards(args.boards);
      const places = args.boards.map(({ boardId }) => `board ${boardId}`);
      return stream(context, { at: places }, ({ severalBoards }, subscriber) =>
        severalBoards.follow(subscriber, boards),
      );
    },
  })
  boardsChanges(
    @Root() { boardId, change }: BoardsChange,
    @Ctx() { loaders }: Context,
    @Arg('boards', () => [BoardToFollowInput], {
      description: `The boards to follow, each once: ${MOST_BOARDS} at most.`,
    })
    _boards: BoardToFollowInput[],
  ): BoardsChangeType {
    return Object.assign(new BoardsChangeType(), {
      boardId: toGlobalId('Board', boardId),
      change: change && toBoardChange(change, loaders),
    });
  }
}

/** By their row ids. Refuses none, too many, and one that is named twice. */
function takeBoards(given: readonly BoardToFollowInput[]): BoardToFollow[] {
  if (given.length === 0) throw new InvalidInput('boards', 'EMPTY', 'Name the boards to follow.');
  if (given.length > MOST_BOARDS)
    throw new InvalidInput('boards', 'TOO_MANY', `One stream follows ${MOST_BOARDS} boards.`, {
      limit: MOST_BOARDS,
    });
  const boards = given.map(({ boardId, after }) => ({ id: rowId('Board', boardId), after: after ?? null }));
  if (new Set(boards.map(({ id }) => id)).size < boards.length)
    throw new InvalidInput('boards', 'OUT_OF_RANGE', 'Name each board once.');
  return boards;
}
