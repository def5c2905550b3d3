import { ApiFailure, createApi } from '#web/api/api.ts';
import { OpeningsDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { filterOf } from './openings-filter.ts';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const filter = filterOf(url.searchParams);
  const [{ openings, viewer }, openingWords] = await Promise.all([
    createApi(fetch)
      .ask(OpeningsDocument, filter)
      .catch((failure: unknown) => {
        // A cursor that is none of ours: an address that was cut.
        if (failure instanceof ApiFailure && filter.after) redirect(303, '/openings');
        throw failure;
      }),
    loadMessages(locals.language, 'opening'),
  ]);
  if (!openings) error(503, 'Unavailable');
  const publishes =
    viewer !== null &&
    viewer !== undefined &&
    (viewer.isCoordinator || viewer.memberships.some(({ role }) => role === 'ORGANIZER'));
  return {
    ...{ openings, openingWords, publishes, filter },
    applications: viewer?.applications.edges.map(({ node }) => node) ?? [],
  };
};
