import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../../core/person/person.entity.ts';

export const DriftReason = {
  NO_TIME: 'NO_TIME',
  NOTHING_FITTED: 'NOTHING_FITTED',
  WAITED_TOO_LONG: 'WAITED_TOO_LONG',
  DONE_FOR_NOW: 'DONE_FOR_NOW',
} as const;
export type DriftReason = keyof typeof DriftReason;

/** Somebody took cards, then nothing for a month, and was asked why: once, whatever comes after. */
export const DriftAsk = defineEntity({
  name: 'DriftAsk',
  tableName: 'drift_ask',
  properties: (p) => ({
    person: () => p.manyToOne(Person).mapToPk().primary().deleteRule('cascade'),
    askedAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    answeredAt: p.datetime(3).nullable(),
  }),
});

export type DriftAsk = InferEntity<typeof DriftAsk>;

/** What somebody answered; who, nobody knows, and on which day neither. */
export const DriftAnswer = defineEntity({
  name: 'DriftAnswer',
  tableName: 'drift_answer',
  properties: (p) => ({
    id: p.uuid().primary(),
    reason: p.enum(Object.values(DriftReason)),
    line: p.text().default(''),
    /** The first day of its month. */
    month: p.date(),
  }),
});

export type DriftAnswer = InferEntity<typeof DriftAnswer>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    DriftAsk: typeof DriftAsk;
    DriftAnswer: typeof DriftAnswer;
  }
}
