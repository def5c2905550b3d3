import { ApiFailure, createApi } from '#web/api/api.ts';
import {
  SuggestionsCampaignDocument,
  SuggestionsPageDocument,
  type SuggestionShow,
} from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { readSuggestionsView, writeSuggestionsView } from './suggestions-address.ts';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const api = createApi(fetch);
  const asked = readSuggestionsView(url.searchParams);
  const found = asked.campaign
    ? (await api.ask(SuggestionsCampaignDocument, { slug: asked.campaign })).campaign
    : null;
  // A campaign that is gone, or not for everybody: what one wants to say is about the programme then.
  const view = { ...asked, campaign: found?.slug ?? null };
  const filter = { campaign: view.campaign, show: view.show && (view.show.toUpperCase() as SuggestionShow) };
  const firstPage = (failure: unknown): never => {
    if (failure instanceof ApiFailure && view.after)
      redirect(303, writeSuggestionsView({ ...view, after: null }));
    throw failure;
  };
  const [{ suggestions }, suggestionWords] = await Promise.all([
    api.ask(SuggestionsPageDocument, { filter, after: view.after }).catch(firstPage),
    loadMessages(locals.language, 'suggestion'),
  ]);
  return { view, campaign: found ?? null, suggestions: suggestions ?? null, suggestionWords };
};
