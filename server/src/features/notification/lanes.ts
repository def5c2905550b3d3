import { NotificationKind } from './notification.entity.ts';

/** Whose voice it is: people who wrote, or did something for, this person; or Strikeboard, which watches the clocks. */
export const NotificationLane = {
  PEOPLE: 'PEOPLE',
  SYSTEM: 'SYSTEM',
} as const;
export type NotificationLane = keyof typeof NotificationLane;

export const laneOf: Readonly<Record<NotificationKind, NotificationLane>> = {
  INVITED: 'PEOPLE',
  LEASE_EXPIRING: 'SYSTEM',
  LEASE_EXPIRED: 'SYSTEM',
  CARD_TAKEN_BACK: 'PEOPLE',
  PARTNER_JOINED: 'PEOPLE',
  PARTNER_LEFT: 'PEOPLE',
  PARTNER_HANDED_IN: 'PEOPLE',
  LOCAL_ANSWERED: 'PEOPLE',
  CHANGES_REQUESTED: 'PEOPLE',
  APPROVED: 'PEOPLE',
  VOLUNTEER_WAITS: 'PEOPLE',
  WORK_WAITS: 'SYSTEM',
  CRAFT_WAITS: 'SYSTEM',
  COMMENTED: 'PEOPLE',
  BRIEF_CHANGED: 'PEOPLE',
  LOOK_ASKED: 'PEOPLE',
  STANDING_CHANGED: 'SYSTEM',
  RECOVERY_CODE_RENEWED: 'SYSTEM',
  ASK_CAME: 'SYSTEM',
  ASK_HELD: 'SYSTEM',
  PLAN_AGREED: 'PEOPLE',
  PLAN_ANSWERED: 'PEOPLE',
  CAMPAIGN_ENDED: 'SYSTEM',
  ROLE_CHANGED: 'PEOPLE',
  LEAD_ASKED: 'PEOPLE',
  LEAD_DECLINED: 'PEOPLE',
  COORDINATOR_NAMED: 'SYSTEM',
  CAME_BACK: 'SYSTEM',
  ROLE_LINK_MADE: 'PEOPLE',
};

export const kindsOf = (lane: NotificationLane): NotificationKind[] =>
  Object.values(NotificationKind).filter((kind) => laneOf[kind] === lane);
