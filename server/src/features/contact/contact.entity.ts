import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../../core/person/person.entity.ts';

/** An e-mail address, apart from the person and sealed. Shown to its owner alone, and only in part. */
export const Contact = defineEntity({
  name: 'Contact',
  tableName: 'contact',
  properties: (p) => ({
    person: () => p.manyToOne(Person).mapToPk().primary().deleteRule('cascade'),
    addressSealed: p.blob().$type<Buffer>(),
    /** Keyed hash of the folded address, by which it is found. Not unique: nobody learns that it is known. */
    addressKey: p.blob().$type<Buffer>(),
    /** Keyed hash of the code that was sent (six digits are guessed from a plain one); null once it came back. */
    codeHash: p.blob().$type<Buffer>().nullable(),
    codeSentAt: p.datetime(3).nullable(),
    confirmedAt: p.datetime(3).nullable(),
    /** Wrong answers to the present code. */
    codeTries: p.integer().default(0),
  }),
  indexes: [{ properties: ['addressKey'] }],
});

export type Contact = InferEntity<typeof Contact>;

/** How many codes were asked for within a day: by a person, or for an address. Forgotten after that day. */
export const CodeBrake = defineEntity({
  name: 'CodeBrake',
  tableName: 'code_brake',
  properties: (p) => ({
    /** Keyed hash of the person or the address. */
    key: p.blob().$type<Buffer>().primary(),
    count: p.integer(),
    since: p.datetime(3).defaultRaw('clock_timestamp()'),
  }),
});

export type CodeBrake = InferEntity<typeof CodeBrake>;

/** A browser that takes push messages. They carry no content. */
export const PushSubscription = defineEntity({
  name: 'PushSubscription',
  tableName: 'push_subscription',
  properties: (p) => ({
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    /** The endpoint, sealed. Messages carry nothing, so the browser's own keys are not needed. */
    sealed: p.blob().$type<Buffer>(),
    endpointKey: p.blob().$type<Buffer>().unique(),
    createdAt: p.datetime(3).defaultRaw('now()'),
  }),
  indexes: [{ properties: ['person'] }],
});

export type PushSubscription = InferEntity<typeof PushSubscription>;

/** A calendar of due moments at an address that only its owner knows and can revoke. */
export const CalendarFeed = defineEntity({
  name: 'CalendarFeed',
  tableName: 'calendar_feed',
  properties: (p) => ({
    person: () => p.manyToOne(Person).mapToPk().primary().deleteRule('cascade'),
    tokenHash: p.blob().$type<Buffer>().unique(),
    createdAt: p.datetime(3).defaultRaw('now()'),
  }),
});

export type CalendarFeed = InferEntity<typeof CalendarFeed>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Contact: typeof Contact;
    CodeBrake: typeof CodeBrake;
    PushSubscription: typeof PushSubscription;
    CalendarFeed: typeof CalendarFeed;
  }
}
