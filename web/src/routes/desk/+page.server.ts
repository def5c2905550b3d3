import { ApiFailure, createApi } from '#web/api/api.ts';
import { DeskDocument, DeskPageDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { readView, variablesOf, writeView } from './desk-view.ts';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const api = createApi(fetch);
  const view = readView(url.searchParams);
  const firstPage = (failure: unknown): never => {
    // A cursor that is none of ours: an address that was cut.
    if (failure instanceof ApiFailure && view.after)
      redirect(303, `/desk${writeView({ ...view, after: null })}`);
    throw failure;
  };
  const [{ desk }, { campaigns, mailUse }, coordinateWords, boardWords] = await Promise.all([
    api.ask(DeskDocument, variablesOf(view)).catch(firstPage),
    api.ask(DeskPageDocument),
    loadMessages(locals.language, 'coordinate'),
    loadMessages(locals.language, 'board'),
  ]);
  const running = (campaigns?.edges ?? []).map(({ node }) => node).filter(({ endedAt }) => endedAt === null);
  return {
    desk,
    view,
    mailUse,
    campaigns: running.map(({ slug, title }) => ({ slug, title })),
    coordinateWords,
    boardWords,
  };
};
