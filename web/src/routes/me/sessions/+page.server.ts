import { createApi } from '#web/api/api.ts';
import { SessionsDocument } from '#web/gql/graphql.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => {
  const { viewer } = await createApi(fetch).ask(SessionsDocument);
  return { sessions: viewer?.sessions ?? null };
};
