import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { countedConnection } from '../../platform/graphql/connection.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Role } from '../../core/access/role.ts';
import { NotificationLane } from './lanes.ts';
import { NotificationKind } from './notification.entity.ts';
import type { NotificationRow } from './read-notifications.ts';
import type { Choice } from './update-choice.ts';
import { Payload } from '../../platform/graphql/payload.ts';

registerEnumType(NotificationKind, {
  name: 'NotificationKind',
  description: 'What a notification tells of.',
  valuesConfig: {
    INVITED: { description: 'You are asked whether you would take a card.' },
    LEASE_EXPIRING: { description: 'Your time for a card ends soon.' },
    LEASE_EXPIRED: { description: 'Your time for a card ran out; your draft is kept.' },
    PARTNER_JOINED: { description: 'Somebody joined you on a card for two.' },
    PARTNER_LEFT: { description: 'You hold a card alone now.' },
    PARTNER_HANDED_IN: { description: 'Who holds a card with you handed it in.' },
    CARD_TAKEN_BACK: { description: 'A card was taken back from you.' },
    LOCAL_ANSWERED: { description: 'What you waited for on a card is there.' },
    CHANGES_REQUESTED: { description: 'Your work came back with a wish.' },
    APPROVED: { description: 'The local said yes to your work.' },
    VOLUNTEER_WAITS: { description: 'For the local: a volunteer waits for something.' },
    WORK_WAITS: { description: 'For the local: work waits for its yes.' },
    CRAFT_WAITS: { description: 'For those who look at the craft: work waits for a review.' },
    BRIEF_CHANGED: { description: 'A card you hold asks for something else than you know.' },
    LOOK_ASKED: { description: 'For those who know the craft: a holder asks for a look at work under way.' },
    COMMENTED: { description: 'Somebody said something about a card of yours, or named you on one.' },
    RECOVERY_CODE_RENEWED: {
      description: 'You have a new recovery code: by a sign-in with the one before, or on request.',
    },
    CAME_BACK: {
      description:
        'Somebody came back to your account by a mail to its address; all sessions before have ended.',
    },
    STANDING_CHANGED: { description: 'You are trusted otherwise than before.' },
    ASK_CAME: { description: 'For coordinators: somebody asks for help.' },
    ASK_HELD: { description: 'For coordinators: requests for help are held back, for somebody to look at.' },
    PLAN_ANSWERED: { description: 'The local wrote back to its plan.' },
    PLAN_AGREED: { description: 'The local said go to a plan.' },
    CAMPAIGN_ENDED: { description: 'A campaign you helped has ended.' },
    ROLE_CHANGED: { description: 'Somebody got, changed or lost a role in your organization; you, perhaps.' },
    ROLE_LINK_MADE: {
      description: 'For organizers: somebody made an invite link for a role in your organization.',
    },
    TOKEN_MADE: {
      description: 'For organizers: somebody made a token by which a tool acts for your organization.',
    },
    LEAD_ASKED: { description: 'For organizers: somebody asks to lead a board of your organization.' },
    LEAD_DECLINED: { description: 'The organization said no to your wish to lead its board.' },
    ASSESSMENT_OPENED: { description: 'Your organization looks at itself: a round waits for your answers.' },
    ASSESSMENT_ANSWERED: { description: 'For organizers: everybody has answered the self-assessment.' },
    COORDINATOR_NAMED: { description: 'For coordinators: there is another one.' },
    EVENT_MOVED: {
      description: 'An event at which you have a place, or that you moderate, is at another time or place.',
    },
    EVENT_CANCELLED: {
      description: 'An event at which you have a place, or that you moderate, was called off.',
    },
    EVENT_CHAIRED: { description: 'You were named to moderate the room of an event.' },
    PLACE_OFFERED: { description: 'A place at an event is kept for you for a while: say yes or no.' },
    PLACE_GIVEN: { description: 'You waited in line, and a place at an event is yours.' },
    EVENT_TOMORROW: { description: 'An event at which you have a place is a day away.' },
    EVENT_SOON: {
      description: 'An event at which you have a place, or that you moderate, begins within the hour.',
    },
    EVENT_BEGAN: { description: 'An event at which you have a place began.' },
    FEEDBACK_ASKED: { description: 'An event at which you had a place is over: what do you say of it?' },
    RECAP_THERE: { description: 'The recap of an event at which you had a place is there.' },
    RECAP_WAITS: { description: 'For the local: the recap of an event waits for its yes.' },
    RECAP_CHANGES_ASKED: {
      description: 'For who prepared the recap of an event: somebody of the local wants it changed.',
    },
    BOOKING_MADE: { description: 'For an adviser: somebody booked a talk with them.' },
    BOOKING_MOVED: { description: 'For an adviser: a talk is at another time.' },
    BOOKING_CANCELLED: {
      description: 'The other one cancelled a talk on the bench, or cannot come any more.',
    },
    BOOKING_MISSED: { description: 'The other one says that a talk on the bench did not happen.' },
    BOOKING_SOON: { description: 'A talk on the bench begins within the hour.' },
    BENCH_INVITED: { description: 'A coordinator asks whether you would advise others.' },
    BENCH_REMOVED: { description: 'A coordinator took you off the bench.' },
    PRACTICE_WAITS: { description: 'For who runs a training: what somebody practised waits for an answer.' },
    PRACTICE_ANSWERED: { description: 'Somebody looked at what you practised.' },
    DRIFT_ASKED: { description: 'You took cards and were not here for a month: we ask why, once.' },
    QUESTION_WAITS: { description: 'For those who are asked: a question waits to be looked at.' },
    QUESTION_ANSWERED: { description: 'A question of yours was answered.' },
    APPLICATION_CAME: { description: 'For the hiring side: somebody answered an opening.' },
    APPLICATION_ANSWERED: { description: 'The hiring side of an opening said something to you.' },
    SUGGESTION_WAITS: { description: 'For those who are asked: somebody suggested or asked something.' },
    SUGGESTION_ANSWERED: { description: 'A question or suggestion of yours was answered.' },
    SUGGESTION_ACCEPTED: { description: 'A suggestion of yours became a card.' },
    SUGGESTION_DECLINED: { description: 'A suggestion of yours was declined, with the reason.' },
    SUGGESTION_DONE: { description: 'The card that a suggestion of yours became is done.' },
    WEBHOOK_OFF: { description: 'A webhook of yours delivers no more. It says why.' },
    APPLICATIONS_OVERDUE: {
      description: 'For the hiring side: people wait for an answer longer than was promised.',
    },
    OPENING_WITHDRAWN: { description: 'An opening that you answered was withdrawn.' },
  },
});

