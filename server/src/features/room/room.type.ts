import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { BoardChangeKind } from '../../core/stream/board-change.ts';
import { ResetReason } from '../../core/stream/followed-log.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { QuestionType, toQuestion } from '../question/question.type.ts';
import type { NoteRow, Now, PollRow, RoomRows } from './read-room.ts';
import { PollState } from './room.entity.ts';
import type { RoomMessage } from './room-log.ts';

registerEnumType(PollState, {
  name: 'PollState',
  description: 'Where a poll stands.',
  valuesConfig: {
    DRAFT: { description: 'Written down; only those who lead read it.' },
    OPEN: { description: 'One can vote.' },
    CLOSED: { description: 'Nobody votes any more; everybody sees how it went.' },
  },
});

export const QuestionBecame = { CARD: 'CARD', EVENT: 'EVENT' } as const;
export type QuestionBecame = keyof typeof QuestionBecame;
registerEnumType(QuestionBecame, {
  name: 'QuestionBecame',
  description: 'What a question became.',
  valuesConfig: {
    CARD: { description: 'A card on a board.' },
    EVENT: { description: 'An event that was announced because of it.' },
  },
});

@ObjectType('Poll', { implements: Node, description: 'A vote in the room of an event, of one choice each.' })
export class PollType extends Node {
  /** The row behind it, and whether it was decided already that the result may be seen. */
  row!: PollRow;
  seesResult!: boolean;

  @Field(() => String, { description: 'What is asked.' })
  text!: string;

  @Field(() => [String], { description: 'What one can choose.' })
  options!: string[];

  @Field(() => PollState, { description: 'Where it stands.' })
  state!: PollState;

  @Field(() => Int, { description: 'How many voted.' })
  votes!: number;
}

@ObjectType('RoomNote', { implements: Node, description: 'A line of the notes of an event.' })
export class RoomNoteType extends Node {
  row!: NoteRow;

  @Field(() => String, { description: 'Its words.' })
  text!: string;

  @Field(() => String, { description: 'Lines sort by this, sign by sign, then by id.' })
  position!: string;

  @Field(() => Int, { description: 'Goes up with each change; say which one you read when you change it.' })
  version!: number;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was written, or changed last.' })
  at!: Date;
}

@ObjectType('RoomNow', { description: 'What is on at an event; neither session nor words is nothing.' })
export class RoomNowType {
  /** Row id; the field of that name is found by its own right. */
  sessionRow!: string | null;

  @Field(() => ID, { nullable: true, description: 'Which session of the event; null for none.' })
  sessionId!: string | null;

  @Field(() => String, { description: 'Words of those who lead; may be empty.' })
  words!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Since when; null for nothing.' })
  since!: Date | null;
}

@ObjectType('EventRoom', {
  description: 'The live page of an event at one moment. Follow it with `eventChanges` after its cursor.',
})
export class EventRoomType {
  rows!: RoomRows;

  @Field(() => ID, { description: 'Which history, as you know it.' })
  epoch!: string;

  @Field(() => Int, { description: 'The revision it is at.' })
  revision!: number;

  @Field(() => [QuestionType], {
    description:
      'Questions that are shown or answered, those with most votes first, 100 at most; for those who moderate also 50 that ' +
      'wait and 20 that were hidden.',
  })
  questions!: QuestionType[];

  @Field(() => [PollType], { description: 'Its polls; drafts for those who moderate.' })
  polls!: PollType[];

  @Field(() => [RoomNoteType], { description: 'The notes, line by line.' })
  notes!: RoomNoteType[];

  @Field(() => RoomNowType, { description: 'What is on.' })
  nowOn!: RoomNowType;

  @Field(() => Boolean, {
    description: 'Whether you lead: you moderate, say what is on, and make cards and events of questions.',
  })
  viewerLeads!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether you moderate, as who leads and the chair do: you see what waits, show, merge, answer and hide, and run polls.',
  })
  viewerModerates!: boolean;

  @Field(() => Boolean, { description: 'Whether questions are to be read before somebody looked at them.' })
  shownAtOnce!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether one can ask, vote and write: until six hours after the end, unless it was called off.',
  })
  open!: boolean;
}

