import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Sensitivity } from '../access/sensitivity.ts';
import { Organization } from '../organization/organization.entity.ts';
import { Person } from '../person/person.entity.ts';

export const CampaignKind = {
  STRIKE: 'STRIKE',
  CONTRACT_FIGHT: 'CONTRACT_FIGHT',
  ORGANIZING_DRIVE: 'ORGANIZING_DRIVE',
  BOYCOTT: 'BOYCOTT',
  COMMUNITY_FIGHT: 'COMMUNITY_FIGHT',
} as const;
export type CampaignKind = keyof typeof CampaignKind;

export const Campaign = defineEntity({
  name: 'Campaign',
  tableName: 'campaign',
  properties: (p) => ({
    id: p.uuid().primary(),
    organization: () => p.manyToOne(Organization).mapToPk(),
    /** In the address: /c/<slug>. */
    slug: p.text().unique(),
    title: p.text(),
    kind: p.enum(Object.values(CampaignKind)),
    story: p.text().default(''),
    demands: p.array().$type<string[]>().default([]),
    howToHelp: p.text().default(''),
    employer: p.text().nullable(),
    employerHidden: p.boolean().default(false),
    /** T-0. */
    startsAt: p.datetime(3).nullable(),
    startHidden: p.boolean().default(false),
    /** IANA name, such as America/Chicago. */
    timeZone: p.text().default('UTC'),
    languages: p.array().$type<string[]>().default([]),
    sensitivity: p.enum(Object.values(Sensitivity)).default(Sensitivity.TEAM),
    leaseHours: p.integer().default(48),
    /** Hours in which a claim by somebody without finished work has to be confirmed; 0 for no such rule. */
    firstLeaseHours: p.integer().default(6),
    /** Percent of a board's open cards that people without finished work may hold together. */
    newcomerShare: p.integer().default(50),
    /** Cards a person of standing NEW may hold at once. */
    newcomerClaimLimit: p.integer().default(1),
    /** Cards anybody else may hold at once. */
    claimLimit: p.integer().default(3),
    craftReviewRequired: p.boolean().default(true),
    createdAt: p.datetime(3).defaultRaw('now()'),
    /** Null for one that an ask became, and for those of a version that did not write it down. */
    createdBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    endedAt: p.datetime(3).nullable(),
  }),
  indexes: [{ properties: ['organization'] }],
  checks: [
    {
      name: 'campaign_limits',
      expression:
        'lease_hours >= 1 and lease_hours <= 336 and newcomer_claim_limit >= 1 and newcomer_claim_limit <= 10 and claim_limit >= 1 and claim_limit <= 10 and first_lease_hours >= 0 and first_lease_hours <= 336 and newcomer_share >= 10 and newcomer_share <= 100',
    },
  ],
});

export type Campaign = InferEntity<typeof Campaign>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Campaign: typeof Campaign;
  }
}
