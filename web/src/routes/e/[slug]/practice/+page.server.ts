import { createApi } from '#web/api/api.ts';
import { EventPracticeDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, locals, params }) => {
  depends('strikeboard:practice');
  const [{ event }, practiceWords] = await Promise.all([
    createApi(fetch).ask(EventPracticeDocument, { slug: params.slug }),
    loadMessages(locals.language, 'practice'),
  ]);
  if (!event) error(404, 'Not found');
  return { event, practiceWords };
};
