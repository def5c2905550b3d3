import { createApi } from '#web/api/api.ts';
import { drawColumns } from '#web/difference/draw-columns.server.ts';
import { everyMonth } from '#web/difference/months.ts';
import { PublicPageDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const [{ publicPage }, differenceWords, recordWords] = await Promise.all([
    createApi(fetch).ask(PublicPageDocument, { handle: params.handle }),
    loadMessages(locals.language, 'difference'),
    loadMessages(locals.language, 'record'),
  ]);
  // Somebody who shows nothing looks like nobody.
  if (!publicPage) error(404, 'Not found');
  const months = drawColumns(everyMonth(publicPage.byMonth, locals.language));
  return { given: publicPage, months, differenceWords, recordWords };
};
