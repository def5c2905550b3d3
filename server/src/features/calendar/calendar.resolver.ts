import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { campaignLoader } from '../../core/campaign/campaign.loader.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { organizationLoader } from '../../core/organization/organization.loader.ts';
import { OrganizationType } from '../../core/organization/organization.type.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { CalendarItemType, CalendarType, toCalendarItem } from './calendar.type.ts';
import { CalendarKind, readCalendar } from './read-calendar.ts';
import { requireRange } from './range.ts';

/** Hours of advisers are many, and looked for by who wants one. */
const USUAL = Object.values(CalendarKind).filter((kind) => kind !== 'HOURS');

@ArgsType()
class CalendarArgs {
  @Field(() => GraphQLDateTimeISO, { description: 'From when on.' })
  from!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'Until when, 62 days later at most.' })
  to!: Date;

  @Field(() => [CalendarKind], {
    nullable: true,
    description: 'Of these kinds alone; without it all but the hours of advisers.',
  })
  kinds?: CalendarKind[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of this campaign alone, all its cards that you may read.',
  })
  campaignId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this organization alone.' })
  organizationId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'What is yours alone: in your hands, booked, registered for, or of your organizations.',
  })
  mine!: boolean;
}

@Resolver(() => CalendarItemType)
export class CalendarResolver {
  @Query(() => CalendarType, {
    nullable: true,
    description: 'What has a time and you may read, between two moments.',
  })
  async calendar(
    @Args(() => CalendarArgs) { campaignId, organizationId, kinds, ...asked }: CalendarArgs,
    @Ctx() { em, reader, viewer }: Context,
  ): Promise<CalendarType> {
    requireRange(asked);
    const { items, isCut } = await readCalendar(
      em,
      {
        ...asked,
        kinds: kinds ?? USUAL,
        ...(campaignId != null && { campaignId: rowId('Campaign', campaignId) }),
        ...(organizationId != null && { organizationId: rowId('Organization', organizationId) }),
      },
      { reader, viewer },
    );
    return Object.assign(new CalendarType(), { items: items.map(toCalendarItem), isCut });
  }

  @FieldResolver(() => CampaignType, { nullable: true, description: 'Of which campaign.' })
  campaign(
    @Root() { campaignId }: CalendarItemType,
    @Ctx() { loaders }: Context,
  ): Promise<CampaignType> | null {
    return campaignId ? loaders.of(campaignLoader).load(campaignId) : null;
  }

  @FieldResolver(() => OrganizationType, { nullable: true, description: 'Of which organization.' })
  organization(
    @Root() { organizationId }: CalendarItemType,
    @Ctx() { loaders }: Context,
  ): Promise<OrganizationType> | null {
    return organizationId ? loaders.of(organizationLoader).load(organizationId) : null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Whose hours, or with whom you talk.',
  })
  person(@Root() { personId }: CalendarItemType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return personId ? loaders.of(personLoader).load(personId) : null;
  }
}
