import { createApi } from '#web/api/api.ts';
import { MyCertificatesDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const [{ viewer }, recordWords] = await Promise.all([
    createApi(fetch).ask(MyCertificatesDocument),
    loadMessages(locals.language, 'record'),
  ]);
  const certificate = viewer?.certificates.find(({ code }) => code === params.code);
  if (viewer && !certificate) error(404, 'Not found');
  return { certificate: certificate ?? null, recordWords };
};
