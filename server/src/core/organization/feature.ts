import { ViewerMemberships } from './organization.resolver.ts';
import type { Feature } from '../../platform/feature.ts';
import { Membership, Organization } from './organization.entity.ts';
import { MembershipResolver, OrganizationResolver } from './organization.resolver.ts';

export const organization: Feature = {
  name: 'organization',
  entities: [Organization, Membership],
  resolvers: [ViewerMemberships, MembershipResolver, OrganizationResolver],
};
