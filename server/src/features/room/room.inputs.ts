import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CardType } from '../../core/card/card.type.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { BoardCursorInput } from '../../core/stream/live.types.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { EventType } from '../event/event.type.ts';
import { QuestionType } from '../question/question.type.ts';
import { PollType, RoomNoteType, RoomNowType } from './room.type.ts';

@InputType('EventCursor', {
  description:
    'A place in the history of an event’s live page: take it from `Event.room` or the last message.',
})
export class EventCursorInput extends BoardCursorInput {}

@InputType('CreatePollInput', { description: 'A poll.' })
export class CreatePollInput {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => String, { description: 'What is asked, 200 characters at most.' })
  text!: string;

  @Field(() => [String], { description: 'From 2 to 8 answers of 80 characters at most to choose from.' })
  options!: string[];

  @Field(() => Boolean, { defaultValue: false, description: 'Whether one can vote at once.' })
  open!: boolean;
}

@InputType('OpenPollInput', { description: 'Which poll.' })
export class OpenPollInput {
  @Field(() => ID, { description: 'The poll.' })
  pollId!: string;
}

@InputType('ClosePollInput', { description: 'Which poll.' })
export class ClosePollInput extends OpenPollInput {}

@InputType('VoteInPollInput', { description: 'A vote.' })
export class VoteInPollInput extends OpenPollInput {
  @Field(() => Int, { description: 'Which of the options, counted from 0.' })
  choice!: number;
}

@InputType('AddNoteInput', { description: 'A new line of the notes.' })
export class AddNoteInput {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => String, { description: 'Its words, 500 characters at most.' })
  text!: string;

  @Field(() => ID, { nullable: true, description: 'The line it comes behind; without it, it is the last.' })
  afterId?: string | null;
}

@InputType('RemoveNoteInput', { description: 'Which line to take away.' })
export class RemoveNoteInput {
  @Field(() => ID, { description: 'The line.' })
  noteId!: string;

  @Field(() => Int, { description: 'The version you read.' })
  version!: number;
}

@InputType('UpdateNoteInput', { description: 'New words of a line.' })
export class UpdateNoteInput extends RemoveNoteInput {
  @Field(() => String, { description: 'What it shall say, 500 characters at most.' })
  text!: string;
}

@InputType('SetNowOnInput', { description: 'What is on; neither session nor words is nothing.' })
export class SetNowOnInput {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => ID, { nullable: true, description: 'A session of the event.' })
  sessionId?: string | null;

  @Field(() => String, { defaultValue: '', description: 'Words, 140 characters at most.' })
  words!: string;
}

@InputType('UpdateRoomInput', { description: 'How the room of an event goes.' })
export class UpdateRoomInput {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => Boolean, { description: 'Whether questions are to be read before somebody looked at them.' })
  shownAtOnce!: boolean;
}

@InputType('SetRoomChairInput', { description: 'Who moderates the room of an event.' })
export class SetRoomChairInput {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => String, { nullable: true, description: 'Their handle; null for nobody.' })
  handle?: string | null;
}

@InputType('TurnQuestionIntoCardInput', { description: 'Which question becomes a card, and where.' })
export class TurnQuestionIntoCardInput {
  @Field(() => ID, { description: 'The question.' })
  questionId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A campaign that you run; without it, the one of the event.',
  })
  campaignId?: string | null;
}

@InputType('TurnQuestionIntoEventInput', { description: 'Which event came of which question.' })
export class TurnQuestionIntoEventInput {
  @Field(() => ID, { description: 'The question.' })
  questionId!: string;

  @Field(() => ID, { description: 'The event that was announced because of it.' })
  madeEventId!: string;
}

const revision = { nullable: true, description: 'The revision of the room that has it; null when refused.' };
const poll = { nullable: true, description: 'The poll as it is now; null when refused.' };
const note = { nullable: true, description: 'The line as it is now; null when refused.' };
const question = { nullable: true, description: 'The question as it is now; null when refused.' };

