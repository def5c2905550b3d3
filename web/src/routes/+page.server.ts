import { error } from '@sveltejs/kit';
import { createApi } from '#web/api/api.ts';
import { byUrgency } from '#web/card/by-urgency.ts';
import { LandingDocument, LandingForYouDocument } from '#web/gql/graphql.ts';
import { isSkill } from '#web/person/skills.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, parent, url }) => {
  depends('strikeboard:open-cards');
  const chosen = url.searchParams.get('skill');
  const { viewer } = await parent();
  // A person sees what fits them first; `?skill=ALL` shows the rest.
  const mine = viewer?.person.skills ?? [];
  const skill = isSkill(chosen) ? chosen : chosen === 'ALL' || mine.length === 0 ? 'ALL' : 'MINE';
  const wanted = skill === 'ALL' ? null : skill === 'MINE' ? mine : [skill];

  const api = createApi(fetch);
  const [{ campaigns, openCards }, forYou] = await Promise.all([
    api.ask(LandingDocument, { filter: wanted && { skills: wanted } }),
    skill === 'MINE' ? api.ask(LandingForYouDocument) : null,
  ]);
  if (!campaigns || !openCards) error(503, 'Unavailable');
  // Best first; in a break nothing is proposed, and whoever looks all the same sees what is due soonest.
  const best = forYou?.viewer?.cardsForYou.map(({ card }) => card) ?? [];
  const left = (['erased', 'out'] as const).find((way) => way === url.searchParams.get('left'));
  return {
    /** How somebody left just now: this page says goodbye. */
    left: viewer === null ? (left ?? null) : null,
    skill,
    openCardsPlace: { epoch: openCards.epoch, revision: openCards.revision },
    campaigns: campaigns.edges.map(({ node }) => node),
    cards: best.length > 0 ? best : byUrgency(openCards.edges.map(({ node }) => node)).slice(0, 12),
  };
};
