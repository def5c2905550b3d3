import { carriersOf } from './create-carriers.ts';
import { DELIVERY_QUEUE, DELIVERY_RETRIES } from './delivery-queue.ts';
import { type DeliveryJob, runDeliveryJob } from './run-delivery.ts';
import { runNotificationJob } from './run-notification.ts';
import { hearChange } from './notices-of-change.ts';
import { NOTIFICATION_QUEUE, type NotificationJob, wordToPeople } from './notify.ts';
import { Notices } from './notices.ts';
import { NoticesStream } from './notices.resolver.ts';
import { jobKind, type Feature } from '../../platform/feature.ts';
import { Delivery, Notification, NotificationChoice } from './notification.entity.ts';
import { NotificationResolver, ViewerNotifications } from './notification.resolver.ts';

export const notification: Feature = {
  name: 'notification',
  jobs: [
    jobKind<NotificationJob>({
      queue: NOTIFICATION_QUEUE,
      retries: { retryLimit: 5, retryDelay: 5, retryBackoff: true },
      run: runNotificationJob,
    }),
    jobKind<DeliveryJob>({
      queue: DELIVERY_QUEUE,
      retries: { retryLimit: DELIVERY_RETRIES, retryDelay: 30, retryBackoff: true },
      run: (services, job) => runDeliveryJob(services, carriersOf(services), job),
    }),
  ],
  streams: ({ orm, bus, log, timing }) => ({
    notices: new Notices({ em: orm.em, bus, log, lookMs: timing.lookForNotices ?? 15_000 }),
  }),
  services: (services) => ({ word: wordToPeople(services) }),
  hearsBoards: (services) => ({ changed: (board, fact) => hearChange(services, board, fact) }),
  entities: [Notification, NotificationChoice, Delivery],
  resolvers: [NoticesStream, NotificationResolver, ViewerNotifications],
};
