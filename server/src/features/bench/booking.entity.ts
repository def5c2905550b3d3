import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Organization } from '../../core/organization/organization.entity.ts';
import { Person } from '../../core/person/person.entity.ts';

/** How a talk stands. That it was kept is not written down: it follows from its end, when nobody says otherwise. */
export const BookingStep = { BOOKED: 'BOOKED', CANCELLED: 'CANCELLED', MISSED: 'MISSED' } as const;
export type BookingStep = keyof typeof BookingStep;

/** Nobody gives two talks at once: PostgreSQL itself refuses what overlaps, in part too, however many ask at once. */
export const ADVISER_ONCE = 'booking_adviser_once';
/** Nor is anybody in two talks at once as who asks. */
export const BOOKER_ONCE = 'booking_booker_once';

const once = (name: string, column: string) => ({
  name,
  expression: `exclude using gist (${column} with =, tstzrange(starts_at, ends_at) with &&) where (state = 'BOOKED')`,
});

/** A talk of somebody with an adviser. */
export const Booking = defineEntity({
  name: 'Booking',
  tableName: 'booking',
  properties: (p) => ({
    id: p.uuid().primary(),
    /** Null when they left. */
    adviser: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    booker: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    /** For whom the booker asks, where it is a local. */
    organization: () => p.manyToOne(Organization).mapToPk().nullable().deleteRule('set null'),
    startsAt: p.datetime(3),
    endsAt: p.datetime(3),
    /** Of the hours it was booked in, by whose clock the adviser lives. */
    timeZone: p.text(),
    state: p.enum(Object.values(BookingStep)).default(BookingStep.BOOKED),
    question: p.text(),
    /** Written by either of the two, read by both. */
    note: p.text().default(''),
    /** With which it was cancelled or missed. */
    word: p.text().default(''),
    endedBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    /** Whether whoever booked was new here: those have a share of an adviser's week. */
    byNewcomer: p.boolean().default(false),
    /** Counts changes, for calendars (RFC 5545, SEQUENCE). */
    sequence: p.integer().default(0),
    createdAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    changedAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    remindedAt: p.datetime(3).nullable(),
  }),
  checks: [
    once(ADVISER_ONCE, 'adviser_id'),
    once(BOOKER_ONCE, 'booker_id'),
    {
      name: 'booking_length',
      expression: `ends_at > starts_at and ends_at <= starts_at + '01:00:00'::interval`,
    },
    { name: 'booking_of_two', expression: 'adviser_id <> booker_id' },
  ],
  indexes: [
    { properties: ['adviser', 'startsAt'] },
    { properties: ['booker', 'startsAt'] },
    { properties: ['endsAt'] },
  ],
});

export type Booking = InferEntity<typeof Booking>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Booking: typeof Booking;
  }
}
