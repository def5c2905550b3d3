import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import type { ReadingRule } from './decisions.ts';
import {
  answersPractice,
  type CardFact,
  type Facts,
  isOf,
  knowsOrganization,
  levelOf,
  readsCampaign,
  readsCard,
  isInHands,
  previewsRecap,
  runsEvent,
} from './facts.ts';
import { inTheRoom, nodeOrNull, onQuestions } from './reading-rooms.ts';
import { hires, type Reading, type Show } from './subject.ts';
import type { Somebody } from './world.ts';

interface Page {
  nodes?: object[];
  totalCount?: number;
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

function pageOf<T extends { cursor: string; node: object }>(
  edges: T[],
  { pageInfo, totalCount, ...page }: Omit<Page, 'edges'>,
) {
  const [first, last] = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null];
  const nodes = edges.map(({ node }) => node);
  return {
    ...{ ...page, edges, nodes, pageInfo: { ...pageInfo, startCursor: first, endCursor: last } },
    // No list of this world is longer than a page.
    ...(totalCount !== undefined && { totalCount: edges.length }),
  } as never;
}

/** An entry of the log as somebody has to see it; null where it touched nothing that they may read. */
export function eventAsSeen(
  who: Somebody,
  event: Facts['events'][number],
  facts: Facts,
  among: (card: CardFact) => boolean = () => true,
) {
  const campaign = facts.campaigns.find(({ boardId }) => boardId === event.boardId)!;
  const touched = facts.cards
    .filter((card) => event.cards.includes(card.id) && among(card) && readsCard(who, card))
    .sort((one, other) => one.number - other.number);
  const ofCampaign = event.kind === 'CAMPAIGN_UPDATED';
  const [first] = ofCampaign ? [] : touched;
  if (!first && !(ofCampaign && readsCampaign(who, campaign))) return null;
  return {
    cardId: first ? toGlobalId('Card', first.id) : null,
    cardNumber: first?.number ?? null,
    cardTitle: first?.title ?? null,
    cardCount: touched.length,
  };
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
  'no more than one may read': nodeOrNull,
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
      .filter(({ placeId, personId }) => placeId === subject.id && personId === who.viewer?.personId)
      .map(({ file }) => file),
  'files of an event': ({ who, subject: { event }, facts, truth }) => {
    const { organizationId, campaignId } = event!;
    if (levelOf(who, { id: campaignId ?? '', organizationId }) === 'TEAM') return truth;
    const shown = new Set(
      facts.eventFiles.filter(({ isShown }) => isShown).map(({ fileId }) => toGlobalId('File', fileId)),
    );
    return (truth as { id: string }[]).filter(({ id }) => shown.has(id));
  },
  'team, else null': (reading) => {
    const { who, subject, truth } = reading;
    const campaign = subject.card?.campaign ?? subject.campaign;
    return campaign && levelOf(who, campaign) === 'TEAM' ? truth : null;
  },
  managers: ({ who, subject: { campaign, id }, truth, place }) => {
    if (place === 'Organization.tokens') {
      const organizes = who.viewer?.coordinator || who.viewer?.roles.get(id) === 'ORGANIZER';
      return organizes && who.viewer?.standing !== 'SUSPENDED' ? truth : null;
    }
    const places = ['Campaign.blockedPeople', 'Campaign.watchLinks', 'Campaign.roleLinks'];
    if (!places.includes(place)) return truth;
    const { viewer } = who;
    if (!viewer || viewer.standing === 'SUSPENDED' || viewer.blocks.has(campaign!.id)) return null;
    return viewer.coordinator || viewer.roles.get(campaign!.organizationId) === 'ORGANIZER' ? truth : null;
  },
  'place at the event': ({ who, subject: { event }, facts, place, truth }) => {
    const mine = facts.registrations.find(
      ({ eventId, personId }) =>
        eventId === event!.id && personId !== null && personId === who.viewer?.personId,
    );
    if (place === 'Event.registration')
      return mine ? { __typename: 'Registration', id: toGlobalId('Registration', mine.id) } : null;
    const has = mine && ['REGISTERED', 'CONFIRMED', 'ATTENDED'].includes(mine.state);
    return event!.onlineCapacity === null || has || runsEvent(who, event!) ? truth : null;
  },
  'who runs the event': ({ who, subject: { event }, place, truth }) => {
    if (place.endsWith('.canManage')) return runsEvent(who, event!);
    const nothing = {
      'Event.door': null,
      'Event.feedback': null,
      'Event.feedbackTexts': [],
      'Event.wishes': [],
    };
    return !(place in nothing) || runsEvent(who, event!) ? truth : nothing[place as keyof typeof nothing];
  },
  // What is beside "fewer than five" in a recap agrees with it.
  'small numbers for who runs it': ({ who, subject: { event }, place, truth }) => {
    if (truth === null || !event!.isOver || runsEvent(who, event!)) return truth;
    const tells = (of: object) =>
      Object.entries(of).some(([name, value]) => name !== 'capacity' && value > 0 && value < 5);
    if (place === 'Event.turnout') return tells(truth as object) ? null : truth;
    return (truth as object[]).some(tells) ? [] : truth;
  },
  'who had a place': ({ who, subject: { event }, facts, truth }) => {
    const had = facts.registrations.some(
      ({ eventId, personId, state }) =>
        eventId === event!.id &&
        personId !== null &&
        personId === who.viewer?.personId &&
        ['REGISTERED', 'CONFIRMED', 'ATTENDED', 'MISSED'].includes(state),
    );
    return had ? truth : null;
  },
  'own answer': ({ who, subject: { event }, facts, place, truth }) => {
    const isMine = ({ eventId, personId }: { eventId: string; personId: string | null }) =>
      eventId === event!.id && personId !== null && personId === who.viewer?.personId;
    if (place === 'FeedbackForm.said') return facts.answers.some(isMine) ? truth : null;
    return facts.takeaways.some(isMine) ? truth : [];
  },
  'who previews the recap': ({ who, subject: { event }, facts, place, truth }) => {
    if (place === 'Event.recapDesk') return previewsRecap(who, event!) ? truth : null;
    if (place === 'RecapDesk.canPrepare') return runsEvent(who, event!);
    const role = who.viewer!.roles.get(event!.organizationId);
    const recap = facts.recaps.find(({ eventId }) => eventId === event!.id);
    if (place === 'RecapDesk.canSendLink')
      return Boolean(recap?.preparedById) && recap!.preparedById !== who.viewer!.personId;
    return (
      (role === 'ORGANIZER' || role === 'APPROVER') &&
      recap !== undefined &&
      recap.preparedById !== null &&
      recap.preparedById !== who.viewer!.personId
    );
  },
  'own practice': ({ who, subject, facts }) => {
    const mine = facts.practices.find(
      ({ cardId, personId }) => cardId === subject.id && personId === who.viewer?.personId,
    );
    return mine ? { __typename: 'Practice', id: toGlobalId('Practice', mine.id) } : null;
  },
  'who answers practice': ({ who, subject: { event }, truth }) =>
    answersPractice(who, event!) ? truth : null,
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
    if (['Campaign.thanks', 'Board.cards'].includes(reading.place))
      return onlyThose(reading.truth as Page, ids);
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
  'where lists name it': ({ who, subject, facts, truth }) =>
    knowsOrganization(who, subject.id, facts) ? truth : null,
  'sums of readable open cards': ({ who, subject, facts, place, truth }) => {
    if (place !== 'Organization.openWork') return truth;
    const open = facts.cards.filter(
      (card) =>
        card.status === 'OPEN' &&
        !card.campaign.ended &&
        card.campaign.organizationId === subject.id &&
        readsCard(who, card),
    );
    return [...Map.groupBy(open, ({ skill }) => skill)]
      .map(([skill, cards]) => ({
        ...{ __typename: 'OpenWorkSum', skill, cards: cards.length },
        hours: cards.reduce((sum, { hours }) => sum + hours, 0),
      }))
      .sort((one, other) => other.hours - one.hours || (one.skill < other.skill ? -1 : 1));
  },
  // Compared by a test of its own, beside campaigns.
  'organizations one may know of': asIs,
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
      waiting: cards.filter(({ waitingSince }) => waitingSince !== null).length,
      waitingSince: longestWait(cards),
      hoursOpen: hours('OPEN'),
      hoursClaimed: hours('CLAIMED'),
      hoursInReview: hours('IN_REVIEW'),
      hoursGiven: hours('DONE'),
    };
  },
  'events of readable cards': ({ who, subject, facts, place, truth }) => {
    if (!place.endsWith('.activity')) {
      const seen = eventAsSeen(who, subject.logged!, facts)!;
      const field = place.split('.')[1]!;
      const { boardId } = subject.logged!;
      const campaign = facts.campaigns.find((each) => each.boardId === boardId)!;
      if (field === 'byLink' && levelOf(who, campaign) !== 'TEAM') return null;
      return field in seen ? seen[field as keyof typeof seen] : truth;
    }
    const ofBoard = subject.type === 'Board' ? subject.id : subject.card!.boardId;
    const events = facts.events.filter(({ boardId }) => boardId === ofBoard);
    const edges = events.flatMap((event) => {
      const isSeen =
        subject.type === 'Board'
          ? eventAsSeen(who, event, facts)
          : event.kind !== 'CAMPAIGN_UPDATED' &&
            eventAsSeen(who, event, facts, ({ id }) => id === subject.id);
      if (!isSeen) return [];
      const id = toGlobalId('BoardEvent', `${event.boardId}:${event.revision}`);
      const cursor = Buffer.from(JSON.stringify([String(event.revision)])).toString('base64url');
      return [{ __typename: 'BoardEventEdge', cursor, node: { __typename: 'BoardEvent', id } }];
    });
    const page = pageOf(edges.slice(0, 100), truth as Page) as Page;
    return {
      ...page,
      totalCount: edges.length,
      pageInfo: { ...page.pageInfo, hasNextPage: edges.length > 100 },
    };
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
  self: ({ who, subject, facts, place, truth }) => {
    // In this world the coordinator imported something.
    if (place === 'Campaign.lastImport') return who.kind === 'coordinator' ? truth : null;
    if (place !== 'Opening.viewerApplication') return truth;
    const own = facts.applications.find(
      ({ openingId, personId }) => openingId === subject.id && personId === who.viewer?.personId,
    );
    return own ? { __typename: 'Application', id: toGlobalId('Application', own.id) } : null;
  },
  'people to ask': ({ who: { viewer }, subject: { campaign }, truth }) => {
    const active = viewer !== null && viewer.standing !== 'SUSPENDED';
    const role = viewer?.roles.get(campaign!.organizationId);
    return active && (viewer.coordinator || role === 'ORGANIZER') ? truth : null;
  },
  // Who may not read asks reads no such node; what shows by a link is compared in write-ask.test.ts.
  'asks that were sent': asIs,
  'level in the room': inTheRoom,
  'hiring side': ({ who, place, truth }) => {
    if (place === 'Opening.mayHire') return hires(who);
    return hires(who) ? truth : null;
  },
  'both sides': asIs,
  'rights on questions': onQuestions,
  // Compared by a test of its own, too.
  coordinators: ({ who: { viewer }, truth }) => {
    if (viewer?.coordinator && viewer.standing !== 'SUSPENDED') return truth;
    return typeof truth === 'boolean' ? false : null;
  },
  // Compared by a test of its own.
  'coordinators, in numbers': asIs,
  // Tried by a test of its own, plan.test.ts.
  'link or coordinator': asIs,
  'coordinator alone': asIs,
  // The difference and the ending. The closed campaign of the world is approved; before, see closing.test.ts.
  'team until the local approves': asIs,
  // The rounds themselves are no nodes: read by everybody in assessments.test.ts.
  'own people': ({ who: { viewer }, subject, place, truth }) => {
    if (place !== 'Organization.assessments') return truth;
    return viewer && viewer.standing !== 'SUSPENDED' && viewer.roles.has(subject.id) ? [] : null;
  },
  'team alone': (reading) =>
    /^(Closing|Board)\./.test(reading.place) && !isTeam(reading) ? [] : reading.truth,
};

function longestWait(cards: CardFact[]): string | null {
  const times = cards.flatMap(({ waitingSince }) => waitingSince?.getTime() ?? []);
  return times.length > 0 ? new Date(Math.min(...times)).toISOString() : null;
}

/** Whoever is signed out, on hold, or blocked on this campaign claims nothing there, and learns which of them it is. */
function claimRefusalOf({ viewer }: Somebody, campaignId: string): string | null {
  if (viewer === null) return 'NOT_SIGNED_IN';
  if (viewer.standing === 'SUSPENDED') return 'SUSPENDED';
  return viewer.blocks.has(campaignId) ? 'BLOCKED' : null;
}
