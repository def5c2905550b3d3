import type { CampaignKind, DeskQueryVariables, DeskSection } from '#web/gql/graphql.ts';

/** The lists, in the order in which a day at the desk goes through them; a later one stands last, since each has a key. */
export const sections = [
  'asks',
  'handIns',
  'newcomers',
  'quietCards',
  'quietPeople',
  'campaigns',
  'heldAsks',
  'suggestions',
] as const;
export type Section = (typeof sections)[number];

/** What the server calls them. */
export const namesOf: Readonly<Record<Section, DeskSection>> = {
  asks: 'ASKS',
  heldAsks: 'HELD_ASKS',
  handIns: 'HAND_INS',
  newcomers: 'NEWCOMERS',
  quietCards: 'QUIET_CARDS',
  quietPeople: 'QUIET_PEOPLE',
  campaigns: 'CAMPAIGNS',
  suggestions: 'SUGGESTIONS',
};

export const kinds = [
  'STRIKE',
  'CONTRACT_FIGHT',
  'ORGANIZING_DRIVE',
  'BOYCOTT',
  'COMMUNITY_FIGHT',
] as const satisfies readonly CampaignKind[];

/** What of the desk is shown. It lives in the address, so that it survives a reload and can be handed on. */
export interface DeskView {
  readonly section: Section;
  readonly text: string;
  /** The campaign's name in addresses. */
  readonly campaign: string | null;
  readonly kind: CampaignKind | null;
  readonly mine: boolean;
  readonly late: boolean;
  /** The page of the list: what follows this cursor. */
  readonly after: string | null;
}

/** Rows of a page: enough for a morning, few enough for a phone. */
export const pageSize = 50;
const longestText = 100;

/** Reads the view from an address. What it does not know it leaves out, so that an old link still opens. */
export function readView(params: Pick<URLSearchParams, 'get' | 'has'>): DeskView {
  const kind = params.get('kind')?.toUpperCase().replaceAll('-', '_');
  return {
    section: sections.find((section) => slugOf(section) === params.get('show')) ?? 'asks',
    text: (params.get('q') ?? '').slice(0, longestText),
    campaign: params.get('campaign')?.slice(0, longestText) || null,
    kind: kinds.find((known) => known === kind) ?? null,
    mine: params.has('mine'),
    late: params.has('late'),
    after: params.get('after') || null,
  };
}

/** The address of a view, as a query. The first list without a filter is the bare address. */
export function writeView(view: DeskView): string {
  const params = new URLSearchParams();
  if (view.section !== 'asks') params.set('show', slugOf(view.section));
  if (view.text.trim()) params.set('q', view.text.trim());
  if (view.campaign) params.set('campaign', view.campaign);
  if (view.kind) params.set('kind', view.kind.toLowerCase().replaceAll('_', '-'));
  if (view.mine) params.set('mine', '1');
  if (view.late) params.set('late', '1');
  if (view.after) params.set('after', view.after);
  const query = params.toString();
  return query ? `?${query}` : '';
}

const slugOf = (section: Section) => section.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export function isFiltering({ text, campaign, kind, mine, late }: DeskView): boolean {
  return text.trim() !== '' || campaign !== null || kind !== null || mine || late;
}

/** What to ask the server for: the counts, and, unless they are fresh, the rows of the list shown. */
export function variablesOf(view: DeskView, withRows = true): DeskQueryVariables {
  const { text, campaign, kind, mine, late, after } = view;
  const wants = (section: Section) => withRows && section === view.section;
  return {
    filter: { text: text.trim() || null, campaign, kind, mine, late },
    first: pageSize,
    after,
    asks: wants('asks'),
    campaigns: wants('campaigns'),
    quietCards: wants('quietCards'),
    quietPeople: wants('quietPeople'),
    newcomers: wants('newcomers'),
    heldAsks: wants('heldAsks'),
    handIns: wants('handIns'),
    suggestions: wants('suggestions'),
  };
}
