import { createApi } from '#web/api/api.ts';
import { CampaignEndingDocument, CampaignSettingsPageDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const api = createApi(fetch);
  const [{ campaign }, ending, deskWords, closingWords, trustWords, showsWords] = await Promise.all([
    api.ask(CampaignSettingsPageDocument, { slug: params.slug }),
    api.ask(CampaignEndingDocument, { slug: params.slug }),
    loadMessages(locals.language, 'desk'),
    loadMessages(locals.language, 'closing'),
    loadMessages(locals.language, 'trust'),
    loadMessages(locals.language, 'shows'),
  ]);
  if (!campaign) error(404, 'Not found');
  return { campaign, ending, deskWords, closingWords, trustWords, showsWords };
};
