import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { campaignLoader } from '../../core/campaign/campaign.loader.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { organizationLoader } from '../../core/organization/organization.loader.ts';
import { OrganizationType } from '../../core/organization/organization.type.ts';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import { pagesAddress } from '../../platform/http/public-address.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { languageTag } from '../../platform/input/text.ts';
import { searchedWords } from '../../platform/input/text-search.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { NotificationType } from '../notification/notification.type.ts';
import { EventKind } from './event.entity.ts';
import { eventLoader, sessionsLoader } from './event.loader.ts';
import { mayManageEvent } from './event.policy.ts';
import {
  EventConnection,
  EventPartyType,
  EventSessionType,
  EventType,
  toEvent,
  toSession,
} from './event.type.ts';
import { countEvents, EventWhen, listEvents, readEventBySlug } from './read-events.ts';

@ArgsType()
class EventsArgs extends TwoWayArgs {
  @Field(() => EventWhen, { defaultValue: EventWhen.COMING, description: 'What is coming, or what is over.' })
  when!: EventWhen;

  @Field(() => EventKind, { nullable: true, description: 'Of this sort alone.' })
  kind?: EventKind | null;

  @Field(() => ID, { nullable: true, description: 'Held by this organization alone.' })
  organizationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In this language alone, as a BCP 47 tag; `es` finds `es-MX`.',
  })
  language?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'With each of these words in title or story; 100 characters at most.',
  })
  text?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Of organizations in which you have a role alone.',
  })
  mine!: boolean;
}

@Resolver(() => EventType)
export class EventResolver {
  @Query(() => EventType, {
    nullable: true,
    description: 'The event at /e/<slug>; null if there is none you may read.',
  })
  async event(
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
    @Ctx() { em, reader }: Context,
  ): Promise<EventType | null> {
    const row = await readEventBySlug(em, reader, slug);
    return row ? toEvent(row) : null;
  }

  @Query(() => EventConnection, { nullable: true, description: 'Events you may read.' })
  async events(
    @Args(() => EventsArgs) asked: EventsArgs,
    @Ctx() { em, reader, viewer }: Context,
  ): Promise<Counted<EventType>> {
    const span = spanOf(asked, 20);
    const { when, kind, organizationId, language, mine } = asked;
    const filter = {
      ...{ when, kind, language: language == null ? null : languageTag(language, 'language') },
      words: searchedWords(asked.text, 'text'),
      ...(organizationId != null && { organizationId: rowId('Organization', organizationId) }),
      ...(mine && { organizationIds: [...(viewer?.roles.keys() ?? [])] }),
    };
    const rows = await listEvents(em, reader, filter, span);
    return {
      ...spanToConnection(rows, span, { keys: (row) => [row.startsAt, row.id], node: toEvent }),
      count: () => countEvents(em.fork(), reader, filter),
    };
  }

  @FieldResolver(() => String, { description: 'The address of its page.' })
  url(@Root() { row }: EventType, @Ctx() context: Context): string {
    return `${pagesAddress(context)}/e/${row.slug}`;
  }

  @FieldResolver(() => OrganizationType, { description: 'Who holds it.' })
  organization(@Root() { row }: EventType, @Ctx() { loaders }: Context): Promise<OrganizationType> {
    return loaders.of(organizationLoader).load(row.organizationId);
  }

  @FieldResolver(() => CampaignType, {
    nullable: true,
    description: 'The campaign it is for; null for none, and where you may not read that one.',
  })
  campaign(@Root() { row }: EventType, @Ctx() { loaders }: Context): Promise<CampaignType | null> | null {
    return row.campaignId ? loaders.of(campaignLoader).load(row.campaignId).catch(nullIfRefused) : null;
  }

  @FieldResolver(() => [EventSessionType], { description: 'Its sessions, in their order.' })
  async sessions(@Root() { row }: EventType, @Ctx() { loaders }: Context): Promise<EventSessionType[]> {
    return (await loaders.of(sessionsLoader).load(row.id)).map(toSession);
  }

  @FieldResolver(() => Boolean, { description: 'Whether you may change it and stand at its door.' })
  canManage(@Root() { row }: EventType, @Ctx() { viewer }: Context): boolean {
    return viewer !== null && viewer.standing !== 'SUSPENDED' && mayManageEvent(viewer, row);
  }
}

@Resolver(() => EventPartyType)
export class EventPartyResolver {
  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'The organization, where it is one of this server.',
  })
  async organization(
    @Root() { organizationId }: EventPartyType,
    @Ctx() { loaders }: Context,
  ): Promise<OrganizationType | null> {
    return organizationId
      ? loaders
          .of(organizationLoader)
          .load(organizationId)
          .catch(() => null)
      : null;
  }
}

/** In a stream these read for a class of viewers, so nothing here asks who the viewer is. */
@Resolver(() => NotificationType)
export class NotificationEvent {
  @FieldResolver(() => EventType, {
    nullable: true,
    description: 'The event it is about; null for none, and for one they may not read any more.',
  })
  event(
    @Root() { eventId }: NotificationType,
    @Ctx() { loaders }: Context,
  ): Promise<EventType | null> | null {
    return eventId ? loaders.of(eventLoader).load(eventId).catch(nullIfRefused) : null;
  }
}
