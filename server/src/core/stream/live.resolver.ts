import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import { OpenCardsFilterInput, toFilter } from '../open-work/open-cards-filter.ts';
import type { Context } from '../access/context.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import type { BoardChange } from './board-change.ts';
import type { DeskMessage } from '../../features/desk/desk-changes.ts';
import type { Live } from '../../app/live.ts';
import type { Outbox } from '../../platform/live/outbox.ts';
import type { Subscriber } from './subscriber.ts';
import {
  BoardChangeType,
  BoardCursorInput,
  BoardPresenceType,
  DeskChangeType,
  OpenCardsChangeType,
  OpenCardsCursorInput,
  toBoardChange,
  toOpenCardsChange,
} from './live.types.ts';
import { NotificationsChangeType, toNotification } from '../../features/notification/notification.type.ts';
import type { NoticesMessage } from '../../features/notification/notices.ts';
import type { OpenCardsMessage } from '../open-work/open-cards-cohort.ts';
import type { PresenceMessage } from './presence.ts';
import { personLoader } from '../person/person.loader.ts';

/** The context of an operation that may stream: what follows is written to the subscriber's outbox. */
export interface StreamContext extends Context {
  live: Live;
  subscriber: Subscriber;
}

export interface Subscribing<Args> {
  args: Args;
  context: Context;
}

interface FollowOpenCards {
  filter?: OpenCardsFilterInput | null;
  after?: OpenCardsCursorInput | null;
}

/** All boards belong to it, and each tool has its own filter. */
const OPEN_CARDS_TIMES = 5;

/**
 * Begins a stream at a place, which takes so many different questions (`times` as many). What GraphQL takes for its
 * source is the outbox, which sends by itself.
 */
export async function stream(
  context: Context,
  place: { at: string; times?: number },
  begin: (live: Live, subscriber: Subscriber) => Promise<void> | void,
): Promise<Outbox> {
  if (!('subscriber' in context)) throw notAllowed('Subscribe over the WebSocket at this address.');
  const { live, subscriber } = context as StreamContext;
  subscriber.ask?.(place.at, place.times);
  await begin(live, subscriber);
  return subscriber.outbox;
}

const atBoard = ({ boardId }: { boardId: string }) => ({ at: `board ${boardId}` });

@Resolver()
export class LiveResolver {
  @Subscription(() => BoardChangeType, {
    description:
      'Every change of a board after a place in its history, without gaps and in order, as far as you may read it; ' +
      'then live. The first message comes at once.',
    subscribe: ({ args, context }: Subscribing<{ boardId: string; after: BoardCursorInput }>) =>
      stream(context, atBoard(args), ({ boards }, subscriber) =>
        boards.follow(subscriber, { boardId: rowId('Board', args.boardId), after: args.after }),
      ),
  })
  boardChanges(
    @Root() change: BoardChange,
    @Arg('boardId', () => ID, { description: 'The board to follow.' }) _boardId: string,
    @Arg('after', () => BoardCursorInput, {
      description: 'Where you are: from a snapshot, or the last message.',
    })
    _after: BoardCursorInput,
  ): BoardChangeType {
    return toBoardChange(change);
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

  @Subscription(() => DeskChangeType, {
    description:
      'Which lists of the desk changed, for coordinators: at most one message in a second. The first comes at once. ' +
      'Ends when you are no coordinator any more.',
    subscribe: ({ context }: Subscribing<object>) =>
      stream(context, { at: 'desk' }, ({ desk }, subscriber) => desk.follow(subscriber)),
  })
  deskChanged(@Root() change: DeskMessage): DeskChangeType {
    return Object.assign(new DeskChangeType(), change);
  }

  @Subscription(() => NotificationsChangeType, {
    description: 'What you have to be told: now, and after each change. Ends with your session.',
    subscribe: ({ context }: Subscribing<object>) =>
      stream(context, { at: 'notices' }, ({ notices }, subscriber) => notices.follow(subscriber)),
  })
  notificationsChanged(@Root() { unread, latest }: NoticesMessage): NotificationsChangeType {
    return Object.assign(new NotificationsChangeType(), { unread, latest: latest && toNotification(latest) });
  }
}
