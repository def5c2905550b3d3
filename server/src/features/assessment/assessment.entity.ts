import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Organization } from '../../core/organization/organization.entity.ts';
import { Person } from '../../core/person/person.entity.ts';

/** One round of the self-assessment of an organization. At most one is open; the old ones stay. */
export const Assessment = defineEntity({
  name: 'Assessment',
  tableName: 'assessment',
  properties: (p) => ({
    id: p.uuid().primary(),
    organization: () => p.manyToOne(Organization).mapToPk().deleteRule('cascade'),
    /** Counts the rounds of its organization, from 1. */
    number: p.integer(),
    /** Which questions it asks: see `questions.ts`. */
    edition: p.integer(),
    openedBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    openedAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    /** When the next one was opened. */
    closedAt: p.datetime(3).nullable(),
    /** When everybody of the organization had answered; organizers heard of it. */
    completeAt: p.datetime(3).nullable(),
  }),
  indexes: [
    {
      name: 'assessment_one_open',
      expression: `create unique index assessment_one_open on assessment (organization_id) where closed_at is null`,
    },
  ],
  uniques: [{ properties: ['organization', 'number'] }],
});

export type Assessment = InferEntity<typeof Assessment>;

/** What one person answered in a round. It is a draft until it is sent, and is not changed after. */
export const AssessmentSheet = defineEntity({
  name: 'AssessmentSheet',
  tableName: 'assessment_sheet',
  properties: (p) => ({
    id: p.uuid().primary(),
    assessment: () => p.manyToOne(Assessment).mapToPk().deleteRule('cascade'),
    /** Null for one that was sent and whose person left: its numbers stay with the others, its words went. */
    person: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    /** Places of the chosen answers, by question. */
    answers: p.json().$type<Record<string, number>>().defaultRaw(`'{}'`),
    /** What they wrote beside an answer, by question, for themselves alone. */
    notes: p.json().$type<Record<string, string>>().defaultRaw(`'{}'`),
    savedAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    sentAt: p.datetime(3).nullable(),
  }),
  uniques: [{ properties: ['assessment', 'person'] }],
  indexes: [{ properties: ['person'] }],
});

export type AssessmentSheet = InferEntity<typeof AssessmentSheet>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Assessment: typeof Assessment;
    AssessmentSheet: typeof AssessmentSheet;
  }
}
