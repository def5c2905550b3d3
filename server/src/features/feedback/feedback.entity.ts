import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import type { Skill } from '../../core/access/skill.ts';
import { Person } from '../../core/person/person.entity.ts';
import { Event } from '../event/event.entity.ts';
import { Registration } from '../registration/registration.entity.ts';

export const FeedbackBalance = {
  TOO_MUCH_TALK: 'TOO_MUCH_TALK',
  RIGHT: 'RIGHT',
  ENOUGH_HANDS_ON: 'ENOUGH_HANDS_ON',
} as const;
export type FeedbackBalance = keyof typeof FeedbackBalance;

/** What was asked, in the words that were read. */
export interface FeedbackQuestions {
  language: string;
  good: string;
  missing: string;
  balance: string;
  choices: Record<FeedbackBalance, string>;
  next: string;
}

/** An answer, as it was when it was counted last. */
export interface CountedAnswer {
  good: string;
  missing: string;
  balance: FeedbackBalance | null;
  nextSkills: Skill[];
  nextWords: string;
}

/** The words of the questions, kept for as long as answers to them are. */
export const FeedbackEdition = defineEntity({
  name: 'FeedbackEdition',
  tableName: 'feedback_edition',
  properties: (p) => ({
    /** SHA-256 of the words, so that the same words are one edition. */
    hash: p.text().primary(),
    questions: p.json<FeedbackQuestions>(),
  }),
});

/** What somebody who had a place says of an event. */
export const Feedback = defineEntity({
  name: 'Feedback',
  tableName: 'feedback',
  properties: (p) => ({
    id: p.uuid().primary(),
    event: () => p.manyToOne(Event).mapToPk().deleteRule('cascade'),
    /** By which it can be changed; both are forgotten when that time is over. */
    registration: () => p.manyToOne(Registration).mapToPk().nullable().unique().deleteRule('set null'),
    person: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    edition: () => p.manyToOne(FeedbackEdition).mapToPk(),
    good: p.text().default(''),
    missing: p.text().default(''),
    balance: p.enum(Object.values(FeedbackBalance)).nullable(),
    nextSkills: p.array().$type<Skill[]>().default([]),
    nextWords: p.text().default(''),
    changedAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    /** Said or changed since answers were counted last. */
    fresh: p.boolean().default(true),
    /** What of it was counted; null while it never was. Hosts read this and nothing newer. */
    counted: p.json<CountedAnswer>().nullable(),
  }),
  uniques: [
    {
      name: 'feedback_once',
      expression: 'create unique index feedback_once on feedback (event_id, person_id)',
    },
  ],
  indexes: [{ properties: ['event'] }, { properties: ['person'] }, { properties: ['edition'] }],
});

/** Answers to one event in numbers. They move when five people have said something new, and never for fewer. */
export const FeedbackSum = defineEntity({
  name: 'FeedbackSum',
  tableName: 'feedback_sum',
  properties: (p) => ({
    event: () => p.manyToOne(Event).mapToPk().primary().deleteRule('cascade'),
    /** When people were asked, once. */
    askedAt: p.datetime(3).nullable(),
    countedAt: p.datetime(3).nullable(),
    answers: p.integer().default(0),
    balance: p.json<Partial<Record<FeedbackBalance, number>>>().defaultRaw(`'{}'`),
    skills: p.json<Partial<Record<Skill, number>>>().defaultRaw(`'{}'`),
  }),
});

export type Feedback = InferEntity<typeof Feedback>;
export type FeedbackSum = InferEntity<typeof FeedbackSum>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Feedback: typeof Feedback;
    FeedbackEdition: typeof FeedbackEdition;
    FeedbackSum: typeof FeedbackSum;
  }
}
