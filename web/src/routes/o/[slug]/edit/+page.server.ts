import { createApi } from '#web/api/api.ts';
import { OpeningToEditDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const [{ opening }, openingWords] = await Promise.all([
    createApi(fetch).ask(OpeningToEditDocument, { slug: params.slug }),
    loadMessages(locals.language, 'opening'),
  ]);
  if (!opening) error(404, 'Not found');
  return { opening, openingWords };
};
