import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../person/person.entity.ts';
import { Card } from '../board/card.entity.ts';
import { type Link } from '../../platform/input/links.ts';

export const HandInOutcome = {
  PENDING: 'PENDING',
  REPLACED: 'REPLACED',
  WITHDRAWN: 'WITHDRAWN',
  CHANGES_REQUESTED: 'CHANGES_REQUESTED',
  APPROVED: 'APPROVED',
  CANCELLED: 'CANCELLED',
} as const;
export type HandInOutcome = keyof typeof HandInOutcome;

/** The work, as handed in, with what its two reviews said. */
export const HandIn = defineEntity({
  name: 'HandIn',
  tableName: 'hand_in',
  properties: (p) => ({
    id: p.uuid().primary(),
    card: () => p.manyToOne(Card).mapToPk().deleteRule('cascade'),
    person: () => p.manyToOne(Person).mapToPk(),
    note: p.text(),
    links: p.json<Link[]>().default([]),
    at: p.datetime(3).defaultRaw('now()'),
    craftReviewer: () => p.manyToOne(Person).mapToPk().nullable(),
    craftReviewedAt: p.datetime(3).nullable(),
    craftNote: p.text().nullable(),
    outcome: p.enum(Object.values(HandInOutcome)).default(HandInOutcome.PENDING),
    reviewer: () => p.manyToOne(Person).mapToPk().nullable(),
    /** By a link that needs no account: who it was made for, in the words of who made it. */
    reviewedByLink: p.text().nullable(),
    /** Who made that link. */
    linkMadeBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    reviewNote: p.text().nullable(),
    reviewedAt: p.datetime(3).nullable(),
  }),
  indexes: [{ properties: ['card'] }],
});

export type HandIn = InferEntity<typeof HandIn>;

/** Unfinished work of one person on one card: private until it is kept for the next holder. */
export const Draft = defineEntity({
  name: 'Draft',
  tableName: 'draft',
  properties: (p) => ({
    card: () => p.manyToOne(Card).mapToPk().primary().deleteRule('cascade'),
    person: () => p.manyToOne(Person).mapToPk().primary().deleteRule('cascade'),
    note: p.text(),
    links: p.json<Link[]>().default([]),
    savedAt: p.datetime(3).defaultRaw('now()'),
    /** When its author handed the card back or lost it. */
    keptAt: p.datetime(3).nullable(),
  }),
});

export type Draft = InferEntity<typeof Draft>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    HandIn: typeof HandIn;
    Draft: typeof Draft;
  }
}
