import { ApiFailure, createApi } from '#web/api/api.ts';
import { ApplicationsDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, locals, params, url }) => {
  depends('strikeboard:applications');
  const after = url.searchParams.get('after');
  const [{ opening }, openingWords] = await Promise.all([
    createApi(fetch)
      .ask(ApplicationsDocument, { slug: params.slug, after })
      .catch((failure: unknown) => {
        // A cursor that is none of ours: an address that was cut.
        if (failure instanceof ApiFailure && after) redirect(303, `/o/${params.slug}/applications`);
        throw failure;
      }),
    loadMessages(locals.language, 'opening'),
  ]);
  if (!opening) error(404, 'Not found');
  return { opening, openingWords };
};
