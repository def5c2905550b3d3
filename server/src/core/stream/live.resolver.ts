import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../access/context.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import type { BoardChange } from './board-change.ts';
import { BoardChangeType, BoardCursorInput, BoardPresenceType, toBoardChange } from './live.types.ts';
import type { PresenceMessage } from './presence.ts';
import { stream, type Subscribing } from './stream.ts';
import { personLoader } from '../person/person.loader.ts';

const atBoard = ({ boardId }: { boardId: string }) => ({ at: `board ${boardId}` });

@Resolver()
export class BoardStream {
  @Subscription(() => BoardChangeType, {
    description:
      'Every change of a board after a place in its history, or from now, without gaps and in order, as far as you ' +
      'may read it; then live. The first message comes at once.',
    subscribe: ({ args, context }: Subscribing<{ boardId: string; after?: BoardCursorInput | null }>) =>
      stream(context, atBoard(args), ({ boards }, subscriber) =>
        boards.follow(subscriber, { id: rowId('Board', args.boardId), after: args.after ?? null }),
      ),
  })
  boardChanges(
    @Root() change: BoardChange,
    @Ctx() { loaders }: Context,
    @Arg('boardId', () => ID, { description: 'The board to follow.' }) _boardId: string,
    @Arg('after', () => BoardCursorInput, {
      nullable: true,
      description: 'Where you are: from a snapshot, or the last message. Without it the stream begins now.',
    })
    _after: BoardCursorInput | null,
  ): BoardChangeType {
    return toBoardChange(change, loaders);
  }

  @Subscription(() => BoardPresenceType, {
    description: 'How many are at a board: now, and after people came or went. May be a few seconds late.',
    subscribe: ({ args, context }: Subscribing<{ boardId: string }>) =>
      stream(context, atBoard(args), ({ presence }, subscriber) =>
        presence.watch(subscriber, rowId('Board', args.boardId)),
      ),
  })
  async boardPresence(
    @Root() { count, people }: PresenceMessage,
    @Ctx() { loaders }: Context,
    @Arg('boardId', () => ID, { description: 'The board.' }) _boardId: string,
  ): Promise<BoardPresenceType> {
    const present = await Promise.all(people.map((id) => loaders.of(personLoader).load(id)));
    return Object.assign(new BoardPresenceType(), { count, people: present });
  }
}
