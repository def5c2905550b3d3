import { createApi } from '#web/api/api.ts';
import { MyNextStepDocument, PracticeCardDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, locals, params }) => {
  depends('strikeboard:practice');
  const api = createApi(fetch);
  const [{ node }, practiceWords] = await Promise.all([
    api.ask(PracticeCardDocument, { id: params.id }),
    loadMessages(locals.language, 'practice'),
  ]);
  if (node?.__typename !== 'PracticeCard') error(404, 'Not found');
  const next = node.practice?.state === 'DONE' ? (await api.ask(MyNextStepDocument)).viewer?.nextStep : null;
  return { card: node, next: next ?? null, practiceWords };
};
