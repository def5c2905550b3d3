import { createApi } from '#web/api/api.ts';
import { byUrgency } from '#web/card/by-urgency.ts';
import { drawSteps } from '#web/difference/draw-steps.server.ts';
import {
  CampaignDifferenceDocument,
  CampaignOpenCardsDocument,
  CampaignPageDocument,
} from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, locals, params }) => {
  depends('strikeboard:open-cards');
  const api = createApi(fetch);
  const [{ campaign }, { campaign: end }, differenceWords, closingWords] = await Promise.all([
    api.ask(CampaignPageDocument, { slug: params.slug }),
    api.ask(CampaignDifferenceDocument, { slug: params.slug }),
    loadMessages(locals.language, 'difference'),
    loadMessages(locals.language, 'closing'),
  ]);
  // A campaign that is not this person's to see answers like one that does not exist.
  if (!campaign || !end) error(404, 'Not found');
  const { openCards } = await api.ask(CampaignOpenCardsDocument, { filter: { campaignId: campaign.id } });
  if (!openCards) error(503, 'Unavailable');
  const { byDay } = end.difference;
  return {
    campaign,
    end,
    days:
      byDay.length > 0
        ? drawSteps(byDay.map(({ day, deliverables }) => ({ day, value: deliverables })))
        : null,
    openCardsPlace: { epoch: openCards.epoch, revision: openCards.revision },
    differenceWords,
    closingWords,
    cards: byUrgency(openCards.edges.map(({ node }) => node)).slice(0, 6),
    thanks: campaign.thanks.edges.map(({ node }) => node),
  };
};
