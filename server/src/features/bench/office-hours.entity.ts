import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../../core/person/person.entity.ts';

/** How long a talk may be (min). */
export const SLOT_LENGTHS = [20, 30, 45, 60] as const;

const isWithinDay =
  'from_minute >= 0 and until_minute <= 1440 and from_minute + slot_minutes <= until_minute and until_minute - from_minute <= 720';

/**
 * When an adviser has time: a rule on the clock of a place, never moments. What it comes to is reckoned for each date,
 * by the rules of that place on that date.
 */
export const OfficeHours = defineEntity({
  name: 'OfficeHours',
  tableName: 'office_hours',
  properties: (p) => ({
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    /** 1 is Monday. */
    weekdays: p.array().$type<number[]>().columnType('int[]'),
    /** 1: each week. 2: every other one, counted from the week of the first day. */
    everyWeeks: p.integer().default(1),
    fromDate: p.date(),
    untilDate: p.date().nullable(),
    /** Minutes after midnight on the clock of the zone. */
    fromMinute: p.integer(),
    untilMinute: p.integer(),
    slotMinutes: p.integer(),
    /** IANA name. */
    timeZone: p.text(),
  }),
  checks: [
    { name: 'office_hours_day', expression: isWithinDay },
    { name: 'office_hours_slot', expression: 'slot_minutes in (20, 30, 45, 60)' },
    { name: 'office_hours_weeks', expression: 'every_weeks in (1, 2)' },
    {
      name: 'office_hours_weekdays',
      expression: `weekdays <@ array[1, 2, 3, 4, 5, 6, 7] and weekdays <> '{}'`,
    },
  ],
  indexes: [{ properties: ['person'] }],
});

export type OfficeHours = InferEntity<typeof OfficeHours>;

/** A date that is not as the rule says: nothing on it, or hours of its own. */
export const HoursException = defineEntity({
  name: 'HoursException',
  tableName: 'hours_exception',
  properties: (p) => ({
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    onDate: p.date(),
    /** Null for a date off; all five are there for an extra one. */
    fromMinute: p.integer().nullable(),
    untilMinute: p.integer().nullable(),
    slotMinutes: p.integer().nullable(),
    timeZone: p.text().nullable(),
  }),
  checks: [
    {
      name: 'hours_exception_whole',
      expression: `num_nonnulls(from_minute, until_minute, slot_minutes, time_zone) in (0, 4)`,
    },
    { name: 'hours_exception_day', expression: isWithinDay },
    { name: 'hours_exception_slot', expression: 'slot_minutes in (20, 30, 45, 60)' },
  ],
  indexes: [{ properties: ['person'] }],
});

export type HoursException = InferEntity<typeof HoursException>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    OfficeHours: typeof OfficeHours;
    HoursException: typeof HoursException;
  }
}
