import { sql } from 'kysely';
import { TRACE_DAYS, older } from '../../platform/db/older.ts';
import { type Feature, jobKind } from '../../platform/feature.ts';
import { carriersOf } from './create-carriers.ts';
import { DELIVERY_QUEUE, DELIVERY_RETRIES } from './delivery-queue.ts';
import { hearChange } from './notices-of-change.ts';
import { NoticesStream } from './notices.resolver.ts';
import { Notices } from './notices.ts';
import { Delivery, Notification, NotificationChoice, NotificationKind } from './notification.entity.ts';
import { NotificationResolver, ownNotification, ViewerNotifications } from './notification.resolver.ts';
import { NOTIFICATION_QUEUE, type NotificationJob, wordToPeople } from './notify.ts';
import { type DeliveryJob, runDeliveryJob } from './run-delivery.ts';
import { runNotificationJob } from './run-notification.ts';

/** A notice, read or not, goes after so many days. */
export const NOTICE_DAYS = 180;

export const notification: Feature = {
  name: 'notification',
  entities: [Notification, NotificationChoice, Delivery],
  resolvers: [NoticesStream, NotificationResolver, ViewerNotifications],
  nodes: { Notification: ownNotification },
  lists: {
    'DeliveryTroubles.reasons': 5,
    'NotificationChoice.mutedKinds': Object.keys(NotificationKind).length,
  },
  services: (services) => ({ word: wordToPeople(services) }),
  streams: ({ orm, bus, log, timing }) => ({
    notices: new Notices({ em: orm.em, bus, log, lookMs: timing.lookForNotices ?? 15_000 }),
  }),
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
  agesOut: [
    sql`delete from delivery where ${older('sent_at', TRACE_DAYS)} or ${older('gave_up_at', TRACE_DAYS)}`,
    sql`delete from notification where ${older('at', NOTICE_DAYS)}`,
  ],
  hearsBoards: (services) => ({
    erased: ({ db, id, campaignId }) =>
      sql`delete from notification where campaign_id = ${campaignId}
        or card_id in (select id from card where board_id = ${id})`.execute(db),
    changed: (board, fact) => hearChange(services, board, fact),
  }),
  erasesPerson: {
    gone: { notification: 'person_id', notification_choice: 'person_id', delivery: 'person_id' },
    also: (db, personId) => sql`delete from notification where about_id = ${personId}`.execute(db),
  },
};
