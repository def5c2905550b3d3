import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Card } from '../../core/board/card.entity.ts';
import { Campaign } from '../../core/campaign/campaign.entity.ts';
import { Organization } from '../../core/organization/organization.entity.ts';
import { Role } from '../../core/access/role.ts';
import { Person } from '../../core/person/person.entity.ts';

export const NotificationKind = {
  INVITED: 'INVITED',
  LEASE_EXPIRING: 'LEASE_EXPIRING',
  LEASE_EXPIRED: 'LEASE_EXPIRED',
  CARD_TAKEN_BACK: 'CARD_TAKEN_BACK',
  /** For one of two who hold a card: the other came, goes no further, or handed in for both. */
  PARTNER_JOINED: 'PARTNER_JOINED',
  PARTNER_LEFT: 'PARTNER_LEFT',
  PARTNER_HANDED_IN: 'PARTNER_HANDED_IN',
  LOCAL_ANSWERED: 'LOCAL_ANSWERED',
  CHANGES_REQUESTED: 'CHANGES_REQUESTED',
  APPROVED: 'APPROVED',
  /** For the local: a volunteer waits for something. */
  VOLUNTEER_WAITS: 'VOLUNTEER_WAITS',
  /** For the local: work waits for its yes. */
  WORK_WAITS: 'WORK_WAITS',
  /** For those who look at the craft. */
  CRAFT_WAITS: 'CRAFT_WAITS',
  /** For those who look at the craft: a holder asks for a look. */
  LOOK_ASKED: 'LOOK_ASKED',
  COMMENTED: 'COMMENTED',
  /** For who holds a card: somebody else wrote other words on it. */
  BRIEF_CHANGED: 'BRIEF_CHANGED',
  STANDING_CHANGED: 'STANDING_CHANGED',
  /** By a sign-in, or by themselves. */
  RECOVERY_CODE_RENEWED: 'RECOVERY_CODE_RENEWED',
  /** Into their account, by a mail to its address. */
  CAME_BACK: 'CAME_BACK',
  /** For coordinators. */
  ASK_CAME: 'ASK_CAME',
  ASK_HELD: 'ASK_HELD',
  PLAN_AGREED: 'PLAN_AGREED',
  /** For coordinators: a local wrote back to its plan. */
  PLAN_ANSWERED: 'PLAN_ANSWERED',
  CAMPAIGN_ENDED: 'CAMPAIGN_ENDED',
  /** For organizers and the person: somebody got, changed or lost a role. */
  ROLE_CHANGED: 'ROLE_CHANGED',
  /** For organizers: somebody made a link by which others join them. */
  ROLE_LINK_MADE: 'ROLE_LINK_MADE',
  /** For organizers: somebody asks to lead a board of theirs. */
  LEAD_ASKED: 'LEAD_ASKED',
  /** For whoever asked to lead: the organization said no. */
  LEAD_DECLINED: 'LEAD_DECLINED',
  /** For coordinators: there is one more. */
  COORDINATOR_NAMED: 'COORDINATOR_NAMED',
  /** For who has a place at an event, or moderates it: it is at another time or place, or does not take place. */
  EVENT_MOVED: 'EVENT_MOVED',
  EVENT_CANCELLED: 'EVENT_CANCELLED',
  /** For somebody who was named to moderate the room of an event. */
  EVENT_CHAIRED: 'EVENT_CHAIRED',
  /** For who waits in line: a place is kept for a while, or is theirs. */
  PLACE_OFFERED: 'PLACE_OFFERED',
  PLACE_GIVEN: 'PLACE_GIVEN',
  /** For who has a place: a day and an hour before (that also for who moderates), and when it began without them. */
  EVENT_TOMORROW: 'EVENT_TOMORROW',
  EVENT_SOON: 'EVENT_SOON',
  EVENT_BEGAN: 'EVENT_BEGAN',
  /** For who had a place: what they say of it is asked, once; its recap is there. */
  FEEDBACK_ASKED: 'FEEDBACK_ASKED',
  RECAP_THERE: 'RECAP_THERE',
  /** For the local: a recap waits for its yes. */
  RECAP_WAITS: 'RECAP_WAITS',
  /** For who prepared a recap: somebody of the local wants it changed. */
  RECAP_CHANGES_ASKED: 'RECAP_CHANGES_ASKED',
  /** The bench. For an adviser: somebody booked a talk. For the other of the two: it was moved, cancelled, missed. */
  BOOKING_MADE: 'BOOKING_MADE',
  BOOKING_MOVED: 'BOOKING_MOVED',
  BOOKING_CANCELLED: 'BOOKING_CANCELLED',
  BOOKING_MISSED: 'BOOKING_MISSED',
  /** For both: it begins within the hour. */
  BOOKING_SOON: 'BOOKING_SOON',
  /** A coordinator asks whether they would advise; or took them off the bench. */
  BENCH_INVITED: 'BENCH_INVITED',
  BENCH_REMOVED: 'BENCH_REMOVED',
  /** For who runs a training: somebody handed in what they practised. */
  PRACTICE_WAITS: 'PRACTICE_WAITS',
  PRACTICE_ANSWERED: 'PRACTICE_ANSWERED',
  /** Once, for who took cards and did nothing since: we ask why. */
  DRIFT_ASKED: 'DRIFT_ASKED',
  /** For those who are asked: questions wait to be looked at. */
  QUESTION_WAITS: 'QUESTION_WAITS',
  QUESTION_ANSWERED: 'QUESTION_ANSWERED',
  /** For the hiring side of an opening. */
  APPLICATION_CAME: 'APPLICATION_CAME',
  /** For whoever answered an opening: the hiring side said something. */
  APPLICATION_ANSWERED: 'APPLICATION_ANSWERED',
  /** For the hiring side: people wait longer than was promised. */
  APPLICATIONS_OVERDUE: 'APPLICATIONS_OVERDUE',
  /** For people of an organization: a round of its self-assessment was opened. */
  ASSESSMENT_OPENED: 'ASSESSMENT_OPENED',
  /** For its organizers: everybody has answered. */
  ASSESSMENT_ANSWERED: 'ASSESSMENT_ANSWERED',
  /** For whoever waits for an answer: nobody is sought any more. */
  OPENING_WITHDRAWN: 'OPENING_WITHDRAWN',
  /** For those who are asked: something was suggested or asked. */
  SUGGESTION_WAITS: 'SUGGESTION_WAITS',
  /** For whoever made it. */
  SUGGESTION_ANSWERED: 'SUGGESTION_ANSWERED',
  SUGGESTION_ACCEPTED: 'SUGGESTION_ACCEPTED',
  SUGGESTION_DECLINED: 'SUGGESTION_DECLINED',
  SUGGESTION_DONE: 'SUGGESTION_DONE',
  /** For organizers: a tool may act for their organization. */
  TOKEN_MADE: 'TOKEN_MADE',
  /** For whoever made it: a webhook delivers no more. */
  WEBHOOK_OFF: 'WEBHOOK_OFF',
} as const;
export type NotificationKind = keyof typeof NotificationKind;

