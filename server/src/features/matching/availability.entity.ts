import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../../core/person/person.entity.ts';
import type { Skill } from '../../core/access/skill.ts';

/** When and for what somebody may be asked. Without a row: two hours a week, no pause, no refusals. */
export const Availability = defineEntity({
  name: 'Availability',
  tableName: 'availability',
  properties: (p) => ({
    person: () => p.manyToOne(Person).mapToPk().primary().deleteRule('cascade'),
    weeklyHours: p.integer().default(2),
    /** Not asked between these two days, both included. */
    pausedFrom: p.date().nullable(),
    pausedUntil: p.date().nullable(),
    /** IANA name. */
    timeZone: p.text().nullable(),
    /** Skills they have and will not be asked for. */
    notSkills: p.array().$type<Skill[]>().default([]),
    /** Kinds of campaign they will not be asked for. */
    notKinds: p.array().$type<string[]>().default([]),
    updatedAt: p.datetime(3).defaultRaw('now()'),
  }),
  checks: [{ name: 'availability_hours', expression: 'weekly_hours >= 0 and weekly_hours <= 60' }],
});

export type Availability = InferEntity<typeof Availability>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Availability: typeof Availability;
  }
}
