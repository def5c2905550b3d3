import { hearChange } from './notices-of-change.ts';
import { wordToPeople } from './notify.ts';
import type { Feature } from '../../platform/feature.ts';
import { Delivery, Notification, NotificationChoice } from './notification.entity.ts';
import { NotificationResolver, ViewerNotifications } from './notification.resolver.ts';

export const notification: Feature = {
  name: 'notification',
  services: (services) => ({ word: wordToPeople(services) }),
  hearsBoards: (services) => ({ changed: (board, fact) => hearChange(services, board, fact) }),
  entities: [Notification, NotificationChoice, Delivery],
  resolvers: [NotificationResolver, ViewerNotifications],
};
