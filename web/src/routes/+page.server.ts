import { createApi } from '#web/api/api.ts';
import { byUrgency } from '#web/card/by-urgency.ts';
import { LandingDocument } from '#web/gql/graphql.ts';
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

  const { campaigns, openCards } = await createApi(fetch).ask(LandingDocument, {
    filter: wanted && { skills: wanted },
  });
  return {
    skill,
    campaigns: campaigns.edges.map(({ node }) => node),
    cards: byUrgency(openCards.edges.map(({ node }) => node)).slice(0, 12),
  };
};
