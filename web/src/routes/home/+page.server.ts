import { ApiFailure, createApi } from '#web/api/api.ts';
import { toCome } from '#web/bench/to-come.ts';
import { HomeDocument, MyTalksDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const after = url.searchParams.get('after');
  const api = createApi(fetch);
  const [{ viewer }, talks] = await Promise.all([
    api.ask(HomeDocument, { after }).catch((failure: unknown) => {
      // A cursor that is none of ours: an address that was cut.
      if (failure instanceof ApiFailure && after) redirect(303, '/home');
      throw failure;
    }),
    api.ask(MyTalksDocument),
  ]);
  const coming = toCome(talks.viewer?.bookings ?? []);
  const benchWords = coming.length > 0 ? await loadMessages(locals.language, 'bench') : null;
  return { home: viewer, talks: coming, benchWords };
};
