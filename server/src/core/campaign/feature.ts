import type { Feature } from '../../platform/feature.ts';
import { Campaign } from './campaign.entity.ts';
import { CampaignResolver, OrganizationCampaigns } from './campaign.resolver.ts';

export const campaign: Feature = {
  name: 'campaign',
  entities: [Campaign],
  resolvers: [CampaignResolver, OrganizationCampaigns],
};
