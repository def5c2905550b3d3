/** The parts of the list, as the address calls them. */
export const parts = [
  'open',
  'answered',
  'accepted',
  'done',
  'declined',
  'mine',
  'waiting',
  'hidden',
] as const;
export type Part = (typeof parts)[number];

/** What a page of suggestions shows, as its address says. */
export interface SuggestionsView {
  /** Of the campaign they are about; null for the programme. */
  campaign: string | null;
  show: Part | null;
  after: string | null;
  /** The page that somebody came from. */
  about: string | null;
}

/** Reads an address. What it does not know it leaves out. A page of a campaign is about that campaign. */
export function readSuggestionsView(params: Pick<URLSearchParams, 'get'>): SuggestionsView {
  const about = params.get('about');
  const ofPage = about && /^\/c\/([a-z0-9-]{1,80})(?:\/|$)/.exec(about)?.[1];
  return {
    campaign: params.get('campaign')?.slice(0, 80) || ofPage || null,
    show: parts.find((part) => part === params.get('show')) ?? null,
    after: params.get('after') || null,
    about: about && about.length <= 200 ? about : null,
  };
}

/** The address of a view. */
export function writeSuggestionsView({ campaign, show, after, about }: Partial<SuggestionsView>): string {
  const params = new URLSearchParams();
  if (campaign) params.set('campaign', campaign);
  if (show) params.set('show', show);
  if (after) params.set('after', after);
  // That of a campaign would lead back to it.
  if (about && (campaign || !about.startsWith('/c/'))) params.set('about', about);
  const query = params.toString();
  return `/suggestions${query ? `?${query}` : ''}`;
}
