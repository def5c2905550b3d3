import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Role } from '../access/role.ts';
import { Organization } from '../organization/organization.entity.ts';
import { Person } from '../person/person.entity.ts';

/**
 * Somebody lost a role in an organization. Whoever took it can undo it for a minute, and links for roles that were
 * made before open nothing for that person any more.
 */
export const RoleRemoval = defineEntity({
  name: 'RoleRemoval',
  tableName: 'role_removal',
  properties: (p) => ({
    id: p.uuid().primary(),
    organization: () => p.manyToOne(Organization).mapToPk().deleteRule('cascade'),
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    /** What they were. */
    role: p.enum(Object.values(Role)),
    /** Who had given the role. */
    givenBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    by: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    at: p.datetime(3).defaultRaw('clock_timestamp()'),
    /** Of the vouches of theirs that ended with it. */
    vouches: p.array().$type<string[]>().columnType('uuid[]').default([]),
    undoneAt: p.datetime(3).nullable(),
  }),
  indexes: [{ properties: ['organization', 'person'] }],
});

export type RoleRemoval = InferEntity<typeof RoleRemoval>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    RoleRemoval: typeof RoleRemoval;
  }
}
