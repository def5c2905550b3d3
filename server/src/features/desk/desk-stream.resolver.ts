import { Resolver, Root, Subscription } from 'type-graphql';
import { stream, type Subscribing } from '../../core/stream/stream.ts';
import { DeskChangeType } from './desk-change.type.ts';
import type { DeskMessage } from './desk-changes.ts';

@Resolver()
export class DeskStream {
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
}
