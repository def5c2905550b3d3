import { ApiFailure, createApi } from '#web/api/api.ts';
import { OpeningDocument } from '#web/gql/graphql.ts';
import { questionsInAddress } from '#web/question/question-address.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params, url }) => {
  const page = questionsInAddress(url);
  const [{ opening, viewer }, openingWords, questionWords] = await Promise.all([
    createApi(fetch)
      .ask(OpeningDocument, { slug: params.slug, ...page })
      .catch((failure: unknown) => {
        // A cursor that is none of ours: an address that was cut.
        if (failure instanceof ApiFailure && page.after) redirect(303, `/o/${params.slug}`);
        throw failure;
      }),
    loadMessages(locals.language, 'opening'),
    loadMessages(locals.language, 'question'),
  ]);
  if (!opening) error(404, 'Not found');
  return { opening, record: viewer?.record ?? null, openingWords, questionWords };
};
