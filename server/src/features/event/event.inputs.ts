import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Sensitivity } from '../../core/access/sensitivity.ts';
import { Skill } from '../../core/access/skill.ts';
import { LinkInput } from '../../core/card/card.inputs.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { WallFold } from '../../platform/input/wall-time.ts';
import { EventKind, EventPart, EventPrice } from './event.entity.ts';
import { EventType } from './event.type.ts';
import { RepeatEvery } from './repeat-event.ts';

@InputType('EventSpeakerInput', { description: 'Somebody who speaks.' })
export class EventSpeakerInput {
  @Field(() => String, { description: 'The name; 120 characters at most.' })
  name!: string;

  @Field(() => String, { defaultValue: '', description: 'What they are there; 120 characters at most.' })
  role!: string;

  @Field(() => String, { defaultValue: '', description: 'A line about them; 300 characters at most.' })
  line!: string;
}

@InputType('EventPartyInput', { description: 'A group that holds an event too, supports it, or pays.' })
export class EventPartyInput {
  @Field(() => EventPart, { description: 'What it is to the event.' })
  part!: EventPart;

  @Field(() => String, { description: 'What it is called; 120 characters at most.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The organization, where it is one of this server.' })
  organizationId?: string | null;
}

@InputType('EventSessionInput', { description: 'A part of an event that teaches something.' })
export class EventSessionInputType {
  @Field(() => ID, {
    nullable: true,
    description: 'Of a session that is there: it is changed, and stays itself.',
  })
  id?: string | null;

  @Field(() => String, { description: 'What it is called; 120 characters at most.' })
  title!: string;

  @Field(() => String, { defaultValue: '', description: 'Who gives it; 120 characters at most.' })
  presenter!: string;

  @Field(() => [Skill], { defaultValue: [], description: 'What it teaches.' })
  skills!: Skill[];

  @Field(() => [LinkInput], { defaultValue: [], description: 'What to read or take along; twelve at most.' })
  materials!: LinkInput[];

  @Field(() => String, { description: 'When clocks there say it begins, such as 2026-12-05T19:00.' })
  startsWall!: string;

  @Field(() => WallFold, { nullable: true, description: 'Which one, where that time comes twice.' })
  startsFold?: WallFold | null;

  @Field(() => Int, { description: 'How long it lasts, in minutes: 5 to 1440.' })
  minutes!: number;
}

@InputType('EventAsReadInput', { description: 'An event as you read it, in the fields you change.' })
export class EventWords {
  @Field(() => String, { nullable: true, description: 'Its name; 120 characters at most.' })
  title?: string | null;

  @Field(() => EventKind, { nullable: true, description: 'What sort of event it is.' })
  kind?: EventKind | null;

  @Field(() => [EventPartyInput], {
    nullable: true,
    description: 'Who else holds, supports or pays for it; 20 at most.',
  })
  parties?: EventPartyInput[] | null;

  @Field(() => String, { nullable: true, description: 'Who leads through it; 120 characters at most.' })
  chair?: string | null;

  @Field(() => [EventSpeakerInput], { nullable: true, description: 'Who speaks; 20 at most.' })
  speakers?: EventSpeakerInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the room is; 300 characters at most. Empty for none.',
  })
  place?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether one can take part online; with a stream always.',
  })
  online?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Address of the stream.' })
  streamUrl?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is called on social media; 60 characters at most.',
  })
  hashtag?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about; 5000 characters at most.' })
  story?: string | null;

  @Field(() => [String], { nullable: true, description: 'Its languages, as BCP 47 tags.' })
  languages?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'How one gets in, sees and hears; 1000 characters at most.',
  })
  accessibility?: string | null;

  @Field(() => Int, { nullable: true, description: 'Places in the room; null for no limit.' })
  roomCapacity?: number | null;

  @Field(() => Int, { nullable: true, description: 'Places online; null for no limit.' })
  onlineCapacity?: number | null;

  @Field(() => EventPrice, { nullable: true, description: 'What it costs.' })
  price?: EventPrice | null;

  @Field(() => String, { nullable: true, description: 'More about that; 300 characters at most.' })
  priceWords?: string | null;

  @Field(() => Sensitivity, { nullable: true, description: 'Who may read of it at all; everybody at first.' })
  sensitivity?: Sensitivity | null;

  @Field(() => String, {
    nullable: true,
    description: 'When clocks there say it begins, such as 2026-12-05T19:00.',
  })
  startsWall?: string | null;

  @Field(() => String, { nullable: true, description: 'When clocks there say it ends.' })
  endsWall?: string | null;

  @Field(() => String, { nullable: true, description: 'Where these clocks hang: an IANA time zone.' })
  timeZone?: string | null;

  @Field(() => [EventSessionInputType], { nullable: true, description: 'All its sessions; 30 at most.' })
  sessions?: EventSessionInputType[] | null;
}

