import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Skill } from '../../core/access/skill.ts';
import { Person } from '../../core/person/person.entity.ts';
import type { Link } from '../../platform/input/links.ts';
import { Event, EventSession } from '../event/event.entity.ts';

export const PracticeState = {
  STARTED: 'STARTED',
  HANDED_IN: 'HANDED_IN',
  /** Answered, with what to do otherwise. */
  TRY_AGAIN: 'TRY_AGAIN',
  DONE: 'DONE',
} as const;
export type PracticeState = keyof typeof PracticeState;

/** Whether a finished practice is a piece of work toward standing, or why it is none. */
export const PracticeWorth = {
  COUNTS: 'COUNTS',
  NOT_CHECKED_IN: 'NOT_CHECKED_IN',
  SAME_BROWSER: 'SAME_BROWSER',
  COUNTED_BEFORE: 'COUNTED_BEFORE',
} as const;
export type PracticeWorth = keyof typeof PracticeWorth;

/** A task to practise on, made for a session of a training: any number may hold it at once, and it touches no board. */
export const PracticeCard = defineEntity({
  name: 'PracticeCard',
  tableName: 'practice_card',
  properties: (p) => ({
    id: p.uuid().primary(),
    event: () => p.manyToOne(Event).mapToPk().deleteRule('cascade'),
    /** Null where the session was taken off the training: what people did stays with the training. */
    session: () => p.manyToOne(EventSession).mapToPk().nullable().deleteRule('set null'),
    title: p.text(),
    deliverable: p.text(),
    /** What one gets for it. */
    gives: p.text().default(''),
    checklist: p.array().$type<string[]>().default([]),
    skill: p.enum(Object.values(Skill)),
    hours: p.double(),
    language: p.text(),
    links: p.json<Link[]>().defaultRaw(`'[]'`),
    createdAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    createdBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    /** Nobody begins it any more; who has begun goes on. */
    removedAt: p.datetime(3).nullable(),
    /** Of the request that made it: sent again, it makes no other. */
    requestHash: p.blob().$type<Buffer>().nullable().unique(),
  }),
  indexes: [{ properties: ['event'] }, { properties: ['session'] }],
});

export type PracticeCard = InferEntity<typeof PracticeCard>;

/** Somebody's go at a practice card. */
export const Practice = defineEntity({
  name: 'Practice',
  tableName: 'practice',
  properties: (p) => ({
    id: p.uuid().primary(),
    card: () => p.manyToOne(PracticeCard).mapToPk().deleteRule('cascade'),
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    state: p.enum(Object.values(PracticeState)).default(PracticeState.STARTED),
    startedAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    words: p.text().default(''),
    links: p.json<Link[]>().defaultRaw(`'[]'`),
    handedInAt: p.datetime(3).nullable(),
    answer: p.text().default(''),
    answeredAt: p.datetime(3).nullable(),
    answeredBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    worth: p.enum(Object.values(PracticeWorth)).nullable(),
  }),
  uniques: [{ properties: ['card', 'person'] }],
  indexes: [{ properties: ['person'] }, { properties: ['card', 'handedInAt'] }],
});

export type Practice = InferEntity<typeof Practice>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    PracticeCard: typeof PracticeCard;
    Practice: typeof Practice;
  }
}
