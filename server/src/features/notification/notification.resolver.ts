import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { CardType } from '../../core/card/card.type.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import type { Context } from '../../core/access/context.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { OrganizationType } from '../../core/organization/organization.type.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { isTeamOf } from '../../core/access/viewer.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { Refusal } from '../../platform/refusal/refusal.ts';
import { readDeliveryTroubles } from './delivery-troubles.ts';
import { readMailUse } from '../../platform/mail/mail-room.ts';
import { NotificationLane } from './lanes.ts';
import { markNotificationsRead } from './mark-read.ts';
import {
  DeliveryTroublesType,
  MailUseType,
  MarkNotificationsReadInput,
  MarkNotificationsReadPayload,
  NotificationChoiceType,
  NotificationConnection,
  NotificationType,
  toNotification,
  UpdateNotificationChoiceInput,
  UpdateNotificationChoicePayload,
} from './notification.type.ts';
import {
  countNotifications,
  countUnread,
  findNotification,
  listNotifications,
} from './read-notifications.ts';
import { type Choice, readChoice, updateNotificationChoice } from './update-choice.ts';
import { campaignLoader } from '../../core/campaign/campaign.loader.ts';
import { cardLoader } from '../../core/card/card.loader.ts';
import { organizationLoader } from '../../core/organization/organization.loader.ts';
import { personLoader } from '../../core/person/person.loader.ts';

const lane = { nullable: true, description: 'Of one lane alone; of both when left out.' };
const input = { description: 'What the mutation takes.' };

@Resolver(() => ViewerType)
export class ViewerNotifications {
  @FieldResolver(() => NotificationConnection, { description: 'What they were told, newest first.' })
  async notifications(
    @Root() { viewer }: ViewerType,
    @Arg('lane', () => NotificationLane, lane) ofLane: NotificationLane | null,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() { em }: Context,
  ): Promise<Counted<NotificationType>> {
    const span = spanOf(page, 20);
    const told = { personId: viewer.personId, lane: ofLane };
    const rows = await listNotifications(em, told, span);
    return {
      ...spanToConnection(rows, span, { keys: ({ id }) => [id], node: toNotification }),
      count: () => countNotifications(em.fork(), told),
    };
  }

  @FieldResolver(() => Int, { description: 'How many of these they have not read.' })
  unreadNotifications(
    @Root() { viewer }: ViewerType,
    @Arg('lane', () => NotificationLane, lane) ofLane: NotificationLane | null,
    @Ctx() { em }: Context,
  ): Promise<number> {
    return countUnread(em, viewer.personId, ofLane);
  }

  @FieldResolver(() => NotificationChoiceType, {
    description: 'How they want to be told outside of the app.',
  })
  async notificationChoice(
    @Root() { viewer }: ViewerType,
    @Ctx() { em }: Context,
  ): Promise<NotificationChoiceType> {
    return toChoice(await readChoice(em, viewer.personId));
  }

  @Query(() => DeliveryTroublesType, {
    nullable: true,
    description: 'Messages that do not get through. For coordinators; null for all others.',
  })
  async deliveryTroubles(@Ctx() { viewer, em }: Context): Promise<DeliveryTroublesType | null> {
    if (!viewer?.coordinator || viewer.standing === 'SUSPENDED') return null;
    return Object.assign(new DeliveryTroublesType(), await readDeliveryTroubles(em));
  }

  @Query(() => MailUseType, {
    nullable: true,
    description: 'How many mails left, and how many may. For coordinators; null for all others.',
  })
  async mailUse(@Ctx() { viewer, em, services }: Context): Promise<MailUseType | null> {
    if (!viewer?.coordinator || viewer.standing === 'SUSPENDED') return null;
    return Object.assign(new MailUseType(), services.config.mailLimits, await readMailUse(em));
  }

  @Mutation(() => UpdateNotificationChoicePayload, { description: 'Say how to be told outside of the app.' })
  updateNotificationChoice(
    @Arg('input', () => UpdateNotificationChoiceInput, input) given: UpdateNotificationChoiceInput,
    @Ctx() context: Context,
  ): Promise<UpdateNotificationChoicePayload> {
    return answer(async () => ({
      choice: toChoice(await updateNotificationChoice(context.services, signedIn(context), given)),
    }));
  }

  @Mutation(() => MarkNotificationsReadPayload, {
    description: 'Say what has been read. What is read is not sent any more.',
  })
  markNotificationsRead(
    @Arg('input', () => MarkNotificationsReadInput, input) { notificationIds }: MarkNotificationsReadInput,
    @Ctx() context: Context,
  ): Promise<MarkNotificationsReadPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const ids = notificationIds?.map((id) => rowId('Notification', id)) ?? null;
      return { unreadNotifications: await markNotificationsRead(context.services, viewer, ids) };
    });
  }
}

/** In a stream these read for a class of viewers, so nothing here asks who the viewer is. */
@Resolver(() => NotificationType)
export class NotificationResolver {
  @FieldResolver(() => CardType, {
    nullable: true,
    description: 'The card it is about; null for none, and for one they may not read any more.',
  })
  card(@Root() { cardId }: NotificationType, @Ctx() { loaders }: Context): Promise<CardType | null> | null {
    return cardId === null ? null : loaders.of(cardLoader).load(cardId).catch(ifReadable);
  }

  @FieldResolver(() => CampaignType, {
    nullable: true,
    description: 'The campaign it is about; null for none, and for one they may not read any more.',
  })
  campaign(
    @Root() { campaignId }: NotificationType,
    @Ctx() { loaders }: Context,
  ): Promise<CampaignType | null> | null {
    return campaignId === null ? null : loaders.of(campaignLoader).load(campaignId).catch(ifReadable);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'The organization it is about; null for none, and for whoever is not of it any more.',
  })
  organization(
    @Root() { organizationId }: NotificationType,
    @Ctx() { loaders, reader }: Context,
  ): Promise<OrganizationType> | null {
    return organizationId && isTeamOf(reader, organizationId)
      ? loaders.of(organizationLoader).load(organizationId)
      : null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description:
      'Somebody it is about; null for nobody, and for whoever is not of their organization any more.',
  })
  about(
    @Root() { aboutId, organizationId }: NotificationType,
    @Ctx() { loaders, reader }: Context,
  ): Promise<PersonType> | null {
    const mayKnow = organizationId === null ? reader.teamOf === 'EVERY' : isTeamOf(reader, organizationId);
    return aboutId && mayKnow ? loaders.of(personLoader).load(aboutId) : null;
  }
}

function ifReadable(error: unknown): null {
  if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
  throw error;
}

const toChoice = (choice: Choice) => Object.assign(new NotificationChoiceType(), choice);

/** A notification by its row id, for whom it tells and nobody else: no tool of theirs either. */
export async function ownNotification({ em, viewer }: Context, id: string): Promise<NotificationType | null> {
  const row = viewer && !viewer.token ? await findNotification(em, viewer.personId, id) : null;
  return row && toNotification(row);
}
