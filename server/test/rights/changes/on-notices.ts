import { type Change, NOBODYS_ID, ofNode, openChange } from './change.ts';

const aPushEndpoint = () => `https://fcm.googleapis.com/fcm/send/${Math.random().toString(36).slice(2)}`;

/** What decides how word gets through. */
export const ON_NOTICES: Change[] = [
  openChange('setEmail', 'oneself', () => ({ address: 'somebody@example.org' })),
  openChange('removeEmail', 'oneself', () => ({})),
  openChange('addPushSubscription', 'a browser', () => ({ endpoint: aPushEndpoint() })),
  openChange('removePushSubscription', 'a browser', () => ({ endpoint: aPushEndpoint() })),
  openChange('createCalendarFeed', 'oneself', () => ({})),
  openChange('revokeCalendarFeed', 'oneself', () => ({})),
  openChange('updateNotificationChoice', 'oneself', () => ({ quietFrom: 60 })),
  openChange('markNotificationsRead', 'all of them', () => ({})),
  openChange('markNotificationsRead', 'one of somebody', () => ({
    notificationIds: [ofNode('Notification', NOBODYS_ID)],
  })),
];
