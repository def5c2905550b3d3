import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../person/person.entity.ts';
import { Role } from '../access/role.ts';

export const OrganizationKind = {
  UNION_LOCAL: 'UNION_LOCAL',
  WORKER_CENTER: 'WORKER_CENTER',
  COMMUNITY_GROUP: 'COMMUNITY_GROUP',
  COALITION: 'COALITION',
} as const;
export type OrganizationKind = keyof typeof OrganizationKind;

export const Organization = defineEntity({
  name: 'Organization',
  tableName: 'organization',
  properties: (p) => ({
    id: p.uuid().primary(),
    /** In the address: /organizations/<slug>. Made from the name once; another name leaves it. */
    slug: p.text().unique(),
    name: p.text(),
    kind: p.enum(Object.values(OrganizationKind)),
    createdAt: p.datetime(3).defaultRaw('now()'),
    /** Null for one that an ask brought, and for those of a version that did not write it down. */
    createdBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
  }),
});

export type Organization = InferEntity<typeof Organization>;

/** A person's role in an organization; at most one each. Whoever has one is of the team of its campaigns. */
export const Membership = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  properties: (p) => ({
    organization: () => p.manyToOne(Organization).mapToPk().primary().deleteRule('cascade'),
    person: () => p.manyToOne(Person).mapToPk().primary().deleteRule('cascade'),
    role: p.enum(Object.values(Role)),
    /** Null for those of a version that did not write it down. */
    givenBy: () => p.manyToOne(Person).mapToPk().nullable(),
    createdAt: p.datetime(3).defaultRaw('now()'),
  }),
  indexes: [{ properties: ['person'] }],
});

export type Membership = InferEntity<typeof Membership>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Organization: typeof Organization;
    Membership: typeof Membership;
  }
}
