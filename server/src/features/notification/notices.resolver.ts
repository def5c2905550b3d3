import { Resolver, Root, Subscription } from 'type-graphql';
import { stream, type Subscribing } from '../../core/stream/stream.ts';
import type { NoticesMessage } from './notices.ts';
import { NotificationsChangeType, toNotification } from './notification.type.ts';

@Resolver()
export class NoticesStream {
  @Subscription(() => NotificationsChangeType, {
    description: 'What you have to be told: now, and after each change. Ends with your session.',
    subscribe: ({ context }: Subscribing<object>) =>
      stream(context, { at: 'notices' }, ({ notices }, subscriber) => notices.follow(subscriber)),
  })
  notificationsChanged(@Root() { unread, latest }: NoticesMessage): NotificationsChangeType {
    return Object.assign(new NotificationsChangeType(), { unread, latest: latest && toNotification(latest) });
  }
}
