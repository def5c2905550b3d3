import { createApi } from '#web/api/api.ts';
import { byUrgency } from '#web/card/by-urgency.ts';
import { CampaignOpenCardsDocument, CampaignPageDocument } from '#web/gql/graphql.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, params }) => {
  depends('strikeboard:open-cards');
  const api = createApi(fetch);
  const { campaign } = await api.ask(CampaignPageDocument, { slug: params.slug });
  // A campaign that is not this person's to see answers like one that does not exist.
  if (!campaign) error(404, 'Not found');
  const { openCards } = await api.ask(CampaignOpenCardsDocument, { filter: { campaignId: campaign.id } });
  return {
    campaign,
    cards: byUrgency(openCards.edges.map(({ node }) => node)).slice(0, 6),
    thanks: campaign.thanks.edges.map(({ node }) => node),
  };
};
