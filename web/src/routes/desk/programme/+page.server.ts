import { createApi } from '#web/api/api.ts';
import { ProgrammeDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const [{ programme, assessmentFigures }, differenceWords, assessmentWords, practiceWords] =
    await Promise.all([
      createApi(fetch).ask(ProgrammeDocument),
      loadMessages(locals.language, 'difference'),
      loadMessages(locals.language, 'assessment'),
      loadMessages(locals.language, 'practice'),
    ]);
  return { programme, assessmentFigures, differenceWords, assessmentWords, practiceWords };
};
