import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Organization } from '../organization/organization.entity.ts';
import { Campaign } from '../campaign/campaign.entity.ts';
import { Card } from '../board/card.entity.ts';
import { Person } from '../person/person.entity.ts';
import { Standing } from '../access/standing.ts';

export const StandingReason = {
  /** Enough work of theirs was approved. */
  WORK_APPROVED: 'WORK_APPROVED',
  /** A practice they finished at a training counted beside work that was approved. */
  PRACTISED: 'PRACTISED',
  /** A member vouched, when that still counted everywhere. Not given any more. */
  VOUCHED: 'VOUCHED',
  /** What counted everywhere counts, by a new rule, only where it was given. */
  RULE_CHANGED: 'RULE_CHANGED',
  COORDINATOR: 'COORDINATOR',
} as const;
export type StandingReason = keyof typeof StandingReason;

/** Why somebody's standing is what it is. Written with each change, never changed. */
export const StandingChange = defineEntity({
  name: 'StandingChange',
  tableName: 'standing_change',
  properties: (p) => ({
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    before: p.enum(Object.values(Standing)),
    after: p.enum(Object.values(Standing)),
    reason: p.enum(Object.values(StandingReason)),
    /** In the words of who changed it. */
    note: p.text().default(''),
    by: () => p.manyToOne(Person).mapToPk().nullable(),
    card: () => p.manyToOne(Card).mapToPk().nullable().deleteRule('set null'),
    at: p.datetime(3).defaultRaw('now()'),
  }),
  indexes: [{ properties: ['person', 'at'] }],
});

export type StandingChange = InferEntity<typeof StandingChange>;

/**
 * Somebody of an organization vouches for a person: on its campaigns, and nowhere else, that person is vetted. It
 * stands until it is taken back, or until whoever gave it belongs to the organization no more or is put on hold.
 */
export const Vouch = defineEntity({
  name: 'Vouch',
  tableName: 'vouch',
  properties: (p) => ({
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    organization: () => p.manyToOne(Organization).mapToPk().deleteRule('cascade'),
    by: () => p.manyToOne(Person).mapToPk().nullable(),
    /** In the words of who vouches. */
    note: p.text().default(''),
    at: p.datetime(3).defaultRaw('now()'),
    endedAt: p.datetime(3).nullable(),
  }),
  uniques: [
    {
      name: 'vouch_one_stands',
      expression: `create unique index vouch_one_stands on vouch (person_id, organization_id) where ended_at is null`,
    },
  ],
  indexes: [{ properties: ['by', 'at'] }, { properties: ['organization', 'at'] }],
});

export type Vouch = InferEntity<typeof Vouch>;

/**
 * A practice that somebody finished at a training of an organization, where they were checked in: counts as one piece
 * beside approved work, once for each organization. It says nothing of what was practised.
 */
export const PracticePiece = defineEntity({
  name: 'PracticePiece',
  tableName: 'practice_piece',
  properties: (p) => ({
    person: () => p.manyToOne(Person).mapToPk().primary().deleteRule('cascade'),
    organization: () => p.manyToOne(Organization).mapToPk().primary().deleteRule('cascade'),
    /** Who said that it is well done. */
    by: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    at: p.datetime(3).defaultRaw('clock_timestamp()'),
  }),
});

export type PracticePiece = InferEntity<typeof PracticePiece>;

/** Somebody read the code of conduct and said that they do not work for an employer or its consultants. */
export const ConductStatement = defineEntity({
  name: 'ConductStatement',
  tableName: 'conduct_statement',
  properties: (p) => ({
    person: () => p.manyToOne(Person).mapToPk().primary().deleteRule('cascade'),
    /** Which text they agreed to. */
    version: p.integer(),
    at: p.datetime(3).defaultRaw('now()'),
  }),
});

export type ConductStatement = InferEntity<typeof ConductStatement>;

/** A local does not want this person on its campaign. */
export const CampaignBlock = defineEntity({
  name: 'CampaignBlock',
  tableName: 'campaign_block',
  properties: (p) => ({
    campaign: () => p.manyToOne(Campaign).mapToPk().primary().deleteRule('cascade'),
    person: () => p.manyToOne(Person).mapToPk().primary().deleteRule('cascade'),
    reason: p.text().default(''),
    by: () => p.manyToOne(Person).mapToPk().nullable(),
    at: p.datetime(3).defaultRaw('now()'),
  }),
  indexes: [{ properties: ['person'] }],
});

export type CampaignBlock = InferEntity<typeof CampaignBlock>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    StandingChange: typeof StandingChange;
    Vouch: typeof Vouch;
    PracticePiece: typeof PracticePiece;
    ConductStatement: typeof ConductStatement;
    CampaignBlock: typeof CampaignBlock;
  }
}
