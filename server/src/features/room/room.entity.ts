import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Card } from '../../core/board/card.entity.ts';
import { Person } from '../../core/person/person.entity.ts';
import { Event } from '../event/event.entity.ts';
import { Question } from '../question/question.entity.ts';

/** The live page of an event, and the head of its log: locking this row is what puts its changes in order. */
export const Room = defineEntity({
  name: 'Room',
  tableName: 'room',
  properties: (p) => ({
    event: () => p.manyToOne(Event).mapToPk().primary().deleteRule('cascade'),
    /** Names this history; a restored backup gets a new one. */
    epoch: p.uuid().defaultRaw('gen_random_uuid()'),
    revision: p.integer().default(0),
    /** The oldest revision whose event is still kept, minus one. */
    prunedTo: p.integer().default(0),
    /** Whether questions are to be read before somebody looked at them. */
    shownAtOnce: p.boolean().default(false),
    /** What is on: a session of the event, or words of whoever leads. A session that is gone is none. */
    nowSessionId: p.uuid().nullable(),
    nowWords: p.text().default(''),
    nowSince: p.datetime(3).nullable(),
    /** Moderates beside those who lead. */
    chair: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    /** Who may read the event and who leads it, as the log knows it: another one breaks the log off. */
    readBy: p.text().default(''),
  }),
  indexes: [{ properties: ['chair'] }],
});

export type Room = InferEntity<typeof Room>;

export const RoomEventKind = {
  QUESTION_ASKED: 'QUESTION_ASKED',
  QUESTION_VOTED: 'QUESTION_VOTED',
  QUESTION_SHOWN: 'QUESTION_SHOWN',
  QUESTION_HIDDEN: 'QUESTION_HIDDEN',
  QUESTION_MERGED: 'QUESTION_MERGED',
  QUESTION_ANSWERED: 'QUESTION_ANSWERED',
  QUESTION_TURNED: 'QUESTION_TURNED',
  POLL_CREATED: 'POLL_CREATED',
  POLL_OPENED: 'POLL_OPENED',
  POLL_VOTED: 'POLL_VOTED',
  POLL_CLOSED: 'POLL_CLOSED',
  NOTE_ADDED: 'NOTE_ADDED',
  NOTE_UPDATED: 'NOTE_UPDATED',
  NOTE_REMOVED: 'NOTE_REMOVED',
  NOW_SET: 'NOW_SET',
  ROOM_SET: 'ROOM_SET',
  /** What is said of the event changed. */
  EVENT_CHANGED: 'EVENT_CHANGED',
  /** Who may read the event, or leads it, changed: nobody follows over it. */
  READERS_CHANGED: 'READERS_CHANGED',
  /** Somebody left the house, and what was theirs here. */
  PERSON_LEFT: 'PERSON_LEFT',
} as const;
export type RoomEventKind = keyof typeof RoomEventKind;

/** One committed change of a room. Says what it touched and nobody who did it. */
export const RoomEvent = defineEntity({
  name: 'RoomEvent',
  tableName: 'room_event',
  properties: (p) => ({
    event: () => p.manyToOne(Event).mapToPk().primary().deleteRule('cascade'),
    revision: p.integer().primary(),
    kind: p.enum(Object.values(RoomEventKind)),
    at: p.datetime(3).defaultRaw('clock_timestamp()'),
    questions: p.array().columnType('uuid[]').$type<string[]>().default([]),
    /** Those that everybody could read before, and now only who leads, or nobody. */
    hidden: p.array().columnType('uuid[]').$type<string[]>().default([]),
    polls: p.array().columnType('uuid[]').$type<string[]>().default([]),
    notes: p.array().columnType('uuid[]').$type<string[]>().default([]),
  }),
  indexes: [{ properties: ['at'] }],
});

export type RoomEvent = InferEntity<typeof RoomEvent>;

export const PollState = { DRAFT: 'DRAFT', OPEN: 'OPEN', CLOSED: 'CLOSED' } as const;
export type PollState = keyof typeof PollState;

export const Poll = defineEntity({
  name: 'Poll',
  tableName: 'poll',
  properties: (p) => ({
    id: p.uuid().primary(),
    event: () => p.manyToOne(Event).mapToPk().deleteRule('cascade'),
    text: p.text(),
    options: p.array().$type<string[]>(),
    /** As many for each option as there are in `poll_vote`, changed in the statement of the vote. */
    counts: p.array().columnType('int[]').$type<number[]>(),
    state: p.enum(Object.values(PollState)).default(PollState.DRAFT),
    createdAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    openedAt: p.datetime(3).nullable(),
    closedAt: p.datetime(3).nullable(),
  }),
  indexes: [{ properties: ['event'] }],
});

export type Poll = InferEntity<typeof Poll>;

/** What somebody chose: one row for each person and each stranger's browser. */
export const PollVote = defineEntity({
  name: 'PollVote',
  tableName: 'poll_vote',
  properties: (p) => ({
    poll: () => p.manyToOne(Poll).mapToPk().primary().deleteRule('cascade'),
    /** As in `question_vote.voter`. */
    voter: p.text().primary(),
    person: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('cascade'),
    /** Which option, counted from 1. */
    choice: p.integer(),
    at: p.datetime(3).defaultRaw('clock_timestamp()'),
  }),
  indexes: [{ properties: ['person'] }],
});

export type PollVote = InferEntity<typeof PollVote>;

/** One line of the notes that people take together. */
export const RoomNote = defineEntity({
  name: 'RoomNote',
  tableName: 'room_note',
  properties: (p) => ({
    id: p.uuid().primary(),
    event: () => p.manyToOne(Event).mapToPk().deleteRule('cascade'),
    /** Lines sort by it as bytes; made from the neighbours' keys. */
    position: p.text(),
    text: p.text(),
    /** Goes up with each change of the words: whoever writes says which one they read. */
    version: p.integer().default(1),
    /** Who wrote it; null once they left. */
    person: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    at: p.datetime(3).defaultRaw('clock_timestamp()'),
    /** Its words are gone by then. */
    removedAt: p.datetime(3).nullable(),
  }),
  indexes: [{ properties: ['event', 'position'] }, { properties: ['person'] }],
});

export type RoomNote = InferEntity<typeof RoomNote>;

/** What became of a question. */
export const QuestionOutcome = defineEntity({
  name: 'QuestionOutcome',
  tableName: 'question_outcome',
  properties: (p) => ({
    question: () => p.manyToOne(Question).mapToPk().primary().deleteRule('cascade'),
    card: () => p.manyToOne(Card).mapToPk().nullable().deleteRule('cascade'),
    /** An event that was announced because of it. */
    madeEvent: () => p.manyToOne(Event).mapToPk().nullable().deleteRule('cascade'),
    at: p.datetime(3).defaultRaw('clock_timestamp()'),
  }),
  indexes: [{ properties: ['card'] }, { properties: ['madeEvent'] }],
});

export type QuestionOutcome = InferEntity<typeof QuestionOutcome>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Room: typeof Room;
    RoomEvent: typeof RoomEvent;
    Poll: typeof Poll;
    PollVote: typeof PollVote;
    RoomNote: typeof RoomNote;
    QuestionOutcome: typeof QuestionOutcome;
  }
}
