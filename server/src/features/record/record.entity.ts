import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Campaign } from '../../core/campaign/campaign.entity.ts';
import { Person } from '../../core/person/person.entity.ts';

/** What of a record its person may show. What they gave and the thanks are the public page itself. */
export const RecordPart = { TRAINED: 'TRAINED', PRACTISED: 'PRACTISED', REVIEWED: 'REVIEWED' } as const;
export type RecordPart = keyof typeof RecordPart;

/** The parts of a record that its person shows on their public page. Without a row: none. */
export const ShownRecord = defineEntity({
  name: 'ShownRecord',
  tableName: 'shown_record',
  properties: (p) => ({
    person: () => p.manyToOne(Person).mapToPk().primary().deleteRule('cascade'),
    parts: p.array().$type<RecordPart[]>().default([]),
  }),
});

export type ShownRecord = InferEntity<typeof ShownRecord>;

/** Hours somebody gave, as they were when it was made. Whoever has the code can see that it is ours. */
export const Certificate = defineEntity({
  name: 'Certificate',
  tableName: 'certificate',
  properties: (p) => ({
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    /** Of one campaign alone; null for all, and where that was erased. */
    campaign: () => p.manyToOne(Campaign).mapToPk().nullable().deleteRule('set null'),
    code: p.text().unique(),
    /** As they typed it; their handle where they did not. */
    name: p.text(),
    cards: p.integer(),
    hours: p.double(),
    firstAt: p.datetime(3),
    lastAt: p.datetime(3),
    madeAt: p.datetime(3).defaultRaw('clock_timestamp()'),
  }),
  indexes: [{ properties: ['person'] }, { properties: ['campaign'] }],
});

export type Certificate = InferEntity<typeof Certificate>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    ShownRecord: typeof ShownRecord;
    Certificate: typeof Certificate;
  }
}
