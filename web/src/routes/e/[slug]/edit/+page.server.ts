import { createApi } from '#web/api/api.ts';
import { EditEventPageDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const [{ event }, eventWords, feedbackWords, fileWords] = await Promise.all([
    createApi(fetch).ask(EditEventPageDocument, { slug: params.slug }),
    loadMessages(locals.language, 'event'),
    loadMessages(locals.language, 'feedback'),
    loadMessages(locals.language, 'file'),
  ]);
  if (!event) error(404, 'Not found');
  return { event, eventWords, feedbackWords, fileWords };
};
