import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Campaign } from '../../core/campaign/campaign.entity.ts';
import { Organization } from '../../core/organization/organization.entity.ts';
import { Person } from '../../core/person/person.entity.ts';

export const LeadAnswer = { CONFIRMED: 'CONFIRMED', DECLINED: 'DECLINED' } as const;
export type LeadAnswer = keyof typeof LeadAnswer;

/**
 * Somebody has the link of an ask and wants to lead its board, in an organization that was here before. A link is
 * handed on easily, and a role opens everything of the organization: its own people say yes or no.
 */
export const LeadRequest = defineEntity({
  name: 'LeadRequest',
  tableName: 'lead_request',
  properties: (p) => ({
    id: p.uuid().primary(),
    organization: () => p.manyToOne(Organization).mapToPk().deleteRule('cascade'),
    /** The campaign that the ask became. */
    campaign: () => p.manyToOne(Campaign).mapToPk().deleteRule('cascade'),
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    askedAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    answer: p.enum(Object.values(LeadAnswer)).nullable(),
    answeredAt: p.datetime(3).nullable(),
    answeredBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
  }),
  uniques: [{ name: 'lead_request_once', properties: ['campaign', 'person'] }],
  indexes: [{ properties: ['organization'] }],
});

export type LeadRequest = InferEntity<typeof LeadRequest>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    LeadRequest: typeof LeadRequest;
  }
}
