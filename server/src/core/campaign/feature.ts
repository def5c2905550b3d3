import type { Feature } from '../../platform/feature.ts';
import { WORDS } from '../../platform/graphql/list-bounds.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { Campaign } from './campaign.entity.ts';
import { campaignLoader } from './campaign.loader.ts';
import { listedCampaigns, pictureOfCampaign } from './campaign-picture.ts';
import { CampaignResolver, OrganizationCampaigns } from './campaign.resolver.ts';

export const campaign: Feature = {
  name: 'campaign',
  entities: [Campaign],
  resolvers: [CampaignResolver, OrganizationCampaigns],
  nodes: {
    Campaign: ({ loaders }, uuid) => loaders.of(campaignLoader).load(uuid).catch(nullIfRefused),
  },
  lists: {
    'Campaign.demands': WORDS.demands,
    'Campaign.languages': WORDS.languages,
  },
  pictures: { campaign: pictureOfCampaign },
  listedPages: listedCampaigns,
};
