import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CalendarKind, type CalendarRow } from './read-calendar.ts';

registerEnumType(CalendarKind, {
  name: 'CalendarKind',
  description: 'What stands in the calendar.',
  valuesConfig: {
    START: { description: 'T-0 of a campaign, where it is not hidden from you.' },
    DUE: { description: 'When a card is due that is not done: in your hands, or of the campaign you name.' },
    EVENT: { description: 'An event.' },
    SESSION: { description: 'A session of a training.' },
    TALK: { description: 'A talk of yours on the bench.' },
    HOURS: {
      description:
        'When an adviser can be booked, for two weeks from now or from when you ask on. None when signed out.',
    },
    CLOSING: { description: 'Until when an opening can be answered.' },
  },
});

@ObjectType('CalendarItem', { description: 'Something with a time.' })
export class CalendarItemType {
  @Field(() => CalendarKind, { description: 'What it is.' })
  kind!: CalendarKind;

  @Field(() => String, { description: 'Tells it from all others of one answer, and stays the same.' })
  key!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When it is, or begins.' })
  at!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it ends; null for a moment.' })
  until!: Date | null;

  @Field(() => String, {
    description: 'What it is called; empty for a talk and for hours, which have a person.',
  })
  title!: string;

  @Field(() => String, { nullable: true, description: 'The IANA zone in which it is meant.' })
  timeZone!: string | null;

  @Field(() => String, { description: 'The address of its page on this server, from the / on.' })
  path!: string;

  @Field(() => Int, { nullable: true, description: 'The number of the card that is due.' })
  number!: number | null;

  @Field(() => Boolean, { description: 'Whether it was called off.' })
  isCancelled!: boolean;

  /** Row ids; the fields of those names are found in batches. */
  campaignId!: string | null;
  organizationId!: string | null;
  personId!: string | null;
}

@ObjectType('Calendar', { description: 'What lies between two moments, soonest first.' })
export class CalendarType {
  @Field(() => [CalendarItemType], { description: 'As many as are told at once: 300.' })
  items!: CalendarItemType[];

  @Field(() => Boolean, { description: 'Whether there is more than is told: ask for a shorter time.' })
  isCut!: boolean;
}

export function toCalendarItem({ id, slug, ...row }: CalendarRow): CalendarItemType {
  return Object.assign(new CalendarItemType(), row, {
    key: `${row.kind}-${id}`,
    path: pathOf({ slug, ...row }),
  });
}

/** Where somebody reads more of it. */
export function pathOf({ kind, slug, number }: Pick<CalendarRow, 'kind' | 'slug' | 'number'>): string {
  switch (kind) {
    case 'START':
      return `/c/${slug}`;
    case 'DUE':
      return `/c/${slug}/board?card=${number}`;
    case 'EVENT':
    case 'SESSION':
      return `/e/${slug}`;
    case 'CLOSING':
      return `/o/${slug}`;
    case 'TALK':
      return '/me/talks';
    case 'HOURS':
      return '/bench';
  }
}
