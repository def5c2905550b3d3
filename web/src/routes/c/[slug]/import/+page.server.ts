import { createApi } from '#web/api/api.ts';
import { ImportPageDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const [{ campaign }, importWords] = await Promise.all([
    createApi(fetch).ask(ImportPageDocument, { slug: params.slug }),
    loadMessages(locals.language, 'import'),
  ]);
  if (!campaign) error(404, 'Not found');
  return { campaign, importWords };
};
