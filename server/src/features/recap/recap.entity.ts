import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../../core/person/person.entity.ts';
import type { Link } from '../../platform/input/links.ts';
import { Event } from '../event/event.entity.ts';
import { Registration } from '../registration/registration.entity.ts';
import type { RecapPartKind, RecapItem } from './recap-parts.ts';

/** Somebody who is thanked; their row id where they are one of those who stood at the door. */
export interface Thanked {
  name: string;
  personId: string | null;
}

export const RecapFigureKind = {
  REGISTERED: 'REGISTERED',
  CAME: 'CAME',
  ONLINE: 'ONLINE',
  HOURS: 'HOURS',
} as const;
export type RecapFigureKind = keyof typeof RecapFigureKind;

/** A whole recap, as it was made at one moment: what somebody says yes to is what others read. */
export interface RecapPage {
  words: string;
  recordingUrl: string | null;
  files: Link[];
  /** Files of the event by row id, under the names that were read; missing for none. Those that were removed are gone. */
  eventFiles?: { id: string; name: string }[];
  takeaways: string[];
  presenters: string[];
  hosts: string[];
  volunteers: Thanked[];
  sponsors: string[];
  parts: { kind: RecapPartKind; items: RecapItem[] }[];
  /** Null for fewer than five. */
  figures: { what: RecapFigureKind; number: number | null }[];
  /** Whether what people said of it is shown in numbers. */
  withFeedback: boolean;
}

/** What is left of an event when it is over. */
export const Recap = defineEntity({
  name: 'Recap',
  tableName: 'recap',
  properties: (p) => ({
    event: () => p.manyToOne(Event).mapToPk().primary().deleteRule('cascade'),
    words: p.text().default(''),
    recordingUrl: p.text().nullable(),
    files: p.json<Link[]>().defaultRaw(`'[]'`),
    /** As hosts put them; null for as they follow from the event. */
    presenters: p.json<string[]>().nullable(),
    hosts: p.json<string[]>().nullable(),
    sponsors: p.json<string[]>().nullable(),
    volunteers: p.json<Thanked[]>().defaultRaw(`'[]'`),
    /** Parts that hosts leave out. */
    leftOut: p.array().$type<RecapPartKind[]>().default([]),
    withFeedback: p.boolean().default(true),
    /** What waits for the yes, or has it; who asked for it, and how often it was asked for. */
    prepared: p.json<RecapPage>().nullable(),
    preparedAt: p.datetime(3).nullable(),
    preparedBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    edition: p.integer().default(0),
    published: p.json<RecapPage>().nullable(),
    publishedEdition: p.integer().nullable(),
    publishedAt: p.datetime(3).nullable(),
    publishedBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    /** When those who had places were told that it is there, once. */
    toldAt: p.datetime(3).nullable(),
  }),
});

export const TakeawayState = { SUGGESTED: 'SUGGESTED', PICKED: 'PICKED', LEFT_OUT: 'LEFT_OUT' } as const;
export type TakeawayState = keyof typeof TakeawayState;

/** A line that somebody takes along from an event. */
export const Takeaway = defineEntity({
  name: 'Takeaway',
  tableName: 'takeaway',
  properties: (p) => ({
    id: p.uuid().primary(),
    event: () => p.manyToOne(Event).mapToPk().deleteRule('cascade'),
    /** Whose it is, until it can be told no more; both null for one by a host. */
    registration: () => p.manyToOne(Registration).mapToPk().nullable().deleteRule('set null'),
    person: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    text: p.text(),
    state: p.enum(Object.values(TakeawayState)).default(TakeawayState.SUGGESTED),
    at: p.datetime(3).defaultRaw('clock_timestamp()'),
    decidedBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
  }),
  indexes: [{ properties: ['event', 'at'] }, { properties: ['registration'] }, { properties: ['person'] }],
});

export type Recap = InferEntity<typeof Recap>;
export type Takeaway = InferEntity<typeof Takeaway>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Recap: typeof Recap;
    Takeaway: typeof Takeaway;
  }
}
