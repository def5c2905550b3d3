import { hearChange } from './notices-of-change.ts';
import { wordToPeople } from './notify.ts';
import { Notices } from './notices.ts';
import { NoticesStream } from './notices.resolver.ts';
import type { Feature } from '../../platform/feature.ts';
import { Delivery, Notification, NotificationChoice } from './notification.entity.ts';
import { NotificationResolver, ViewerNotifications } from './notification.resolver.ts';

export const notification: Feature = {
  name: 'notification',
  streams: ({ orm, bus, log, timing }) => ({
    notices: new Notices({ em: orm.em, bus, log, lookMs: timing.lookForNotices ?? 15_000 }),
  }),
  services: (services) => ({ word: wordToPeople(services) }),
  hearsBoards: (services) => ({ changed: (board, fact) => hearChange(services, board, fact) }),
  entities: [Notification, NotificationChoice, Delivery],
  resolvers: [NoticesStream, NotificationResolver, ViewerNotifications],
};
