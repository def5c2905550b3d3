import type { Feature } from '../../platform/feature.ts';
import { WORDS } from '../../platform/graphql/list-bounds.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { Campaign } from './campaign.entity.ts';
import { campaignLoader } from './campaign.loader.ts';
import { listedCampaigns, pictureOfCampaign } from './campaign-picture.ts';
import { CampaignLists } from './campaign-lists.resolver.ts';
import { CampaignResolver } from './campaign.resolver.ts';
import { OrganizationPage } from './organization-page.resolver.ts';
import { listedOrganizations, pictureOfOrganization } from './organization-picture.ts';

export const campaign: Feature = {
  name: 'campaign',
  entities: [Campaign],
  resolvers: [CampaignResolver, CampaignLists, OrganizationPage],
  nodes: {
    Campaign: ({ loaders }, uuid) => loaders.of(campaignLoader).load(uuid).catch(nullIfRefused),
  },
  lists: {
    'Campaign.demands': WORDS.demands,
    'Campaign.languages': WORDS.languages,
  },
  pictures: { campaign: pictureOfCampaign, organization: pictureOfOrganization },
  listedPages: async (services, limit) => {
    const organizations = await listedOrganizations(services, Math.floor(limit / 4));
    return [...organizations, ...(await listedCampaigns(services, limit - organizations.length))];
  },
};
