import { agreePlan } from '../../src/features/plan/agree-plan.ts';
import { createApprovalLink } from '../../src/core/review/approval-link.ts';
import { addComment } from '../../src/core/card/comment-on-card.ts';
import type { CardStatus } from '../../src/core/board/card.entity.ts';
import type { Sensitivity } from '../../src/core/access/sensitivity.ts';
import { invitePerson } from '../../src/features/matching/invite-person.ts';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { createWatchLink } from '../../src/features/wall/watch-link.ts';
import { createCampaign } from '../../src/core/board/create-campaign.ts';
import { closeCampaign } from '../../src/features/closing/close-campaign.ts';
import { type NodeName, toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { CONDUCT_VERSION } from '../../src/core/person/conduct.ts';
import { cardTemplates } from '../../src/features/template/card-templates.ts';
import { saveTemplate } from '../../src/features/template/save-template.ts';
import { anOfferedAsk, aPlannedAsk, anAsk as aTakenAsk } from '../support/an-ask.ts';
import { aHandle } from '../support/local-on-strike.ts';
import { newcomer } from '../support/people.ts';
import type { About } from './changing-rules.ts';
import { type CampaignFact, readsCampaign, readsCard } from './facts.ts';
import {
    anAsk,
    aCard,
    askedLongAgo,
    type CampaignName,
    holderOf,
    idOf,
    SENSITIVITIES,
    type Somebody,
    type World,
} from './world.ts';

/** Something that can be changed, made anew for each who may. */
export interface Target {
  /** Input of the mutation. */
  input: object;
  /** The same with an id that nobody has: who may not read the target has to get the same answer. */
  unknown?: object;
  /** A card that somebody holds afterwards, so that it counts for what they may hold. */
  cardId?: string;
}

/** One way to use a mutation. */
export interface Change {
  mutation: string;
  what: string;
  make(world: World): Promise<Target>;
  about(world: World): About;
  /** Whether somebody may read what it is about. */
  readable(world: World, who: Somebody): boolean;
}

const NOBODYS_ID = '019a0000-0000-7000-8000-000000000000';

interface CardChange {
  status: CardStatus;
  input?: object;
}

/** A card on its way, and what else the input of its mutation takes. */
const CARD_CHANGES: Record<string, CardChange> = {
  updateCard: { status: 'OPEN', input: { version: 1, title: 'Another title' } },
  moveCard: { status: 'OPEN' },
  cancelCard: { status: 'OPEN', input: { reason: 'Not needed' } },
  claimCard: { status: 'OPEN' },
  addComment: { status: 'OPEN', input: { text: 'Which size?' } },
  extendClaim: { status: 'CLAIMED' },
  confirmClaim: { status: 'CLAIMED' },
  handBackCard: { status: 'CLAIMED', input: { note: 'Sorry' } },
  takeBackCard: { status: 'CLAIMED', input: { reason: 'We need it today' } },
  blockCard: { status: 'CLAIMED', input: { reason: 'No photographs' } },
  unblockCard: { status: 'CLAIMED', input: { answer: 'Here they are' } },
  saveDraft: { status: 'CLAIMED', input: { note: 'So far', links: [] } },
  handInCard: { status: 'CLAIMED', input: { note: 'Done', links: [] } },
  passCraftReview: { status: 'IN_REVIEW' },
  requestChanges: { status: 'IN_REVIEW', input: { note: 'Shorter' } },
  approveCard: { status: 'IN_REVIEW', input: { thanks: 'Thank you' } },
};

/** Like those, tried on the cards of one board alone. */
const MORE_CARD_CHANGES: Record<string, CardChange> = {
  createApprovalLink: { status: 'IN_REVIEW', input: { label: 'Lou, president' } },
};

function cardChange(mutation: string, campaign: CampaignName, sensitivity: Sensitivity): Change {
  const { status, input } = (CARD_CHANGES[mutation] ?? MORE_CARD_CHANGES[mutation])!;
  return {
    mutation,
    what: `a ${sensitivity} card of ${campaign}`,
    make: async (world) => {
      const cardId = await aCard(world, { campaign, sensitivity, status, plain: true });
      const withId = (id: string) => ({ cardId: toGlobalId('Card', id), ...input });
      return { input: withId(cardId), unknown: withId(NOBODYS_ID), cardId };
    },
    about: ({ ours, theirs, campaigns }) => ({
      organizationId: campaign === 'foreign' ? theirs : ours,
      campaignId: campaigns[campaign].id,
      sensitivity,
    }),
    readable: (world, who) =>
      readsCard(who, { campaign: campaignFact(world, campaign), sensitivity, status } as never),
  };
}

function campaignFact({ ours, theirs, campaigns }: World, campaign: CampaignName): CampaignFact {
  const sensitivity = campaign === 'team' ? 'TEAM' : campaign === 'vetted' ? 'VETTED' : 'PUBLIC';
  return {
    id: campaigns[campaign].id,
    organizationId: campaign === 'foreign' ? theirs : ours,
    sensitivity,
  } as CampaignFact;
}

/** A mutation about a whole board or campaign. */
function campaignChange(mutation: string, campaign: CampaignName, input: (id: string) => object): Change {
  const key = mutation === 'updateCampaign' ? 'id' : 'boardId';
  return {
    mutation,
    what: campaign,
    make: async ({ campaigns }) => ({ input: input(campaigns[campaign][key]), unknown: input(NOBODYS_ID) }),
    about: ({ ours, theirs, campaigns }) => ({
      organizationId: campaign === 'foreign' ? theirs : ours,
      campaignId: campaigns[campaign].id,
    }),
    readable: (world, who) => readsCampaign(who, campaignFact(world, campaign)),
  };
}

/** A mutation about what everybody may know of. */
function openChange(
  mutation: string,
  what: string,
  input: (world: World) => object | Promise<object>,
): Change {
  return {
    mutation,
    what,
    make: async (world) => ({ input: await input(world) }),
    about: ({ ours }) => ({ organizationId: ours }),
    readable: () => true,
  };
}

function removal(sensitivity: Sensitivity): Change {
  return {
    ...cardChange('addComment', 'open', sensitivity),
    mutation: 'removeComment',
    make: async (world) => {
      const cardId = await aCard(world, { sensitivity, plain: true });
      const author = idOf(world, holderOf(sensitivity));
      const { result } = await addComment(world.services, author, { cardId, text: 'Mine' });
      const withId = (id: string) => ({ commentId: toGlobalId('Comment', id) });
      return { input: withId(result?.comment.id ?? ''), unknown: withId(NOBODYS_ID), cardId };
    },
  };
}

function ticking(sensitivity: Sensitivity): Change {
  CARD_CHANGES['tickChecklistItem'] ??= { status: 'CLAIMED' };
  const change = cardChange('tickChecklistItem', 'open', sensitivity);
  return {
    ...change,
    make: async (world) => {
      const target = await change.make(world);
      const row = await world.services.orm.em
        .fork()
        .getKysely()
        .selectFrom('card')
        .select('checklist')
        .where('id', '=', target.cardId!)
        .executeTakeFirstOrThrow();
      const [item] = row.checklist as unknown as { id: string }[];
      const more = { itemId: item!.id, done: true };
      return { ...target, input: { ...target.input, ...more }, unknown: { ...target.unknown, ...more } };
    },
  };
}

/** Asking Mila, who may read everything of ours. Her earlier invitations are long ago. */
function asking(campaign: CampaignName, sensitivity: Sensitivity): Change {
  CARD_CHANGES['invitePerson'] ??= { status: 'OPEN' };
  const change = cardChange('invitePerson', campaign, sensitivity);
  return {
    ...change,
    // Not a change of the board, which would say BLOCKED: one who is blocked asks nobody.
    about: ({ ours, theirs }) => ({ organizationId: campaign === 'foreign' ? theirs : ours, sensitivity }),
    make: async (world) => {
      await askedLongAgo(world.services);
      const target = await change.make(world);
      const more = { personId: toGlobalId('Person', idOf(world, 'member')) };
      return { ...target, input: { ...target.input, ...more }, unknown: { ...target.unknown, ...more } };
    },
  };
}

/** A block of Tess on one campaign. */
function blockChange(mutation: string, campaign: CampaignName, more: object = {}): Change {
  const input = (id: string) => ({ campaignId: toGlobalId('Campaign', id), handle: 'Tess', ...more });
  return {
    ...campaignChange(mutation, campaign, input),
    make: async (world) => ({ input: input(world.campaigns[campaign].id), unknown: input(NOBODYS_ID) }),
    // One who is blocked organizes nothing: it is not a change of the board, which would say BLOCKED.
    about: ({ ours, theirs }) => ({ organizationId: campaign === 'foreign' ? theirs : ours }),
  };
}

function tickingCaution(sensitivity: Sensitivity): Change {
  const change = cardChange('updateCard', 'open', sensitivity);
  return {
    ...change,
    mutation: 'clearCaution',
    make: async (world) => {
      const cardId = await aCard(world, { sensitivity, plain: true });
      const withId = (id: string) => ({ cardId: toGlobalId('Card', id) });
      return { input: withId(cardId), unknown: withId(NOBODYS_ID), cardId };
    },
  };
}

/** "Not now" of the newcomer, who alone was asked. */
const declining: Change = {
  mutation: 'declineInvitation',
  what: 'an invitation of the newcomer',
  make: async (world) => {
    await askedLongAgo(world.services);
    const cardId = await aCard(world, { plain: true });
    const organizer = world.people.organizer.viewer!;
    const personId = idOf(world, 'newcomer');
    const { id } = await invitePerson(world.services, organizer, { cardId, personId });
    const withId = (invitation: string) => ({ invitationId: toGlobalId('Invitation', invitation) });
    return { input: withId(id), unknown: withId(NOBODYS_ID), cardId };
  },
  about: ({ ours }) => ({ organizationId: ours }),
  readable: (_world, { kind }) => kind === 'newcomer',
};

/** What is done with a link for approving, made anew for each. */
function linkChange(
  mutation: string,
  sensitivity: Sensitivity,
  input: (link: { id: string; token: string }) => object,
): Change {
  const change = cardChange('approveCard', 'open', sensitivity);
  const byToken = mutation !== 'revokeApprovalLink';
  return {
    ...change,
    mutation,
    make: async (world) => {
      const cardId = await aCard(world, { sensitivity, status: 'IN_REVIEW', plain: true });
      const organizer = idOf(world, 'organizer');
      const { token } = await createApprovalLink(world.services, organizer, { cardId, label: 'Lou' });
      const { id } = await world.services.orm.em
        .fork()
        .getKysely()
        .selectFrom('approval_link')
        .select('id')
        .where('card_id', '=', cardId)
        .executeTakeFirstOrThrow();
      const unknown = byToken ? {} : { unknown: input({ id: NOBODYS_ID, token: '' }) };
      return { input: input({ id, token }), cardId, ...unknown };
    },
    // Whoever has the link needs no right to read the card.
    ...(byToken && { readable: () => true }),
  };
}

/** A link for a screen: made, or taken back after its local made it. */
function watchLinkChange(mutation: 'createWatchLink' | 'revokeWatchLink', campaign: CampaignName): Change {
  const words = { label: 'Strike office', hours: 12 };
  return {
    ...campaignChange(mutation, campaign, () => ({})),
    make: async (world) => {
      const { services, campaigns, people } = world;
      const campaignId = campaigns[campaign].id;
      if (mutation === 'createWatchLink') {
        const input = (id: string) => ({ campaignId: toGlobalId('Campaign', id), ...words });
        return { input: input(campaignId), unknown: input(NOBODYS_ID) };
      }
      const db = services.orm.em.fork().getKysely();
      await db.deleteFrom('watch_link').where('campaign_id', '=', campaignId).execute();
      const local = people[campaign === 'foreign' ? 'foreigner' : 'organizer'].viewer!;
      const flags = { sensitivity: 'PUBLIC', showsHandles: false, showsThanks: false } as const;
      await createWatchLink(services, local, { campaignId, ...words, ...flags });
      const { id } = await db
        .selectFrom('watch_link')
        .select('id')
        .where('campaign_id', '=', campaignId)
        .executeTakeFirstOrThrow();
      const input = (link: string) => ({ linkId: toGlobalId('WatchLink', link) });
      return { input: input(id), unknown: input(NOBODYS_ID) };
    },
    // One who is blocked organizes nothing: it is not a change of the board, which would say BLOCKED.
    about: ({ ours, theirs }) => ({ organizationId: campaign === 'foreign' ? theirs : ours }),
  };
}

/** A mutation about the end of a campaign, of which each can be closed only once. */
function closingChange(mutation: string, campaign: CampaignName, input: object): Change {
  return {
    mutation,
    what: campaign,
    make: async (world) => {
      const organizer = idOf(world, campaign === 'foreign' ? 'foreigner' : 'organizer');
      const { organizationId, sensitivity } = campaignFact(world, campaign);
      const { campaignId } = await createCampaign(world.services, organizer, {
        ...{ organizationId, sensitivity, slug: `end-${randomBytes(8).toString('hex')}` },
        ...{ title: 'To be ended', kind: 'STRIKE' },
      });
      if (mutation !== 'closeCampaign') await closeCampaign(world.services, organizer, { campaignId });
      const withId = (id: string) => ({ campaignId: toGlobalId('Campaign', id), ...input });
      return { input: withId(campaignId), unknown: withId(NOBODYS_ID) };
    },
    about: ({ ours, theirs }) => ({ organizationId: campaign === 'foreign' ? theirs : ours }),
    // A new campaign, from which nobody is blocked.
    readable: (world, who) => readsCampaign(who, { ...campaignFact(world, campaign), id: '' }),
  };
}

/** An answer to somebody who asks to lead a board of ours. */
function leadRequestChange(mutation: 'confirmLeadRequest' | 'declineLeadRequest'): Change {
  const input = (id: string) => ({ leadRequestId: toGlobalId('LeadRequest', id) });
  return {
    ...openChange(mutation, 'ours', () => ({})),
    make: async ({ services, ours, campaigns }) => {
      const { personId } = await newcomer(services, aHandle());
      const { rows } = await sql<{ id: string }>`
        insert into lead_request (id, organization_id, campaign_id, person_id)
        values (gen_random_uuid(), ${ours}, ${campaigns.team.id}, ${personId}) returning id`.execute(
        services.orm.em.fork().getKysely(),
      );
      return { input: input(rows[0]!.id), unknown: input(NOBODYS_ID) };
    },
    readable: ({ ours }, { viewer }) =>
      viewer !== null && (viewer.coordinator || viewer.roles.get(ours) === 'ORGANIZER'),
  };
}

const campaigns: CampaignName[] = ['open', 'vetted', 'team', 'foreign'];
const ofNode = (name: NodeName, id: string) => toGlobalId(name, id);
const templateWords = {
  title: 'A template',
  deliverable: 'A page',
  skill: 'WRITING',
  hours: 1,
  phase: 'ONGOING',
  sensitivity: 'PUBLIC',
} as const;
const words = {
  title: 'A card',
  deliverable: 'A page',
  skill: 'WRITING',
  hours: 1,
  phase: 'ONGOING',
  sensitivity: 'PUBLIC',
};

const aPushEndpoint = () => `https://fcm.googleapis.com/fcm/send/${Math.random().toString(36).slice(2)}`;

/** Every mutation that needs no cookie, about all it can be about. */
export const CHANGES: Change[] = [
  ...Object.keys(CARD_CHANGES).flatMap((mutation) => [
    ...SENSITIVITIES.map((sensitivity) => cardChange(mutation, 'open', sensitivity)),
    ...(CARD_CHANGES[mutation]!.status === 'OPEN'
      ? campaigns.slice(1).map((campaign) => cardChange(mutation, campaign, 'PUBLIC'))
      : []),
  ]),
  ...SENSITIVITIES.map(removal),
  ...SENSITIVITIES.map(ticking),
  ...campaigns.flatMap((campaign) => [
    campaignChange('createCard', campaign, (id) => ({ boardId: ofNode('Board', id), ...words })),
    campaignChange('createCardsFromTemplates', campaign, (id) => ({
      boardId: ofNode('Board', id),
      templateKeys: [cardTemplates[0]!.key],
    })),
    campaignChange('updateCampaign', campaign, (id) => ({
      campaignId: ofNode('Campaign', id),
      story: 'Another story',
    })),
  ]),
  openChange('createCampaign', 'ours', ({ ours }) => ({
    organizationId: ofNode('Organization', ours),
    slug: `campaign-${Math.random().toString(36).slice(2)}`,
    title: 'Another one',
    kind: 'BOYCOTT',
  })),
  {
    ...openChange('takeBackAllCards', 'the open board', (world) => ({
      boardId: ofNode('Board', world.campaigns.open.boardId),
      personId: ofNode('Person', idOf(world, 'newcomer')),
      reason: 'Too many',
    })),
    about: ({ ours, campaigns }) => ({ organizationId: ours, campaignId: campaigns.open.id }),
  },
  openChange('createOrganization', 'a new one', () => ({ name: 'Local 7', kind: 'UNION_LOCAL' })),
  openChange('setRole', 'ours', ({ ours }) => ({
    organizationId: ofNode('Organization', ours),
    handle: 'Tara',
    role: 'MEMBER',
  })),
  openChange('setStanding', 'Tara', () => ({ handle: 'Tara', standing: 'NEW' })),
  openChange('vouchForPerson', 'Tara', ({ ours }) => ({
    handle: 'Tara',
    organizationId: ofNode('Organization', ours),
  })),
  openChange('withdrawVouch', 'Tess', ({ ours }) => ({
    handle: 'Tess',
    organizationId: ofNode('Organization', ours),
  })),
  // Asks.
  openChange('saveAskAnswers', 'one’s own ask', async (world) => ({
    token: (await anAsk(world)).token,
    answers: { role: 'Driver' },
  })),
  openChange('submitAsk', 'one’s own ask', async (world) => ({ token: (await anAsk(world)).token })),
  openChange('takeAsk', 'an ask', async (world) => ({ askId: ofNode('Ask', (await anAsk(world)).id) })),
  openChange('releaseAsk', 'an ask', async (world) => ({ askId: ofNode('Ask', (await anAsk(world)).id) })),
  openChange('declineAsk', 'an ask', async (world) => ({
    askId: ofNode('Ask', (await anAsk(world)).id),
    words: 'We cannot',
    elsewhere: 'The federation',
  })),
  // Trust.
  openChange('agreeToConduct', 'oneself', () => ({ version: CONDUCT_VERSION })),
  ...campaigns.flatMap((campaign) => [
    blockChange('blockPerson', campaign, { reason: 'We know why' }),
    blockChange('unblockPerson', campaign),
  ]),
  ...campaigns.flatMap((campaign) => [
    watchLinkChange('createWatchLink', campaign),
    watchLinkChange('revokeWatchLink', campaign),
  ]),
  ...SENSITIVITIES.map(tickingCaution),
  ...SENSITIVITIES.flatMap((sensitivity) => [
    cardChange('createApprovalLink', 'open', sensitivity),
    linkChange('revokeApprovalLink', sensitivity, (link) => ({ linkId: ofNode('ApprovalLink', link.id) })),
    linkChange('approveByLink', sensitivity, ({ token }) => ({ token, thanks: 'Thank you' })),
    linkChange('requestChangesByLink', sensitivity, ({ token }) => ({ token, note: 'Shorter' })),
  ]),
  // The difference and the ending.
  ...campaigns.flatMap((campaign) => [
    closingChange('closeCampaign', campaign, { thanks: 'Thank you all' }),
    closingChange('updateClosing', campaign, { outcome: 'We won', eraseAfterDays: 60 }),
    closingChange('approveClosingPage', campaign, {}),
  ]),
  openChange('setPublicPage', 'oneself', () => ({ on: true })),
  openChange('updateProfile', 'oneself', () => ({ skills: ['WRITING'] })),
  // Matching.
  ...SENSITIVITIES.map((sensitivity) => asking('open', sensitivity)),
  asking('foreign', 'PUBLIC'),
  declining,
  openChange('updateAvailability', 'oneself', () => ({ weeklyHours: 5 })),

  // Word gets through.
  openChange('setEmail', 'oneself', () => ({ address: 'somebody@example.org' })),
  openChange('removeEmail', 'oneself', () => ({})),
  openChange('addPushSubscription', 'a browser', () => ({ endpoint: aPushEndpoint() })),
  openChange('removePushSubscription', 'a browser', () => ({ endpoint: aPushEndpoint() })),
  openChange('createCalendarFeed', 'oneself', () => ({})),
  openChange('revokeCalendarFeed', 'oneself', () => ({})),
  openChange('updateNotificationChoice', 'oneself', () => ({ quietFrom: 60 })),
  openChange('markNotificationsRead', 'all of them', () => ({})),
  openChange('markNotificationsRead', 'one of somebody', () => ({
    notificationIds: [ofNode('Notification', NOBODYS_ID)],
  })),
  // Plans and templates.
  openChange('saveTemplate', 'a new one', () => templateWords),
  openChange('retireTemplate', 'a new one', async ({ services, people }) => {
    const words = { ...templateWords, localSupplies: '', caution: null, dueOffsetHours: null };
    const { key, version } = await saveTemplate(services, people.coordinator.viewer!, { words });
    return { key, version };
  }),
  openChange('proposePlan', 'a new ask', async ({ services }) => ({
    askId: ofNode('Ask', (await aTakenAsk(services)).askId),
  })),
  openChange('updatePlan', 'a new plan', async ({ services, people }) => {
    const { planId, version } = await aPlannedAsk(services, people.coordinator.viewer!);
    return { planId: ofNode('Plan', planId), version, note: 'A word' };
  }),
  openChange('offerPlan', 'a new plan', async ({ services, people }) => {
    const { planId, version, askId } = await aPlannedAsk(services, people.coordinator.viewer!);
    const offer = {
      organizationName: 'Local 8',
      title: 'Roll on',
      slug: `roll-${askId.slice(-12)}`,
      kind: 'STRIKE',
    };
    return { planId: ofNode('Plan', planId), version, ...offer };
  }),
  openChange('agreePlan', 'the link of an ask', async ({ services, people }) => {
    const { token, version } = await anOfferedAsk(services, people.coordinator.viewer!);
    return { token, version };
  }),
  leadRequestChange('confirmLeadRequest'),
  leadRequestChange('declineLeadRequest'),
  openChange('becomeOrganizer', 'the link of an ask', async ({ services, people }) => {
    const { token, version } = await anOfferedAsk(services, people.coordinator.viewer!);
    await agreePlan(services, { token, version });
    return { token };
  }),
];
