import { createApi } from '#web/api/api.ts';
import { MyCertificatesDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, locals }) => {
  depends('strikeboard:certificates');
  const [{ viewer: mine }, recordWords] = await Promise.all([
    createApi(fetch).ask(MyCertificatesDocument),
    loadMessages(locals.language, 'record'),
  ]);
  const campaigns = new Map(
    mine?.finishedCards.edges.map(({ node: { campaign } }) => [campaign.id, campaign]) ?? [],
  );
  return { mine, campaigns: [...campaigns.values()], recordWords };
};