@InputType('EventWordsInput', { description: 'What is said about an event.' })
class FoldedWords extends EventWords {
  @Field(() => WallFold, {
    nullable: true,
    description: 'Which one, where the time of its beginning comes twice.',
  })
  startsFold?: WallFold | null;

  @Field(() => WallFold, { nullable: true, description: 'Which one, where the time of its end comes twice.' })
  endsFold?: WallFold | null;
}

@InputType('CreateEventInput', {
  description: 'A new event. Title, kind, both times, zone and a where are needed.',
})
export class CreateEventInput extends FoldedWords {
  @Field(() => ID, { description: 'Who holds it.' })
  organizationId!: string;

  @Field(() => ID, { nullable: true, description: 'A campaign of theirs that it is for.' })
  campaignId?: string | null;

  @Field(() => String, { description: 'Its name in addresses: 3 to 60 lower-case letters, digits, hyphens.' })
  slug!: string;

  @Field(() => String, { nullable: true, description: 'Sent again with the same one, it makes no other.' })
  requestId?: string | null;
}

@ObjectType('CreateEventPayload', { description: 'The answer to `createEvent`.' })
export class CreateEventPayload extends Payload {
  @Field(() => EventType, { nullable: true, description: 'The new event; null when refused.' })
  event!: EventType | null;
}

@InputType('UpdateEventInput', {
  description: 'What is new about an event; what is left out stays as it is.',
})
export class UpdateEventInput extends FoldedWords {
  @Field(() => ID, { description: 'Which one.' })
  eventId!: string;

  @Field(() => EventWords, {
    nullable: true,
    description:
      'The fields you change, as you read them: what somebody else changed meanwhile is not overwritten.',
  })
  asRead?: EventWords | null;
}

@ObjectType('UpdateEventPayload', { description: 'The answer to `updateEvent`.' })
export class UpdateEventPayload extends Payload {
  @Field(() => EventType, { nullable: true, description: 'The event as it is now; null when refused.' })
  event!: EventType | null;
}

@InputType('CancelEventInput', { description: 'Which event to call off.' })
export class CancelEventInput {
  @Field(() => ID, { description: 'Which one.' })
  eventId!: string;

  @Field(() => String, { description: 'A word for those who were to come; 500 characters at most.' })
  words!: string;
}

@ObjectType('CancelEventPayload', { description: 'The answer to `cancelEvent`.' })
export class CancelEventPayload extends Payload {
  @Field(() => EventType, { nullable: true, description: 'The event, called off; null when refused.' })
  event!: EventType | null;
}

@InputType('RepeatEventInput', { description: 'How an event is repeated.' })
export class RepeatEventInput {
  @Field(() => ID, { description: 'Which one; its times count.' })
  eventId!: string;

  @Field(() => RepeatEvery, { description: 'How often.' })
  every!: RepeatEvery;

  @Field(() => Int, { description: 'How many more there shall be, from 1 to 26.' })
  times!: number;

  @Field(() => WallFold, {
    nullable: true,
    description: 'Which one, where the time of a beginning comes twice.',
  })
  startsFold?: WallFold | null;

  @Field(() => WallFold, { nullable: true, description: 'Which one, where the time of an end comes twice.' })
  endsFold?: WallFold | null;
}

@ObjectType('RepeatEventPayload', { description: 'The answer to `repeatEvent`.' })
export class RepeatEventPayload extends Payload {
  @Field(() => [EventType], { nullable: true, description: 'The others, in order; null when refused.' })
  events!: EventType[] | null;
}
