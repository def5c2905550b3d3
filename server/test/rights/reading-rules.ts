import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import type { ReadingRule } from './decisions.ts';
import {
  type CampaignFact,
  type CardFact,
  type Facts,
  isOf,
  levelOf,
  readsCampaign,
  readsCard,
  isInHands,
} from './facts.ts';
import type { Somebody } from './world.ts';

/** The node that a field belongs to, with what is known of it. */
export interface Subject {
  type: string;
  /** Row id. */
  id: string;
  card?: CardFact | undefined;
  campaign?: CampaignFact | undefined;
}

export interface Reading {
  who: Somebody;
  subject: Subject;
  facts: Facts;
  /** `Type.field`. */
  place: string;
  /** What somebody who may read everything sees there. */
  truth: unknown;
}

/** What `who` has to see in place of the truth. */
type Show = (reading: Reading) => unknown;

interface Page {
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: object;
}

/** The organization in whose name the vouch of this world was given. */
const ofOurs = ({ facts }: Reading) =>
  facts.campaigns.find(({ sensitivity }) => sensitivity === 'TEAM')!.organizationId;

const asIs: Show = ({ truth }) => truth;
const isTeam = ({ who, subject: { campaign } }: Reading) =>
  campaign !== undefined && levelOf(who, campaign) === 'TEAM';
const readableIds = ({ who, facts }: Reading) =>
  new Set(facts.cards.filter((card) => readsCard(who, card)).map(({ id }) => toGlobalId('Card', id)));
const person = (id: string) => ({ __typename: 'Person', id: toGlobalId('Person', id) });

/** A page with only some of its items. */
function onlyThose(page: Page, ids: ReadonlySet<string>): Page {
  const edges = page.edges.filter(({ node }) => ids.has(node.id));
  return pageOf(edges, page);
}

function pageOf<T extends { cursor: string }>(edges: T[], { pageInfo, ...page }: Omit<Page, 'edges'>) {
  const [first, last] = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null];
  return { ...page, edges, pageInfo: { ...pageInfo, startCursor: first, endCursor: last } } as never;
}

/** What came of a campaign, as far as these cards tell. */
function differenceOf(cards: CardFact[], facts: Facts, campaignId: string) {
  const done = cards.filter(({ status }) => status === 'DONE');
  const ids = new Set(cards.map(({ id }) => id));
  const asked = facts.asksOfCampaigns.find((ask) => ask.campaignId === campaignId)?.submittedAt;
  const hoursFromAsk = (moments: (Date | null)[]) => {
    const times = moments.flatMap((at) => (at ? [at.getTime()] : []));
    return asked && times.length > 0 ? (Math.min(...times) - asked.getTime()) / 3_600_000 : null;
  };
  const days = Map.groupBy(done, ({ finishedAt }) => finishedAt!.toISOString().slice(0, 10));
  return {
    __typename: 'CampaignDifference',
    deliverables: done.length,
    hours: done.reduce((sum, { hours }) => sum + hours, 0),
    people: new Set(
      done.flatMap(({ holderId, partnerId }) => [holderId, partnerId].filter((id) => id !== null)),
    ).size,
    hoursToFirstClaim: hoursFromAsk(
      facts.claims.filter(({ cardId }) => ids.has(cardId)).map(({ claimedAt }) => claimedAt),
    ),
    hoursToFirstDelivery: hoursFromAsk(done.map(({ finishedAt }) => finishedAt)),
    byDay: [...days].map(([day, { length }]) => ({ __typename: 'DaySum', day, deliverables: length })),
  };
}

