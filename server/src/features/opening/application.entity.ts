import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../../core/person/person.entity.ts';
import { Opening } from './opening.entity.ts';
import type { OwnRecord } from './own-record.ts';

export const ApplicationState = {
  SENT: 'SENT',
  READ: 'READ',
  TALKING: 'TALKING',
  TAKEN: 'TAKEN',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type ApplicationState = keyof typeof ApplicationState;

/** Somebody answers an opening, with as much of their record as they choose. */
export const Application = defineEntity({
  name: 'Application',
  tableName: 'application',
  properties: (p) => ({
    id: p.uuid().primary(),
    opening: () => p.manyToOne(Opening).mapToPk().deleteRule('cascade'),
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    state: p.enum(Object.values(ApplicationState)).default(ApplicationState.SENT),
    words: p.text(),
    /** How they want to be called; null for no more than their record says. */
    shownName: p.text().nullable(),
    /** How to reach them beside this page, sealed. */
    contactSealed: p.blob().$type<Buffer>().nullable(),
    /**
     * What they gave of their record, copied when it was sent: the hiring side answers what it read, the person knows to
     * the letter what they gave, and nothing that comes to their record later is given without their knowing. Numbers and
     * their own words alone, so that nothing of a campaign outlives it here.
     */
    given: p.json<Partial<OwnRecord>>(),
    sentAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    readAt: p.datetime(3).nullable(),
    /** What the hiring side said last, and when. */
    answer: p.text().nullable(),
    answeredAt: p.datetime(3).nullable(),
    answeredBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    withdrawnAt: p.datetime(3).nullable(),
  }),
  uniques: [{ properties: ['opening', 'person'] }],
  indexes: [{ properties: ['person'] }],
});

export type Application = InferEntity<typeof Application>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Application: typeof Application;
  }
}
