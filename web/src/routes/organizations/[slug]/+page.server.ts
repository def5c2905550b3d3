import { ApiFailure, createApi } from '#web/api/api.ts';
import { OrganizationDatesDocument, OrganizationPageDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params, url }) => {
  const api = createApi(fetch);
  const after = url.searchParams.get('after');
  const [{ organization }, organizationWords] = await Promise.all([
    api.ask(OrganizationPageDocument, { slug: params.slug, after }).catch((failure: unknown) => {
      // A cursor that is none of ours: an address that was cut.
      if (failure instanceof ApiFailure && after) redirect(303, `/organizations/${params.slug}`);
      throw failure;
    }),
    loadMessages(locals.language, 'organization'),
  ]);
  // One of which lists do not tell this person answers like one that does not exist.
  if (!organization) error(404, 'Not found');
  const { events, openings } = await api.ask(OrganizationDatesDocument, { id: organization.id });
  const { nodes } = organization.campaigns;
  const [eventWords, openingWords] = await Promise.all([
    events && events.nodes.length > 0 ? loadMessages(locals.language, 'event') : null,
    openings && openings.nodes.length > 0 ? loadMessages(locals.language, 'opening') : null,
  ]);
  return {
    organization,
    isFirstPage: after === null,
    running: nodes.filter(({ endedAt }) => !endedAt),
    ended: nodes.filter(({ endedAt }) => endedAt),
    events,
    openings,
    organizationWords,
    eventWords,
    openingWords,
  };
};
