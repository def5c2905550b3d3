import { createApi } from '#web/api/api.ts';
import { MyRecordDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, locals }) => {
  depends('strikeboard:record');
  const [{ viewer: mine }, recordWords] = await Promise.all([
    createApi(fetch).ask(MyRecordDocument),
    loadMessages(locals.language, 'record'),
  ]);
  return { mine, recordWords };
};
