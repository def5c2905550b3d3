import { createApi } from '#web/api/api.ts';
import { VerifyCertificateDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params, setHeaders }) => {
  // An answer that is taken back has to be gone at once.
  setHeaders({ 'cache-control': 'no-store' });
  const [{ certificate }, recordWords] = await Promise.all([
    createApi(fetch).ask(VerifyCertificateDocument, { code: params.code }),
    loadMessages(locals.language, 'record'),
  ]);
  return { certificate: certificate ?? null, recordWords };
};
