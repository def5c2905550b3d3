import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { SHAPE_OF_KEY } from './handle.ts';
import type { Skill } from '../access/skill.ts';
import { Standing } from '../access/standing.ts';

/** A pseudonym, skills and languages: all we hold about somebody who helps. */
export const Person = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: (p) => ({
    id: p.uuid().primary(),
    /** As the person writes it. */
    handle: p.text(),
    /** The handle folded so that look-alikes are equal; unique. */
    handleKey: p.text().unique(),
    skills: p.array().$type<Skill[]>().default([]),
    languages: p.array().$type<string[]>().default([]),
    standing: p.enum(Object.values(Standing)).default(Standing.NEW),
    coordinator: p.boolean().default(false),
    /** SHA-256 of the recovery code; the code itself is shown once and not kept. */
    recoveryHash: p.blob().$type<Buffer>().nullable(),
    /** SHA-256 of the code before it and what its client marked the attempt with: the answer may have been lost. */
    recoveryLostHash: p.blob().$type<Buffer>().nullable(),
    recoveryLostUntil: p.datetime(3).nullable(),
    /** Part played in the demo; null for real people. Those with a `DemoPart` are the only ones one may "try as". */
    demoPart: p.text().nullable(),
    createdAt: p.datetime(3).defaultRaw('now()'),
    /** The person erased themselves: what others need stays under a name that says nothing. */
    erasedAt: p.datetime(3).nullable(),
  }),
  indexes: [{ name: 'person_shape', expression: `create index person_shape on person ((${SHAPE_OF_KEY}))` }],
});

export type Person = InferEntity<typeof Person>;

/** What is read of a person to show them. */
export type PersonRow = Pick<
  Person,
  'id' | 'handle' | 'skills' | 'languages' | 'standing' | 'createdAt' | 'erasedAt'
>;

/** Its columns, of the table `person`. */
export const PERSON_COLUMNS = [
  ...(['id', 'handle', 'skills', 'languages', 'standing'] as const),
  ...(['created_at as createdAt', 'erased_at as erasedAt'] as const),
] as const;

export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: (p) => ({
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    /** SHA-256 of the 256-bit token in the cookie. */
    tokenHash: p.blob().$type<Buffer>().unique(),
    /** What the person recognises it by, such as "Firefox on Android". */
    device: p.text(),
    createdAt: p.datetime(3).defaultRaw('now()'),
    lastSeenAt: p.datetime(3).defaultRaw('now()'),
    expiresAt: p.datetime(3),
  }),
  indexes: [{ properties: ['person'] }],
});

export type Session = InferEntity<typeof Session>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Person: typeof Person;
    Session: typeof Session;
  }
}
