import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Sensitivity } from '../../core/access/sensitivity.ts';
import { Skill } from '../../core/access/skill.ts';
import { LinkType } from '../../core/card/card.type.ts';
import { connectionType, countedType } from '../../platform/graphql/connection.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { WallFold } from '../../platform/input/wall-time.ts';
import { EventKind, EventPart, EventPrice } from './event.entity.ts';
import type { SessionRow } from './event-sessions.ts';
import { EventPhase, type EventRow, EventWhen } from './read-events.ts';
import { RepeatEvery } from './repeat-event.ts';

registerEnumType(EventKind, {
  name: 'EventKind',
  description: 'What sort of event it is.',
  valuesConfig: {
    CONVERSATION: { description: 'People talk on a stage or a stream; others ask.' },
    TRAINING: { description: 'Something is taught and practised, in sessions.' },
    RALLY: { description: 'People stand together somewhere.' },
    CALL: { description: 'A call in which people plan.' },
  },
});
registerEnumType(EventPart, {
  name: 'EventPart',
  description: 'What a group is to an event that another one holds.',
  valuesConfig: {
    CO_HOST: { description: 'Holds it too.' },
    SUPPORTER: { description: 'Supports it.' },
    SPONSOR: { description: 'Pays for something.' },
  },
});
registerEnumType(EventPrice, {
  name: 'EventPrice',
  description: 'What it costs; `priceWords` say more.',
  valuesConfig: {
    FREE: { description: 'Nothing.' },
    SUGGESTED: { description: 'A gift is suggested; nobody is turned away.' },
    SCHOLARSHIP: { description: 'Something, with places for those who cannot pay.' },
  },
});
registerEnumType(EventPhase, {
  name: 'EventPhase',
  description: 'Where an event stands, by the clock of the database.',
  valuesConfig: {
    BEFORE: { description: 'It is yet to come.' },
    NOW: { description: 'It is on.' },
    OVER: { description: 'It is over.' },
    CANCELLED: { description: 'It was called off.' },
  },
});
registerEnumType(EventWhen, {
  name: 'EventWhen',
  description: 'Which events of a list.',
  valuesConfig: {
    COMING: { description: 'Those that are on or yet to come, the next one first.' },
    PAST: { description: 'Those that are over, the last one first.' },
  },
});
registerEnumType(WallFold, {
  name: 'WallFold',
  description: 'Which moment is meant where clocks are put back and show a time twice.',
  valuesConfig: { EARLIER: { description: 'The first one.' }, LATER: { description: 'The second one.' } },
});
registerEnumType(RepeatEvery, {
  name: 'RepeatEvery',
  description: 'How often an event is repeated, at the time that clocks show.',
  valuesConfig: {
    WEEK: { description: 'Each week.' },
    FORTNIGHT: { description: 'Every other week.' },
    MONTH: { description: 'Each month on the same day of it, or on its last.' },
  },
});

@ObjectType('EventSpeaker', { description: 'Somebody who speaks.' })
export class EventSpeakerType {
  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { description: 'What they are there, such as "host"; may be empty.' })
  role!: string;

  @Field(() => String, { description: 'A line about them; may be empty.' })
  line!: string;
}

@ObjectType('EventParty', {
  description: 'A group that holds an event too, supports it, or pays for something.',
})
export class EventPartyType {
  @Field(() => EventPart, { description: 'What it is to the event.' })
  part!: EventPart;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  /** Row id; the field of that name is found in batches. */
  organizationId!: string | null;
}

@ObjectType('EventSession', { implements: Node, description: 'A part of an event that teaches something.' })
export class EventSessionType extends Node {
  /** Row ids. */
  uuid!: string;
  eventId!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'Who gives it; may be empty.' })
  presenter!: string;

  @Field(() => [Skill], { description: 'What it teaches.' })
  skills!: Skill[];

  @Field(() => [LinkType], { description: 'What to read or take along.' })
  materials!: LinkType[];

  @Field(() => String, { description: 'When clocks there say it begins, such as 2026-12-05T19:00.' })
  startsWall!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => Int, { description: 'How long it lasts, in minutes.' })
  minutes!: number;
}

export function toSession({ id, ...row }: SessionRow): EventSessionType {
  return Object.assign(new EventSessionType(), { ...row, uuid: id, id: toGlobalId('EventSession', id) });
}

@ObjectType('Event', {
  implements: Node,
  description: 'Where people come together: a talk, a training, a rally, a call.',
})
export class EventType extends Node {
  /** The row behind it, for the resolvers. */
  row!: EventRow;

  @Field(() => String, { description: 'Its name in addresses: /e/<slug>.' })
  slug!: string;

  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => EventKind, { description: 'What sort of event it is.' })
  kind!: EventKind;

  @Field(() => EventPhase, { description: 'Where it stands.' })
  phase!: EventPhase;

  @Field(() => [EventPartyType], { description: 'Who else holds, supports or pays for it.' })
  parties!: EventPartyType[];

  @Field(() => String, { description: 'Who leads through it; may be empty.' })
  chair!: string;

  @Field(() => [EventSpeakerType], { description: 'Who speaks.' })
  speakers!: EventSpeakerType[];

  @Field(() => String, { description: 'Where the room is; empty for one that is online alone.' })
  place!: string;

  @Field(() => Boolean, { description: 'Whether one can take part online.' })
  online!: boolean;

  @Field(() => String, { description: 'What it is called on social media, without the #; may be empty.' })
  hashtag!: string;

  @Field(() => String, { description: 'What it is about; may be empty.' })
  story!: string;

  @Field(() => [String], { description: 'Its languages, as BCP 47 tags.' })
  languages!: string[];

  @Field(() => String, { description: 'How one gets in, sees and hears; may be empty.' })
  accessibility!: string;

  @Field(() => Int, { nullable: true, description: 'Places in the room; null for no limit.' })
  roomCapacity!: number | null;

  @Field(() => Int, { nullable: true, description: 'Places online; null for no limit.' })
  onlineCapacity!: number | null;

  @Field(() => EventPrice, { description: 'What it costs.' })
  price!: EventPrice;

  @Field(() => String, { description: 'More about that, such as "10 dollars, if you can"; may be empty.' })
  priceWords!: string;

  @Field(() => Sensitivity, { description: 'Who may read of it at all.' })
  sensitivity!: Sensitivity;

  @Field(() => String, { description: 'When clocks there say it begins, such as 2026-12-05T19:00.' })
  startsWall!: string;

  @Field(() => String, { description: 'When clocks there say it ends.' })
  endsWall!: string;

  @Field(() => String, { description: 'Where these clocks hang: an IANA time zone.' })
  timeZone!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When it begins, by the rules of that zone.' })
  startsAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was called off; null else.' })
  cancelledAt!: Date | null;

  @Field(() => String, { description: 'What was said of that; empty while it takes place.' })
  cancelWords!: string;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When time or place were changed last; null when they never were.',
  })
  movedAt!: Date | null;
}

export const EventConnection = countedType(
  connectionType('Event', () => EventType),
  'EventConnection',
  'A page of a list of Event.',
);

/** An event as outsiders see it; what depends on the reader has resolvers. */
export function toEvent(row: EventRow): EventType {
  const { id, parties, ...words } = row;
  return Object.assign(new EventType(), {
    ...words,
    row,
    id: toGlobalId('Event', id),
    parties: parties.map((party) => Object.assign(new EventPartyType(), party)),
  });
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Event: true;
    EventSession: true;
  }
}