@ObjectType('EventChange', {
  description:
    'A message of the live page of an event, by the rules of `BoardChange`: several changes in one when they come fast.',
})
export class EventChangeType {
  @Field(() => BoardChangeKind, { description: 'What to do with it.' })
  kind!: BoardChangeKind;

  @Field(() => ResetReason, { nullable: true, description: 'Why you start again; null but in a RESET.' })
  resetReason!: ResetReason | null;

  @Field(() => ID, { description: 'Which history. A new one needs a fresh look.' })
  epoch!: string;

  @Field(() => Int, { description: 'The revision after which it begins.' })
  previousRevision!: number;

  @Field(() => Int, { description: 'The revision you have after it; the head in a heartbeat.' })
  revision!: number;

  @Field(() => [QuestionType], { description: 'Each question that changed, as it is now.' })
  questions!: QuestionType[];

  @Field(() => [ID], { description: 'Questions that you could read, and may not any more.' })
  removedQuestionIds!: string[];

  @Field(() => [PollType], {
    description: 'Each poll that changed. Results of open ones come to who leads, and by `resultKeys`.',
  })
  polls!: PollType[];

  @Field(() => [RoomNoteType], { description: 'Each line that is new or changed.' })
  notes!: RoomNoteType[];

  @Field(() => [ID], { description: 'Lines that were taken away.' })
  removedNoteIds!: string[];

  @Field(() => RoomNowType, { nullable: true, description: 'What is on, where that changed.' })
  nowOn!: RoomNowType | null;

  @Field(() => Boolean, { description: 'Whether the event itself changed: read it again.' })
  eventChanged!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'The switch of the room, where it was set.' })
  shownAtOnce!: boolean | null;

  @Field(() => GraphQLDateTimeISO, { description: 'When the message was made, by the clock of the server.' })
  at!: Date;
}

@ObjectType('EventPresence', { description: 'How many are here now. It is not part of the history.' })
export class EventPresenceType {
  @Field(() => Int, { description: 'How many follow the event.' })
  count!: number;
}

export function toPoll(row: PollRow, seesResult: boolean): PollType {
  const { id, text, options, state, counts } = row;
  return Object.assign(new PollType(), {
    ...{ row, text, options, state, seesResult: seesResult || state === 'CLOSED' },
    id: toGlobalId('Poll', id),
    votes: counts.reduce((sum, count) => sum + count, 0),
  });
}

export function toNote(row: NoteRow): RoomNoteType {
  const { id, text, position, version, at } = row;
  return Object.assign(new RoomNoteType(), {
    ...{ row, text, position, version, at },
    id: toGlobalId('RoomNote', id),
  });
}

export const toNow = ({ sessionId, words, since }: Now): RoomNowType =>
  Object.assign(new RoomNowType(), {
    ...{ sessionRow: sessionId, words, since },
    sessionId: sessionId && toGlobalId('EventSession', sessionId),
  });

/** A message as outsiders see it; `opened` are the polls whose results their keys open. */
export function toEventChange(change: RoomMessage, opened: ReadonlySet<string>): EventChangeType {
  const { questions, polls, notes, nowOn, removedQuestionIds, removedNoteIds, seesResults, ...rest } = change;
  return Object.assign(new EventChangeType(), {
    ...rest,
    questions: questions.map(toQuestion),
    removedQuestionIds: removedQuestionIds.map((id) => toGlobalId('Question', id)),
    polls: polls.map((row) => toPoll(row, seesResults || opened.has(row.id))),
    notes: notes.map(toNote),
    removedNoteIds: removedNoteIds.map((id) => toGlobalId('RoomNote', id)),
    nowOn: nowOn && toNow(nowOn),
  });
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Poll: true;
    RoomNote: true;
  }
}
