import { createApi } from '#web/api/api.ts';
import { RecapDeskFilesDocument, RecapDeskPageDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params, setHeaders }) => {
  setHeaders({ 'x-robots-tag': 'noindex' });
  const api = createApi(fetch);
  const { slug } = params;
  const [{ event }, { event: material }, recapWords, feedbackWords, trustWords, fileWords, eventWords] =
    await Promise.all([
      api.ask(RecapDeskPageDocument, { slug }),
      // Apart: a recap and all files of thirty sessions are more than one document may ask for.
      api.ask(RecapDeskFilesDocument, { slug }),
      loadMessages(locals.language, 'recap'),
      loadMessages(locals.language, 'feedback'),
      loadMessages(locals.language, 'trust'),
      loadMessages(locals.language, 'file'),
      loadMessages(locals.language, 'event'),
    ]);
  if (!event || !material) error(404, 'Not found');
  return { event, material, recapWords, feedbackWords, trustWords, fileWords, eventWords };
};
