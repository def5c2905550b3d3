import { createApi } from '#web/api/api.ts';
import { MyBenchDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, locals }) => {
  depends('strikeboard:my-bench');
  const [{ viewer }, benchWords] = await Promise.all([
    createApi(fetch).ask(MyBenchDocument),
    loadMessages(locals.language, 'bench'),
  ]);
  return {
    advising: viewer?.advising ?? null,
    homeZone: viewer?.availability.timeZone ?? null,
    benchWords,
  };
};
