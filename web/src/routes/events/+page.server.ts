import { ApiFailure, createApi } from '#web/api/api.ts';
import { EventsPageDocument, MyPlacesDocument, type EventKind } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

const kinds: readonly string[] = ['CONVERSATION', 'TRAINING', 'RALLY', 'CALL'] satisfies EventKind[];

export const load: PageServerLoad = async ({ fetch, locals, parent, url }) => {
  const chosen = url.searchParams;
  const when = chosen.get('when') === 'past' ? 'PAST' : 'COMING';
  const kind = kinds.find((each) => each === chosen.get('kind')) as EventKind | undefined;
  const language = /^[a-z]{2,3}$/.test(chosen.get('in') ?? '') ? chosen.get('in') : null;
  const after = chosen.get('after');
  const api = createApi(fetch);
  const [{ events }, eventWords, { viewer }] = await Promise.all([
    api
      .ask(EventsPageDocument, { when, kind: kind ?? null, language, mine: false, after })
      .catch((failure: unknown) => {
        // A cursor that is none of ours: an address that was cut.
        if (failure instanceof ApiFailure && after) redirect(303, '/events');
        throw failure;
      }),
    loadMessages(locals.language, 'event'),
    parent(),
  ]);
  if (!events) error(503, 'Unavailable');
  const mine = viewer && when === 'COMING' ? await api.ask(MyPlacesDocument) : null;
  return {
    eventWords,
    when,
    kind: kind ?? null,
    language,
    events: events.edges.map(({ node }) => node),
    next: events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null,
    places: mine?.viewer?.registrations ?? [],
    mayAnnounce:
      viewer !== null &&
      (viewer.isCoordinator || viewer.memberships.some(({ role }) => role === 'ORGANIZER')),
  };
};