@ObjectType('CreatePollPayload', { description: 'The answer to `createPoll`.' })
export class CreatePollPayload extends Payload {
  @Field(() => PollType, poll)
  poll!: PollType | null;
  @Field(() => Int, revision)
  roomRevision!: number | null;
}

@ObjectType('OpenPollPayload', { description: 'The answer to `openPoll`.' })
export class OpenPollPayload extends Payload {
  @Field(() => PollType, poll)
  poll!: PollType | null;
  @Field(() => Int, revision)
  roomRevision!: number | null;
}

@ObjectType('ClosePollPayload', { description: 'The answer to `closePoll`.' })
export class ClosePollPayload extends Payload {
  @Field(() => PollType, poll)
  poll!: PollType | null;
  @Field(() => Int, revision)
  roomRevision!: number | null;
}

@ObjectType('VoteInPollPayload', { description: 'The answer to `voteInPoll`.' })
export class VoteInPollPayload extends Payload {
  @Field(() => PollType, poll)
  poll!: PollType | null;
  @Field(() => Int, revision)
  roomRevision!: number | null;
}

@ObjectType('AddNotePayload', { description: 'The answer to `addNote`.' })
export class AddNotePayload extends Payload {
  @Field(() => RoomNoteType, note)
  note!: RoomNoteType | null;
  @Field(() => Int, revision)
  roomRevision!: number | null;
}

@ObjectType('UpdateNotePayload', { description: 'The answer to `updateNote`.' })
export class UpdateNotePayload extends Payload {
  @Field(() => RoomNoteType, note)
  note!: RoomNoteType | null;
  @Field(() => Int, revision)
  roomRevision!: number | null;
}

@ObjectType('RemoveNotePayload', { description: 'The answer to `removeNote`.' })
export class RemoveNotePayload extends Payload {
  @Field(() => Int, revision)
  roomRevision!: number | null;
}

@ObjectType('SetNowOnPayload', { description: 'The answer to `setNowOn`.' })
export class SetNowOnPayload extends Payload {
  @Field(() => RoomNowType, { nullable: true, description: 'What is on; null when refused.' })
  nowOn!: RoomNowType | null;
  @Field(() => Int, revision)
  roomRevision!: number | null;
}

@ObjectType('UpdateRoomPayload', { description: 'The answer to `updateRoom`.' })
export class UpdateRoomPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'The switch as it is now; null when refused.' })
  shownAtOnce!: boolean | null;
  @Field(() => Int, revision)
  roomRevision!: number | null;
}

@ObjectType('SetRoomChairPayload', { description: 'The answer to `setRoomChair`.' })
export class SetRoomChairPayload extends Payload {
  @Field(() => PersonType, {
    nullable: true,
    description: 'The chair now; null for nobody, and when refused.',
  })
  chair!: PersonType | null;
  @Field(() => Int, revision)
  roomRevision!: number | null;
}

@ObjectType('TurnQuestionIntoCardPayload', { description: 'The answer to `turnQuestionIntoCard`.' })
export class TurnQuestionIntoCardPayload extends Payload {
  @Field(() => QuestionType, question)
  question!: QuestionType | null;
  @Field(() => CardType, { nullable: true, description: 'The draft; null when refused.' })
  card!: CardType | null;
  @Field(() => Int, revision)
  roomRevision!: number | null;
}

@ObjectType('TurnQuestionIntoEventPayload', { description: 'The answer to `turnQuestionIntoEvent`.' })
export class TurnQuestionIntoEventPayload extends Payload {
  @Field(() => QuestionType, question)
  question!: QuestionType | null;
  @Field(() => EventType, { nullable: true, description: 'The event that came of it; null when refused.' })
  event!: EventType | null;
  @Field(() => Int, revision)
  roomRevision!: number | null;
}