/** The rules of decisions.ts, carried out on the truth. */
export const SHOW: Record<ReadingRule, Show> = {
  reader: asIs,
  anyone: asIs,
  'no more than one may read': asIs,
  'team where hidden': (reading) => {
    const { campaign } = reading.subject;
    const hidden = reading.place === 'Campaign.employer' ? campaign?.employerHidden : campaign?.startHidden;
    return hidden && !isTeam(reading) ? null : reading.truth;
  },
  'due moment': (reading) => {
    const { card } = reading.subject;
    return card?.relative && card.campaign.startHidden && !isTeam(reading) ? null : reading.truth;
  },
  work: (reading) => {
    const { who, subject, truth } = reading;
    const holds = isInHands(subject.card, who.viewer?.personId);
    return holds || levelOf(who, subject.card!.campaign) !== 'PUBLIC' ? truth : null;
  },
  'old brief': (reading) => {
    const { who, subject, truth } = reading;
    const holds = isInHands(subject.card, who.viewer?.personId);
    if (!holds && !isTeam(reading)) return null;
    return reading.place === 'Brief.dueAt' ? SHOW['due moment'](reading) : truth;
  },
  drafts: ({ who, subject, facts, place, truth }) => {
    if (place !== 'CardWork.drafts') return truth;
    const card = facts.cards.find(({ id }) => id === subject.id);
    return facts.drafts
      .filter(({ cardId }) => cardId === subject.id)
      .filter(
        ({ keptAt, personId }) =>
          keptAt !== null ||
          personId === who.viewer?.personId ||
          (isInHands(card, who.viewer?.personId) && isInHands(card, personId)),
      )
      .map(({ personId, note, links, savedAt, keptAt }) => ({
        __typename: 'Draft',
        note,
        links: links.map((link) => ({ __typename: 'Link', ...link })),
        savedAt: savedAt.toISOString(),
        keptAt: keptAt?.toISOString() ?? null,
        person: person(personId),
      }));
  },
  uploads: ({ who, subject, facts }) =>
    who.viewer &&
    facts.uploads
      .filter(({ cardId, personId }) => cardId === subject.id && personId === who.viewer?.personId)
      .map(({ file }) => file),
  'team, else null': (reading) => {
    const { who, subject, truth } = reading;
    const campaign = subject.card?.campaign ?? subject.campaign;
    return campaign && levelOf(who, campaign) === 'TEAM' ? truth : null;
  },
  managers: ({ who, subject: { campaign }, truth, place }) => {
    const places = ['Campaign.blockedPeople', 'Campaign.watchLinks', 'Campaign.roleLinks'];
    if (!places.includes(place)) return truth;
    const { viewer } = who;
    if (!viewer || viewer.standing === 'SUSPENDED' || viewer.blocks.has(campaign!.id)) return null;
    return viewer.coordinator || viewer.roles.get(campaign!.organizationId) === 'ORGANIZER' ? truth : null;
  },
  // Asked by a token alone: tested in approve-by-link.test.ts.
  'whoever has the link': asIs,
  'signed in': ({ who, truth }) => (who.viewer ? truth : null),
  profile: ({ who: { viewer }, subject, truth }) => {
    const own = viewer?.personId === subject.id;
    const trusted =
      viewer && viewer.standing !== 'SUSPENDED' && (viewer.coordinator || viewer.roles.size > 0);
    return own || trusted ? truth : null;
  },
  // The one vouch of this world is the member's, for `vouched`, in the name of ours.
  'who decides on it': (reading) => {
    const { who, subject, truth, place } = reading;
    const { viewer } = who;
    const active = viewer !== null && viewer.standing !== 'SUSPENDED';
    const own = viewer?.personId === subject.id || (place === 'Vouch.note' && who.kind === 'vouched');
    if (own || (active && viewer.coordinator)) return truth;
    if (place === 'StandingChange.note' || !active || viewer.roles.size === 0) return null;
    if (place === 'Person.vouches') return who.kind === 'foreigner' ? [] : truth;
    return who.kind === 'member' || viewer.roles.get(ofOurs(reading)) === 'ORGANIZER' ? truth : null;
  },
  members: ({ who, subject, truth, place }) => {
    if (place !== 'Organization.members' && place !== 'Organization.vouches') return truth;
    return isOf(who, subject.id) ? truth : [];
  },
  'organizers and coordinators': ({ who: { viewer }, subject, truth, place }) => {
    if (place !== 'Organization.leadRequests') return truth;
    const active = viewer !== null && viewer.standing !== 'SUSPENDED';
    return active && (viewer.coordinator || viewer.roles.get(subject.id) === 'ORGANIZER') ? truth : [];
  },
  'readable cards': (reading) => {
    const ids = readableIds(reading);
    if (reading.place === 'Campaign.thanks') return onlyThose(reading.truth as Page, ids);
    if (reading.place === 'Board.snapshot') return reading.truth;
    return (reading.truth as { id: string }[]).filter(({ id }) => ids.has(id));
  },
  'readable campaigns': ({ who, facts, truth }) =>
    onlyThose(
      truth as Page,
      new Set(
        facts.campaigns
          .filter((campaign) => readsCampaign(who, campaign))
          .map(({ id }) => toGlobalId('Campaign', id)),
      ),
    ),
  'open cards one may read': ({ who, facts, truth }) =>
    onlyThose(
      truth as Page,
      new Set(
        facts.cards
          .filter((card) => card.status === 'OPEN' && !card.campaign.ended && readsCard(who, card))
          .map(({ id }) => toGlobalId('Card', id)),
      ),
    ),
  'counts of readable cards': ({ who, subject, facts, place, truth }) => {
    if (place !== 'Campaign.counts' && place !== 'Campaign.difference') return truth;
    const cards = facts.cards
      .filter(({ campaign }) => campaign.id === subject.id)
      .filter((c) => readsCard(who, c));
    const count = (status: string) => cards.filter((card) => card.status === status).length;
    const hours = (status: string) =>
      cards.filter((card) => card.status === status).reduce((sum, card) => sum + card.hours, 0);
    if (place === 'Campaign.difference') return differenceOf(cards, facts, subject.id);
    return {
      __typename: 'CampaignCounts',
      open: count('OPEN'),
      claimed: count('CLAIMED'),
      inReview: count('IN_REVIEW'),
      done: count('DONE'),
      hoursOpen: hours('OPEN'),
      hoursGiven: hours('DONE'),
    };
  },
  'events of readable cards': (reading) => {
    const { who, subject, facts, place, truth } = reading;
    if (!place.endsWith('.activity')) return truth;
    const ofBoard = subject.type === 'Board' ? subject.id : subject.card!.boardId;
    const events = facts.events.filter(({ boardId }) => boardId === ofBoard);
    const isTeamHere = levelOf(who, (subject.card?.campaign ?? subject.campaign)!) === 'TEAM';
    const told = (truth as { edges: { node: { revision: number; byLink: unknown } }[] }).edges;
    const links = new Map(told.map(({ node }) => [node.revision, node.byLink]));
    const edges = events.flatMap((event) => {
      const touched = facts.cards
        .filter(({ id }) => event.cards.includes(id) && (subject.type === 'Board' || id === subject.id))
        .filter((card) => readsCard(who, card))
        .sort((one, other) => one.number - other.number);
      const ofCampaign = event.kind === 'CAMPAIGN_UPDATED';
      const [first] = ofCampaign ? [] : touched;
      if (!first && !(ofCampaign && subject.type === 'Board')) return [];
      const node = {
        __typename: 'BoardEvent',
        revision: event.revision,
        kind: event.kind,
        at: event.at.toISOString(),
        actor: event.actorId && person(event.actorId),
        cardId: first ? toGlobalId('Card', first.id) : null,
        cardNumber: first?.number ?? null,
        cardTitle: first?.title ?? null,
        cardCount: touched.length,
        byLink: isTeamHere ? (links.get(event.revision) ?? null) : null,
      };
      const cursor = Buffer.from(JSON.stringify([String(event.revision)])).toString('base64url');
      return [{ __typename: 'BoardEventEdge', cursor, node }];
    });
    const page = pageOf(edges.slice(0, 100), truth as Page) as Page;
    return { ...page, pageInfo: { ...page.pageInfo, hasNextPage: edges.length > 100 } };
  },
  'epoch of the level': ({ who, subject: { campaign } }) =>
    `${campaign?.epoch}-${levelOf(who, campaign!).toLowerCase()}`,
  'rights here': ({ who, subject: { campaign }, place, truth }) => {
    if (place !== 'Campaign.viewer') return truth;
    const { viewer } = who;
    const active = viewer !== null && viewer.standing !== 'SUSPENDED' && !viewer.blocks.has(campaign!.id);
    const role = viewer?.roles.get(campaign!.organizationId) ?? null;
    const level = levelOf(who, campaign!);
    const limit =
      level === 'PUBLIC' || (viewer?.standing === 'NEW' && !viewer.vouches.has(campaign!.organizationId))
        ? campaign!.newcomerClaimLimit
        : campaign!.claimLimit;
    return {
      __typename: 'CampaignViewer',
      sensitivity: level,
      role,
      isTeam: level === 'TEAM',
      canManage: active && (viewer.coordinator || role === 'ORGANIZER'),
      canApprove: active && (role === 'ORGANIZER' || role === 'APPROVER'),
      canReviewCraft: active && level !== 'PUBLIC',
      claimLimit: active ? limit : 0,
      claimRefusal: claimRefusalOf(who, campaign!.id),
    };
  },
  // Compared with the facts by a test of its own.
  self: asIs,
  'people to ask': ({ who: { viewer }, subject: { campaign }, truth }) => {
    const active = viewer !== null && viewer.standing !== 'SUSPENDED';
    const role = viewer?.roles.get(campaign!.organizationId);
    return active && (viewer.coordinator || role === 'ORGANIZER') ? truth : null;
  },
  // Who may not read asks reads no such node; what shows by a link is compared in write-ask.test.ts.
  'asks that were sent': asIs,
  // Compared by a test of its own, too.
  coordinators: ({ who: { viewer }, truth }) =>
    viewer?.coordinator && viewer.standing !== 'SUSPENDED' ? truth : null,
  // Compared by a test of its own.
  'coordinators, in numbers': asIs,
  // Tried by a test of its own, plan.test.ts.
  'link or coordinator': asIs,
  'coordinator alone': asIs,
  // The difference and the ending. The closed campaign of the world is approved; before, see closing.test.ts.
  'team until the local approves': asIs,
  'team alone': (reading) =>
    /^(Closing|Board)\./.test(reading.place) && !isTeam(reading) ? [] : reading.truth,
};

/** Whoever is signed out, on hold, or blocked on this campaign claims nothing there, and learns which of them it is. */
function claimRefusalOf({ viewer }: Somebody, campaignId: string): string | null {
  if (viewer === null) return 'NOT_SIGNED_IN';
  if (viewer.standing === 'SUSPENDED') return 'SUSPENDED';
  return viewer.blocks.has(campaignId) ? 'BLOCKED' : null;
}
