import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { connectionType, countedType } from '../../platform/graphql/connection.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { type Organization, OrganizationKind } from './organization.entity.ts';
import { Role } from '../access/role.ts';

registerEnumType(OrganizationKind, {
  name: 'OrganizationKind',
  description: 'What sort of organization runs a campaign.',
  valuesConfig: {
    UNION_LOCAL: { description: 'A local of a union.' },
    WORKER_CENTER: { description: 'A worker center.' },
    COMMUNITY_GROUP: { description: 'Neighbours, tenants or another group of a place.' },
    COALITION: { description: 'Several organizations together.' },
  },
});
registerEnumType(Role, {
  name: 'Role',
  description: 'What a person does in an organization. Any role makes one part of the team of its campaigns.',
  valuesConfig: {
    ORGANIZER: { description: 'Runs the boards: writes cards, approves work, gives roles.' },
    APPROVER: { description: 'Says yes or no to work in the name of the organization.' },
    MEMBER: { description: 'Reads all cards of the organization and may vouch for people.' },
  },
});

@ObjectType('Organization', {
  implements: Node,
  description: 'A union local, worker center, community group or coalition: whoever runs campaigns.',
})
export class OrganizationType extends Node {
  /** Row id. */
  uuid!: string;

  @Field(() => String, {
    description: 'Its name in addresses: /organizations/<slug>. Stays the same whatever it is called.',
  })
  slug!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => OrganizationKind, { description: 'What sort of organization it is.' })
  kind!: OrganizationKind;
}

export const OrganizationConnection = countedType(
  connectionType('Organization', () => OrganizationType),
  'OrganizationConnection',
  'A page of a list of Organization.',
);

/** The organization as outsiders see it. */
export function toOrganization(row: Pick<Organization, 'id' | 'slug' | 'name' | 'kind'>): OrganizationType {
  return Object.assign(new OrganizationType(), {
    id: toGlobalId('Organization', row.id),
    uuid: row.id,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
  });
}

@ObjectType('Membership', { description: 'The role of one person in one organization.' })
export class MembershipType {
  /** Row ids; the fields of those names are found in batches. */
  organizationId!: string;
  personId!: string;

  @Field(() => Role, { description: 'What the person does there.' })
  role!: Role;
}

/** A membership as outsiders see it. */
export function toMembership(row: { organizationId: string; personId: string; role: Role }): MembershipType {
  return Object.assign(new MembershipType(), row);
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Organization: true;
  }
}
