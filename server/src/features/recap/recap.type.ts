import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LinkType } from '../../core/card/card.type.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import type { EventRow } from '../event/read-events.ts';
import type { RecapRow, TakeawayRow } from './read-recap.ts';
import { RecapPartKind } from './recap-parts.ts';
import { RecapFigureKind, type RecapPage, TakeawayState } from './recap.entity.ts';

registerEnumType(RecapPartKind, {
  name: 'RecapPartKind',
  description: 'What else of an event a recap keeps.',
  valuesConfig: {
    QUESTIONS: { description: 'Questions from the room, with their answers where there are some.' },
    NOTES: { description: 'Notes that people took together.' },
  },
});
registerEnumType(RecapFigureKind, {
  name: 'RecapFigureKind',
  description: 'What a figure of a recap counts.',
  valuesConfig: {
    REGISTERED: { description: 'People who had a place.' },
    CAME: { description: 'People who were let in.' },
    ONLINE: { description: 'People who had a place online.' },
    HOURS: { description: 'Hours that those who came gave to it, all together.' },
  },
});
registerEnumType(TakeawayState, {
  name: 'TakeawayState',
  description: 'What hosts did with a takeaway.',
  valuesConfig: {
    SUGGESTED: { description: 'Nothing yet.' },
    PICKED: { description: 'It goes into the recap.' },
    LEFT_OUT: { description: 'It does not.' },
  },
});

@ObjectType('RecapItem', { description: 'A line of a part: a question, or a note.' })
export class RecapItemType {
  @Field(() => String, { description: 'The question, or the note.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'The answer; null for none.' })
  answer!: string | null;
}

@ObjectType('RecapPart', { description: 'What else of an event a recap keeps.' })
export class RecapPartType {
  @Field(() => RecapPartKind, { description: 'What it is.' })
  kind!: RecapPartKind;

  @Field(() => [RecapItemType], { description: 'Its lines.' })
  items!: RecapItemType[];
}

@ObjectType('RecapFigure', { description: 'A number in a recap.' })
export class RecapFigureType {
  @Field(() => RecapFigureKind, { description: 'What it counts.' })
  what!: RecapFigureKind;

  @Field(() => Int, { nullable: true, description: 'How many; null for fewer than five.' })
  number!: number | null;
}

@ObjectType('Recap', { description: 'What you missed: what is left of an event, made from what happened.' })
export class RecapType {
  page!: RecapPage;
  eventId!: string;
  /** Where addresses of its files begin, for who came by a link; undefined for those who read the event. */
  filesBelow?: string | undefined;

  @Field(() => String, { description: 'What hosts say of it; may be empty.' })
  words!: string;

  @Field(() => String, { nullable: true, description: 'Address of the recording; null for none.' })
  recordingUrl!: string | null;

  @Field(() => [LinkType], { description: 'Slides and files that lie elsewhere.' })
  files!: LinkType[];

  @Field(() => [String], { description: 'What people took along, as hosts picked it.' })
  takeaways!: string[];

  @Field(() => [String], { description: 'Who gave it, by name.' })
  presenters!: string[];

  @Field(() => [String], { description: 'Who held it, by name.' })
  hosts!: string[];

  @Field(() => [String], { description: 'Who helped, by name.' })
  volunteers!: string[];

  @Field(() => [String], { description: 'Who paid for something or supported it, by name.' })
  sponsors!: string[];

  @Field(() => [RecapPartType], { description: 'Questions, notes.' })
  parts!: RecapPartType[];

  @Field(() => [RecapFigureType], { description: 'In numbers; small ones are not said.' })
  figures!: RecapFigureType[];

  @Field(() => Boolean, { description: 'Whether what people said of it is shown, in numbers.' })
  withFeedback!: boolean;
}

export function toRecap(eventId: string, page: RecapPage, filesBelow?: string): RecapType {
  // Its files are looked for where they are shown: what was removed is gone.
  const { eventFiles: _files, ...words } = page;
  return Object.assign(new RecapType(), {
    ...words,
    ...{ page, eventId, filesBelow, volunteers: page.volunteers.map(({ name }) => name) },
  });
}

@ObjectType('Takeaway', { implements: Node, description: 'A line that somebody takes along from an event.' })
export class TakeawayType extends Node {
  @Field(() => String, { description: 'The line.' })
  text!: string;

  @Field(() => TakeawayState, { description: 'What hosts did with it.' })
  state!: TakeawayState;

  @Field(() => GraphQLDateTimeISO, { description: 'When it came.' })
  at!: Date;
}

export const toTakeaway = ({ id, text, state, at }: TakeawayRow): TakeawayType =>
  Object.assign(new TakeawayType(), { text, state, at, id: toGlobalId('Takeaway', id) });

@ObjectType('RecapDesk', {
  description: 'A recap before it is public: what it is made of, and what waits for the yes of the local.',
})
export class RecapDeskType {
  event!: EventRow;
  row!: RecapRow;

  @Field(() => Int, { description: 'How often a yes was asked for; `publishRecap` takes it back.' })
  edition!: number;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was asked for; null for never.' })
  preparedAt!: Date | null;

  @Field(() => [RecapPartKind], { description: 'Parts that hosts leave out.' })
  leftOut!: RecapPartKind[];
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Takeaway: true;
  }
}
