import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LinkInput } from '../../core/card/card.inputs.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { EventType } from '../event/event.type.ts';
import { FeedbackFormType } from '../feedback/feedback.type.ts';
import { RecapPartKind } from './recap-parts.ts';
import { TakeawayType } from './recap.type.ts';

@InputType('RecapAsReadInput', { description: 'A recap as you read it, in the fields you change.' })
export class RecapWords {
  @Field(() => String, { nullable: true, description: 'What you say of it; 3000 characters at most.' })
  words?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the recording.' })
  recordingUrl?: string | null;

  @Field(() => [LinkInput], { nullable: true, description: 'Slides and files; twelve at most.' })
  files?: LinkInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Who gave it; 40 at most. Null: as the event says.' })
  presenters?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Who held it; 40 at most. Null: as the event says.' })
  hosts?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Who helped; 40 at most.' })
  volunteers?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Who paid; 40 at most. Null: as the event says.' })
  sponsors?: string[] | null;

  @Field(() => [RecapPartKind], { nullable: true, description: 'Parts to leave out.' })
  leftOut?: RecapPartKind[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether feedback is shown, in numbers.' })
  withFeedback?: boolean | null;
}

@InputType('PrepareRecapInput', {
  description: 'What is corrected in a recap; what is left out stays as it is.',
})
export class PrepareRecapInput extends RecapWords {
  @Field(() => ID, { description: 'Of which event.' })
  eventId!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether the local is asked for its yes; else it is kept only.',
  })
  asks!: boolean;

  @Field(() => RecapWords, {
    nullable: true,
    description:
      'The fields you change, as you read them: what somebody else changed meanwhile is not overwritten.',
  })
  asRead?: RecapWords | null;
}

@InputType('PublishRecapInput', { description: 'What you say yes to.' })
export class PublishRecapInput {
  @Field(() => ID, { description: 'The recap of which event.' })
  eventId!: string;

  @Field(() => Int, { description: 'The `edition` that you read.' })
  edition!: number;
}

@InputType('TakeBackRecapInput', { description: 'Which recap to take back.' })
export class TakeBackRecapInput {
  @Field(() => ID, { description: 'Of which event.' })
  eventId!: string;
}

@InputType('SuggestTakeawayInput', { description: 'A line that you take along from an event.' })
export class SuggestTakeawayInput {
  @Field(() => ID, { nullable: true, description: 'Of which event; with an account.' })
  eventId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What stands behind the # of the receipt; without an account.',
  })
  secret?: string | null;

  @Field(() => String, { description: 'The line; 300 characters at most.' })
  text!: string;
}

@InputType('AddTakeawayInput', { description: 'A line by whoever runs the event.' })
export class AddTakeawayInput {
  @Field(() => ID, { description: 'Of which event.' })
  eventId!: string;

  @Field(() => String, { description: 'The line; 300 characters at most.' })
  text!: string;
}

@InputType('PickTakeawayInput', { description: 'Whether a line goes into the recap, and in which words.' })
export class PickTakeawayInput {
  @Field(() => ID, { description: 'Which line.' })
  takeawayId!: string;

  @Field(() => Boolean, { description: 'Whether it goes into the recap.' })
  picked!: boolean;

  @Field(() => String, { nullable: true, description: 'In other words; 300 characters at most.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'The words as you read them.' })
  textAsRead?: string | null;
}

@ObjectType({ description: 'A recap as it is now.' })
abstract class RecapPayload extends Payload {
  @Field(() => EventType, { nullable: true, description: 'Its event; null when refused.' })
  event!: EventType | null;
}
@ObjectType('PrepareRecapPayload', { description: 'The answer to `prepareRecap`.' })
export class PrepareRecapPayload extends RecapPayload {}
@ObjectType('PublishRecapPayload', { description: 'The answer to `publishRecap`.' })
export class PublishRecapPayload extends RecapPayload {}
@ObjectType('TakeBackRecapPayload', { description: 'The answer to `takeBackRecap`.' })
export class TakeBackRecapPayload extends RecapPayload {}
@ObjectType('AddTakeawayPayload', { description: 'The answer to `addTakeaway`.' })
export class AddTakeawayPayload extends RecapPayload {}

@ObjectType('SuggestTakeawayPayload', { description: 'The answer to `suggestTakeaway`.' })
export class SuggestTakeawayPayload extends Payload {
  @Field(() => FeedbackFormType, {
    nullable: true,
    description: 'The form, with all lines by this place; null when refused.',
  })
  form!: FeedbackFormType | null;
}

@ObjectType('PickTakeawayPayload', { description: 'The answer to `pickTakeaway`.' })
export class PickTakeawayPayload extends Payload {
  @Field(() => TakeawayType, { nullable: true, description: 'As it is now; null when refused.' })
  takeaway!: TakeawayType | null;
}
