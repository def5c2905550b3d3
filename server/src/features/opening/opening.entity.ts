import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import type { Skill } from '../../core/access/skill.ts';
import { Campaign } from '../../core/campaign/campaign.entity.ts';
import { Organization } from '../../core/organization/organization.entity.ts';
import { Person } from '../../core/person/person.entity.ts';

/** As its hiring side left it. One whose closing date has passed is closed too, without a change of its row. */
export const OpeningState = { OPEN: 'OPEN', CLOSED: 'CLOSED', WITHDRAWN: 'WITHDRAWN' } as const;
export type OpeningState = keyof typeof OpeningState;

export const PayPer = { HOUR: 'HOUR', WEEK: 'WEEK', MONTH: 'MONTH', YEAR: 'YEAR' } as const;
export type PayPer = keyof typeof PayPer;

/** A staff or campaign role that is to be filled. Everybody reads it, also once it is closed. */
export const Opening = defineEntity({
  name: 'Opening',
  tableName: 'opening',
  properties: (p) => ({
    id: p.uuid().primary(),
    /** In the address: /o/<slug>. */
    slug: p.text().unique(),
    organization: () => p.manyToOne(Organization).mapToPk().deleteRule('cascade'),
    campaign: () => p.manyToOne(Campaign).mapToPk().nullable().deleteRule('cascade'),
    /** The programme hires for the organization: its coordinators are told too. */
    byProgramme: p.boolean().default(false),
    title: p.text(),
    story: p.text(),
    /** Of its words. */
    language: p.text().default('en'),
    /** Null where one works from anywhere. */
    place: p.text().nullable(),
    isRemote: p.boolean().default(false),
    /** That one speaks there. */
    languages: p.array().$type<string[]>().default([]),
    skills: p.array().$type<Skill[]>().default([]),
    payFrom: p.double(),
    payTo: p.double(),
    /** ISO 4217. */
    currency: p.text(),
    payPer: p.enum(Object.values(PayPer)),
    hoursAWeek: p.double().name('hours_a_week'),
    howToAnswer: p.text().default(''),
    /** What clocks say in `time_zone` when it closes, such as 2026-12-31T18:00, and the moment that this is. */
    closesOn: p.text(),
    timeZone: p.text(),
    closesAt: p.datetime(3),
    /** Everybody is answered so many days after it closed. */
    answerDays: p.integer().default(7),
    state: p.enum(Object.values(OpeningState)).default(OpeningState.OPEN),
    /** When it was closed or withdrawn by hand. */
    closedAt: p.datetime(3).nullable(),
    /** When its hiring side was told that people wait longer than was promised. */
    overdueToldAt: p.datetime(3).nullable(),
    createdBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    createdAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    updatedAt: p.datetime(3).defaultRaw('clock_timestamp()'),
  }),
  indexes: [{ properties: ['organization'] }, { properties: ['campaign'] }, { properties: ['closesAt'] }],
  // Whatever deletes an opening: its questions know it by noun and row alone, and notices lead to its pages.
  triggers: [
    {
      name: 'gone',
      timing: 'after',
      events: ['delete'],
      body:
        "delete from question where subject_kind = 'Opening' and subject_id = old.id; " +
        "delete from notification where path in ('/o/' || old.slug, '/o/' || old.slug || '/applications'); return null",
    },
  ],
});

export type Opening = InferEntity<typeof Opening>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Opening: typeof Opening;
  }
}