registerEnumType(NotificationLane, {
  name: 'NotificationLane',
  description: 'Whose voice a notice is.',
  valuesConfig: {
    PEOPLE: { description: 'Somebody wrote, asked, said yes or no.' },
    SYSTEM: { description: 'Strikeboard says it: clocks, roles, what waits.' },
  },
});

@ObjectType('Notification', {
  implements: Node,
  description:
    'Something that happened and that the viewer should know. `markNotificationsRead` takes its id.',
})
export class NotificationType extends Node {
  @Field(() => NotificationKind, { description: 'What it tells of.' })
  kind!: NotificationKind;

  @Field(() => GraphQLDateTimeISO, { description: 'When it happened.' })
  at!: Date;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When they read it; null while they did not.',
  })
  readAt!: Date | null;

  @Field(() => Role, {
    nullable: true,
    description: 'Of a change of roles: the new one; null where it was taken away.',
  })
  role!: Role | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it leads, of what has a page of its own; begins with a slash.',
  })
  path!: string | null;

  cardId!: string | null;
  campaignId!: string | null;
  organizationId!: string | null;
  aboutId!: string | null;
  eventId!: string | null;
}

export const NotificationConnection = countedConnection('Notification', () => NotificationType);

/** A notification as its person sees it. */
export function toNotification(row: NotificationRow): NotificationType {
  return Object.assign(new NotificationType(), { ...row, id: toGlobalId('Notification', row.id) });
}

@ObjectType('NotificationsChange', { description: 'A message of `notificationsChanged`.' })
export class NotificationsChangeType {
  @Field(() => Int, { description: 'How many they have not read.' })
  unread!: number;

  @Field(() => NotificationType, {
    nullable: true,
    description: 'The newest of all; null when there is none.',
  })
  latest!: NotificationType | null;
}

@ObjectType('NotificationChoice', { description: 'How somebody wants to be told outside of the app.' })
export class NotificationChoiceType implements Choice {
  @Field(() => Boolean, { description: 'By e-mail, to a confirmed address.' })
  email!: boolean;

  @Field(() => Boolean, { description: 'To their browsers; where one takes it, no e-mail goes out.' })
  push!: boolean;

  @Field(() => [NotificationKind], { description: 'What they do not want to be told of outside of the app.' })
  mutedKinds!: NotificationKind[];

  @Field(() => Int, { description: 'Quiet hours begin so many minutes after midnight, in their time zone.' })
  quietFrom!: number;

