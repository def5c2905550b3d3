import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../../core/person/person.entity.ts';

export const QuestionState = {
  /** For moderators and whoever asked it. */
  WAITING: 'WAITING',
  SHOWN: 'SHOWN',
  ANSWERED: 'ANSWERED',
  /** It goes on within another one, with its votes. */
  MERGED: 'MERGED',
  HIDDEN: 'HIDDEN',
} as const;
export type QuestionState = keyof typeof QuestionState;

/**
 * A question about something that has a page: what that is, the noun says that brings it (`asksAbout`). Whoever asks
 * needs no account.
 */
export const Question = defineEntity({
  name: 'Question',
  tableName: 'question',
  properties: (p) => ({
    id: p.uuid().primary(),
    /** The noun of the thing it is about, as in its global id, and the row of that. */
    subjectKind: p.text(),
    subjectId: p.uuid(),
    text: p.text(),
    /** SHA-256 of its words without case and marks: the same words twice are one question. */
    sameHash: p.blob().$type<Buffer>(),
    state: p.enum(Object.values(QuestionState)).default(QuestionState.WAITING),
    /** As many as there are in `question_vote`, changed in the same statement. */
    votes: p.integer().default(0),
    /** As in `question_vote.voter`; empty once it is forgotten. */
    asker: p.text(),
    person: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    handleShown: p.boolean().default(false),
    askedAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    /** When it became what it is. */
    changedAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    answer: p.text().nullable(),
    answeredAt: p.datetime(3).nullable(),
    answeredBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    mergedInto: () => p.manyToOne(Question).mapToPk().nullable().deleteRule('cascade'),
  }),
  uniques: [{ properties: ['subjectKind', 'subjectId', 'sameHash'] }],
  indexes: [
    { properties: ['subjectId', 'state', 'votes'] },
    { properties: ['person'] },
    { properties: ['mergedInto'] },
  ],
});

export type Question = InferEntity<typeof Question>;

/** Who wants an answer to a question: one row for each person and each stranger's browser. */
export const QuestionVote = defineEntity({
  name: 'QuestionVote',
  tableName: 'question_vote',
  properties: (p) => ({
    question: () => p.manyToOne(Question).mapToPk().primary().deleteRule('cascade'),
    /** The row id of a person, or the keyed hash of a stranger's browser, another one for each subject. */
    voter: p.text().primary(),
    person: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('cascade'),
    at: p.datetime(3).defaultRaw('clock_timestamp()'),
  }),
  indexes: [{ properties: ['person'] }],
});

export type QuestionVote = InferEntity<typeof QuestionVote>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Question: typeof Question;
    QuestionVote: typeof QuestionVote;
  }
}
