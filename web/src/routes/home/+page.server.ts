import { ApiFailure, createApi } from '#web/api/api.ts';
import { HomeDocument } from '#web/gql/graphql.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const after = url.searchParams.get('after');
  const { viewer } = await createApi(fetch)
    .ask(HomeDocument, { after })
    .catch((failure: unknown) => {
      // A cursor that is none of ours: an address that was cut.
      if (failure instanceof ApiFailure && after) redirect(303, '/home');
      throw failure;
    });
  return { home: viewer };
};
