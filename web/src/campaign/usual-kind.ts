import type { CampaignKind, OrganizationKind } from '#web/gql/graphql.ts';

/** What sort of fight an organization of this kind most often has: where nobody said, this one is proposed. */
export function usualKind(organization: OrganizationKind): CampaignKind {
  if (organization === 'UNION_LOCAL') return 'STRIKE';
  return organization === 'WORKER_CENTER' ? 'ORGANIZING_DRIVE' : 'COMMUNITY_FIGHT';
}