/** Something that happened and that one person should know. Holds no words: they are made when it is shown. */
export const Notification = defineEntity({
  name: 'Notification',
  tableName: 'notification',
  properties: (p) => ({
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    kind: p.enum(Object.values(NotificationKind)),
    card: () => p.manyToOne(Card).mapToPk().nullable().deleteRule('cascade'),
    campaign: () => p.manyToOne(Campaign).mapToPk().nullable().deleteRule('cascade'),
    organization: () => p.manyToOne(Organization).mapToPk().nullable().deleteRule('cascade'),
    /** Somebody else whom it is about. */
    about: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('cascade'),
    /** Of a change of roles: the new one; null where it was taken away. */
    role: p.enum(Object.values(Role)).nullable(),
    /** Of a noun above, which takes its notices along when it goes. */
    eventId: p.uuid().nullable(),
    /** Where it leads, of what has a page of its own; begins with a slash. The noun takes them along when the page goes. */
    path: p.text().nullable(),
    at: p.datetime(3).defaultRaw('clock_timestamp()'),
    readAt: p.datetime(3).nullable(),
    /** The delivery that took it out of the house; null while none did. */
    delivery: p.uuid().nullable(),
  }),
  indexes: [
    { properties: ['person', 'id'] },
    {
      name: 'notification_undelivered',
      expression: `create index notification_undelivered on notification (person_id) where delivery is null and read_at is null`,
    },
    // Cards that were added by mistake go with what was said of them.
    { properties: ['card'] },
    { properties: ['eventId'] },
    {
      name: 'notification_unsettled',
      expression: `create index notification_unsettled on notification (card_id) where read_at is null`,
    },
  ],
});

export type Notification = InferEntity<typeof Notification>;

/** How somebody wants to be told. Without a row: in the app alone. */
export const NotificationChoice = defineEntity({
  name: 'NotificationChoice',
  tableName: 'notification_choice',
  properties: (p) => ({
    person: () => p.manyToOne(Person).mapToPk().primary().deleteRule('cascade'),
    email: p.boolean().default(false),
    push: p.boolean().default(false),
    /** Kinds they do not want outside the app. */
    muted: p.array().$type<NotificationKind[]>().default([]),
    /** Minutes after midnight in their zone; equal for none. */
    quietFrom: p.integer().default(1320),
    quietUntil: p.integer().default(480),
    /** One message a day instead; for coordinators. */
    digest: p.boolean().default(false),
    timeZone: p.text().default('UTC'),
    language: p.text().default('en'),
    /** When a job comes to look again at what had to wait (quiet hours, three a day); at most one such job waits. */
    wakeAt: p.datetime(3).nullable(),
    /** When the next digest is due; a digest job for another moment is an old one. */
    digestAt: p.datetime(3).nullable(),
  }),
});

export type NotificationChoice = InferEntity<typeof NotificationChoice>;

/** One message that left the house, or is about to. The primary key is its idempotency key. */
export const Delivery = defineEntity({
  name: 'Delivery',
  tableName: 'delivery',
  properties: (p) => ({
    id: p.uuid().primary(),
    /** Null for a message to somebody without an account. */
    person: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('cascade'),
    channel: p.enum(['EMAIL', 'PUSH', 'DIGEST']),
    createdAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    sentAt: p.datetime(3).nullable(),
    attempts: p.integer().default(0),
    /** Why the last attempt failed, without addresses. */
    failure: p.text().nullable(),
    gaveUpAt: p.datetime(3).nullable(),
  }),
  indexes: [
    { properties: ['person', 'createdAt'] },
    {
      name: 'delivery_failing',
      expression: `create index delivery_failing on delivery (created_at) where sent_at is null`,
    },
  ],
});

export type Delivery = InferEntity<typeof Delivery>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Notification: typeof Notification;
    NotificationChoice: typeof NotificationChoice;
    Delivery: typeof Delivery;
  }
}
