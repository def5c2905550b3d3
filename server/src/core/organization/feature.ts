import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { organizationLoader } from './organization.loader.ts';
import { cutAt } from '../../platform/graphql/list-bounds.ts';
import { ViewerMemberships } from './organization.resolver.ts';
import type { Feature } from '../../platform/feature.ts';
import { Membership, Organization } from './organization.entity.ts';
import { MembershipResolver, OrganizationResolver } from './organization.resolver.ts';

export const organization: Feature = {
  name: 'organization',
  erasesPerson: { gone: { membership: 'person_id' } },
  nodes: {
    Organization: ({ loaders }, uuid) => loaders.of(organizationLoader).load(uuid).catch(nullIfRefused),
  },
  lists: {
    'Organization.members': cutAt(200),
    'Viewer.memberships': cutAt(30),
  },
  entities: [Organization, Membership],
  resolvers: [ViewerMemberships, MembershipResolver, OrganizationResolver],
};
