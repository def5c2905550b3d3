import { createApi } from '#web/api/api.ts';
import { WallLinksDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const [{ campaign }, wallWords] = await Promise.all([
    createApi(fetch).ask(WallLinksDocument, { slug: params.slug }),
    loadMessages(locals.language, 'wall'),
  ]);
  // A campaign that is not this person's to see answers like one that does not exist.
  if (!campaign) error(404, 'Not found');
  return { campaign, wallWords };
};
