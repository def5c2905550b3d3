import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import type { Skill } from '../../core/access/skill.ts';
import { Person } from '../../core/person/person.entity.ts';

/** Talks in a week that an adviser gives, unless they say otherwise. */
export const USUAL_WEEK = 3;

/**
 * Somebody who offers to advise, with what they chose to show of themselves. Skills and languages are kept apart from
 * the profile, which is not for everybody to read. The row stays when they stop: it says who was invited, and whom a
 * coordinator took off.
 */
export const Adviser = defineEntity({
  name: 'Adviser',
  tableName: 'adviser',
  properties: (p) => ({
    person: () => p.manyToOne(Person).mapToPk().primary().deleteRule('cascade'),
    /** What they can be asked about, in their own words. */
    topics: p.array().$type<string[]>().default([]),
    about: p.text().default(''),
    skills: p.array().$type<Skill[]>().default([]),
    languages: p.array().$type<string[]>().default([]),
    /** Where one meets: an address on the web, shown to whoever booked. */
    meetAt: p.text().nullable(),
    weeklyLimit: p.integer().default(USUAL_WEEK),
    paused: p.boolean().default(false),
    /** Since when they offer; null while they do not. */
    offeredAt: p.datetime(3).nullable(),
    /** A coordinator asked them, whatever their standing. */
    invitedAt: p.datetime(3).nullable(),
    invitedBy: () => p.manyToOne(Person).mapToPk().nullable(),
    /** A coordinator took them off; they come back by an invitation alone. */
    removedAt: p.datetime(3).nullable(),
  }),
  checks: [{ name: 'adviser_week', expression: 'weekly_limit >= 1 and weekly_limit <= 20' }],
  indexes: [{ properties: ['invitedBy'] }],
});

export type Adviser = InferEntity<typeof Adviser>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Adviser: typeof Adviser;
  }
}
