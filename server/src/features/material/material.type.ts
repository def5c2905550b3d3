import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Payload } from '../../platform/graphql/payload.ts';
import { EventType } from '../event/event.type.ts';
import { MaterialShown } from './material.entity.ts';

registerEnumType(MaterialShown, {
  name: 'EventFileShown',
  description: 'From when on whoever may read an event reads a file of it.',
  valuesConfig: {
    NOW: { description: 'Now.' },
    RECAP: {
      description:
        'Once a recap that has it is public; until then people of the organization and coordinators alone.',
    },
  },
});

@InputType('UpdateEventFileInput', { description: 'What is changed about a file of an event.' })
export class UpdateEventFileInput {
  @Field(() => ID, { description: 'Which one.' })
  fileId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it is called; 120 characters at most. Goes on ending as its type does.',
  })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name as you read it: one that somebody else gave it meanwhile is not overwritten.',
  })
  nameAsRead?: string | null;

  @Field(() => MaterialShown, { nullable: true, description: 'From when on it is shown.' })
  shown?: MaterialShown | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of which session of the event it is; null for the event itself.',
  })
  sessionId?: string | null;
}

@InputType('MoveEventFileInput', { description: 'Where a file of an event stands.' })
export class MoveEventFileInput {
  @Field(() => ID, { description: 'Which one.' })
  fileId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Before which other file of the same event; null for the end.',
  })
  beforeFileId?: string | null;
}

@InputType('RemoveEventFileInput', { description: 'Which file of an event to remove.' })
export class RemoveEventFileInput {
  @Field(() => ID, { description: 'One that is there, or your own that is still on its way.' })
  fileId!: string;
}

@ObjectType('UpdateEventFilePayload', { description: 'The answer to `updateEventFile`.' })
export class UpdateEventFilePayload extends Payload {
  @Field(() => EventType, { nullable: true, description: 'The event as it is now; null when refused.' })
  event!: EventType | null;
}

@ObjectType('MoveEventFilePayload', { description: 'The answer to `moveEventFile`.' })
export class MoveEventFilePayload extends Payload {
  @Field(() => EventType, { nullable: true, description: 'The event as it is now; null when refused.' })
  event!: EventType | null;
}

@ObjectType('RemoveEventFilePayload', { description: 'The answer to `removeEventFile`.' })
export class RemoveEventFilePayload extends Payload {
  @Field(() => EventType, { nullable: true, description: 'The event as it is now; null when refused.' })
  event!: EventType | null;
}
