import type { Feature } from '../../platform/feature.ts';
import { cutAt } from '../../platform/graphql/list-bounds.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { Membership, Organization } from './organization.entity.ts';
import { organizationLoader } from './organization.loader.ts';
import { MembershipResolver, OrganizationResolver, ViewerMemberships } from './organization.resolver.ts';

export const organization: Feature = {
  name: 'organization',
  entities: [Organization, Membership],
  resolvers: [ViewerMemberships, MembershipResolver, OrganizationResolver],
  nodes: {
    Organization: ({ loaders }, uuid) => loaders.of(organizationLoader).load(uuid).catch(nullIfRefused),
  },
  lists: {
    'Organization.members': cutAt(200),
    'Viewer.memberships': cutAt(30),
  },
  erasesPerson: { gone: { membership: 'person_id' } },
};
