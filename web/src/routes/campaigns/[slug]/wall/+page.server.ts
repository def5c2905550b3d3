import { version } from '$app/env';
import { createApi } from '#web/api/api.ts';
import { isTheme } from '#web/frame/theme.ts';
import { WallPageDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

/**
 * The words, and what the visitor may know of the campaign without a link. What a link opens comes to the browser
 * alone, which knows what stands behind the #; so the page is the same for campaigns that are there and that are not.
 */
export const load: PageServerLoad = async ({ fetch, locals, params, setHeaders, url }) => {
  setHeaders({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
  const theme = url.searchParams.get('theme');
  if (isTheme(theme)) locals.theme = theme;
  const [campaign, wallWords] = await Promise.all([
    askForCampaign(fetch, params.slug),
    loadMessages(locals.language, 'wall'),
  ]);
  // From here, because in the browser a shared module may be read before Kit has told it.
  return { slug: params.slug, campaign, wallWords, version };
};

/** A screen that reloads while the API restarts shows its wall as soon as that is back. */
async function askForCampaign(fetch: typeof globalThis.fetch, slug: string) {
  try {
    return (await createApi(fetch).ask(WallPageDocument, { slug })).campaign;
  } catch {
    return null;
  }
}
