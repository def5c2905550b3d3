import type { Feature } from '../../platform/feature.ts';
import { Delivery, Notification, NotificationChoice } from './notification.entity.ts';
import { NotificationResolver, ViewerNotifications } from './notification.resolver.ts';

export const notification: Feature = {
  name: 'notification',
  entities: [Notification, NotificationChoice, Delivery],
  resolvers: [NotificationResolver, ViewerNotifications],
};
