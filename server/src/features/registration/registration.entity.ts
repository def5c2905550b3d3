import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../../core/person/person.entity.ts';
import { Event } from '../event/event.entity.ts';

export const Seat = { ROOM: 'ROOM', ONLINE: 'ONLINE' } as const;
export type Seat = keyof typeof Seat;

export const RegistrationState = {
  /** Has places. */
  REGISTERED: 'REGISTERED',
  /** Stands in line. */
  WAITING: 'WAITING',
  /** Places that came free are kept for them for a while. */
  INVITED: 'INVITED',
  /** Has places, and said again that they come. */
  CONFIRMED: 'CONFIRMED',
  CANCELLED: 'CANCELLED',
  ATTENDED: 'ATTENDED',
  MISSED: 'MISSED',
} as const;
export type RegistrationState = keyof typeof RegistrationState;

/** How one ended that was given up. */
export const RegistrationEnd = {
  OWN: 'OWN',
  /** They said no to the places that were kept for them. */
  DECLINED: 'DECLINED',
  /** They did not answer in time. */
  LAPSED: 'LAPSED',
} as const;
export type RegistrationEnd = keyof typeof RegistrationEnd;

/** Somebody who wants to come, with a handle or without any account, alone or with others. */
export const Registration = defineEntity({
  name: 'Registration',
  tableName: 'registration',
  properties: (p) => ({
    id: p.uuid().primary(),
    event: () => p.manyToOne(Event).mapToPk().deleteRule('cascade'),
    /** Null for somebody without an account, and for who left since. */
    person: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    /** What somebody without an account is called at the door. */
    name: p.text().default(''),
    /** SHA-256 of the secret in the link that is the receipt of somebody without an account. */
    secretHash: p.blob().$type<Buffer>().nullable().unique(),
    /** Is read out or typed at the door; it opens nothing anywhere else. */
    code: p.text(),
    seat: p.enum(Object.values(Seat)),
    people: p.integer().default(1),
    state: p.enum(Object.values(RegistrationState)),
    /** The order in which they came to this event. */
    line: p.integer(),
    registeredAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    /** Until when places are kept for who waited. */
    invitedUntil: p.datetime(3).nullable(),
    confirmedAt: p.datetime(3).nullable(),
    endedAt: p.datetime(3).nullable(),
    endedBy: p.enum(Object.values(RegistrationEnd)).nullable(),
    checkedInAt: p.datetime(3).nullable(),
    checkedInBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    /** Of the request that made it: sent again, it makes no other. */
    requestHash: p.blob().$type<Buffer>().nullable().unique(),
  }),
  indexes: [{ properties: ['person'] }],
  uniques: [
    { properties: ['event', 'line'] },
    { properties: ['event', 'code'] },
    {
      name: 'registration_once',
      expression: `create unique index registration_once on registration (event_id, person_id) where state <> 'CANCELLED'`,
    },
  ],
  checks: [{ name: 'registration_people', expression: 'people >= 1 and people <= 10' }],
});

export type Registration = InferEntity<typeof Registration>;

/** What was done about an event, for which beginning; and what came of it, in numbers that stay. */
export const Turnout = defineEntity({
  name: 'Turnout',
  tableName: 'turnout',
  properties: (p) => ({
    event: () => p.manyToOne(Event).mapToPk().primary().deleteRule('cascade'),
    /** The beginning of which people were told a day before, an hour before, and when it was there. */
    dayTold: p.datetime(3).nullable(),
    hourTold: p.datetime(3).nullable(),
    beganTold: p.datetime(3).nullable(),
    countedAt: p.datetime(3).nullable(),
    came: p.integer().default(0),
    missed: p.integer().default(0),
    gaveUp: p.integer().default(0),
  }),
});

export type Turnout = InferEntity<typeof Turnout>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Registration: typeof Registration;
    Turnout: typeof Turnout;
  }
}