  @Field(() => Int, {
    description: 'Quiet hours end so many minutes after midnight; equal to the start for none.',
  })
  quietUntil!: number;

  @Field(() => Boolean, {
    description: 'For coordinators: one e-mail a day with numbers, at eight, in place of all others.',
  })
  digest!: boolean;

  @Field(() => String, { description: 'Their time zone, such as `America/Chicago`.' })
  timeZone!: string;

  @Field(() => String, {
    description: 'Language of messages, one that the product speaks, such as `en` or `es`.',
  })
  language!: string;
}

@InputType('NotificationChoiceAsReadInput', { description: 'As you read it, in the fields you change.' })
export class NotificationChoiceAsReadInput {
  @Field(() => Boolean, { nullable: true, description: 'By e-mail.' })
  email?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'To the browsers that take push messages.' })
  push?: boolean | null;

  @Field(() => [NotificationKind], {
    nullable: true,
    description: 'What not to be told of outside of the app.',
  })
  mutedKinds?: NotificationKind[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Start of quiet hours, 0 to 1439 minutes after midnight.',
  })
  quietFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'End of quiet hours, 0 to 1439 minutes after midnight.' })
  quietUntil?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'One e-mail a day with numbers; for coordinators.' })
  digest?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Time zone, such as `America/Chicago`.' })
  timeZone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Language of messages, one that the product speaks, such as `en` or `es`.',
  })
  language?: string | null;
}

@InputType('UpdateNotificationChoiceInput', {
  description: 'How to be told. What is left out stays as it is.',
})
export class UpdateNotificationChoiceInput extends NotificationChoiceAsReadInput {
  @Field(() => NotificationChoiceAsReadInput, {
    nullable: true,
    description:
      'The same fields as you read them: refused as StaleFields where one was changed since. What is left out is not compared.',
  })
  asRead?: NotificationChoiceAsReadInput | null;
}

@InputType('MarkNotificationsReadInput', { description: 'What has been read.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { nullable: true, description: 'Which; without it, all there are. 100 at most.' })
  notificationIds?: string[] | null;
}

@ObjectType('UpdateNotificationChoicePayload', { description: 'The answer to `updateNotificationChoice`.' })
export class UpdateNotificationChoicePayload extends Payload {
  @Field(() => NotificationChoiceType, {
    nullable: true,
    description: 'The choice as it is now; null when refused.',
  })
  choice!: NotificationChoiceType | null;
}

@ObjectType('MarkNotificationsReadPayload', { description: 'The answer to `markNotificationsRead`.' })
export class MarkNotificationsReadPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many are left to read; null when refused.' })
  unreadNotifications!: number | null;
}

@ObjectType('DeliveryTroubles', { description: 'Messages that do not get through, in numbers.' })
export class DeliveryTroublesType {
  @Field(() => Int, { description: 'Failed so far, and tried again.' })
  retrying!: number;

  @Field(() => Int, {
    description: 'Given up within the last seven days; what they told of goes into a later message.',
  })
  givenUp!: number;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Since when the first of those tried again waits.',
  })
  since!: Date | null;

  @Field(() => [String], { description: 'Why, as codes such as `SMTP_ECONNECTION`, most frequent first.' })
  reasons!: string[];
}

@ObjectType('MailUse', { description: 'Mails against the limits that this programme set for them.' })
export class MailUseType {
  @Field(() => Int, { description: 'Mails that left since the full hour.' })
  thisHour!: number;

  @Field(() => Int, { description: 'How many may leave in an hour.' })
  perHour!: number;

  @Field(() => Int, { description: 'Mails that left in 24 hours.' })
  thisDay!: number;

  @Field(() => Int, { description: 'How many may leave in 24 hours.' })
  perDay!: number;

  @Field(() => Int, { description: 'Codes for addresses that were asked for since the full hour.' })
  codesThisHour!: number;

  @Field(() => Int, { description: 'How many codes may go out in an hour.' })
  codesPerHour!: number;

  @Field(() => Int, { description: 'Codes that were asked for in 24 hours.' })
  codesThisDay!: number;

  @Field(() => Int, { description: 'How many codes may go out in 24 hours.' })
  codesPerDay!: number;

  @Field(() => Int, { description: 'How many codes may go to one domain in an hour.' })
  codesPerDomain!: number;

  @Field(() => Int, { description: 'How many codes one network may ask for in a day.' })
  codesPerNetwork!: number;

  @Field(() => Int, { description: 'How many codes a person, and a mailbox, gets in a day.' })
  codesPerMailbox!: number;
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Notification: true;
  }
}
