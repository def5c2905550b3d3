import { ApiFailure, createApi } from '#web/api/api.ts';
import { nextPath } from '#web/frame/next-path.ts';
import { CardToClaimDocument, type CardToClaimQuery } from '#web/gql/graphql.ts';
import type { PageServerLoad } from './$types';

type CardToClaim = Extract<CardToClaimQuery['node'], { __typename: 'Card' }>;

export const load: PageServerLoad = async ({ fetch, url }) => {
  const claim = url.searchParams.get('claim');
  const card = claim ? await readCard(fetch, claim) : null;
  const fallback = card ? `/c/${card.campaign.slug}/board?card=${card.number}` : '/#cards';
  return {
    card,
    why: whyOf(url.searchParams.get('why')),
    next: nextPath(url.searchParams.get('next'), fallback),
  };
};

/** What one comes for that asks no skill: to lead a board, or to take a role that a link offers. */
function whyOf(given: string | null): 'board' | 'role' | null {
  return given === 'board' || given === 'role' ? given : null;
}

/** The card somebody wants to take, or null when the id in the address is none, or not theirs to see. */
async function readCard(fetch: typeof globalThis.fetch, id: string): Promise<CardToClaim | null> {
  try {
    const { node } = await createApi(fetch).ask(CardToClaimDocument, { id });
    return node?.__typename === 'Card' ? node : null;
  } catch (failure) {
    if (failure instanceof ApiFailure) return null;
    throw failure;
  }
}
