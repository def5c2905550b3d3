import { createApi } from '#web/api/api.ts';
import { EventDoorDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params, setHeaders }) => {
  // A code that was scanned by any camera leads here, with what it holds behind the #.
  // This page alone may look through the camera, for codes.
  setHeaders({
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=()',
  });
  const [{ event }, eventWords] = await Promise.all([
    createApi(fetch).ask(EventDoorDocument, { slug: params.slug, search: '', after: null }),
    loadMessages(locals.language, 'event'),
  ]);
  if (!event) error(404, 'Not found');
  return { event, eventWords };
};
