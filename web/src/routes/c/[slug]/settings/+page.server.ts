import { createApi } from '#web/api/api.ts';
import { CampaignSettingsPageDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const [{ campaign }, deskWords, trustWords] = await Promise.all([
    createApi(fetch).ask(CampaignSettingsPageDocument, { slug: params.slug }),
    loadMessages(locals.language, 'desk'),
    loadMessages(locals.language, 'trust'),
  ]);
  if (!campaign) error(404, 'Not found');
  return { campaign, deskWords, trustWords };
};
