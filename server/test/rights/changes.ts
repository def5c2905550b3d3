import { randomBytes } from 'node:crypto';
import { addComment } from '../../src/board/comment-on-card.ts';
import type { CardStatus } from '../../src/board/card.entity.ts';
import type { Sensitivity } from '../../src/board/sensitivity.ts';
import { createCampaign } from '../../src/campaign/create-campaign.ts';
import { closeCampaign } from '../../src/closing/close-campaign.ts';
import { type NodeName, toGlobalId } from '../../src/graphql/global-id.ts';
import { cardTemplates } from '../../src/template/card-templates.ts';
import type { About } from './changing-rules.ts';
import { type CampaignFact, readsCampaign, readsCard } from './facts.ts';
import {
  aCard,
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

function cardChange(mutation: string, campaign: CampaignName, sensitivity: Sensitivity): Change {
  const { status, input } = CARD_CHANGES[mutation]!;
  return {
    mutation,
    what: `a ${sensitivity} card of ${campaign}`,
    make: async (world) => {
      const cardId = await aCard(world, { campaign, sensitivity, status, plain: true });
      const withId = (id: string) => ({ cardId: toGlobalId('Card', id), ...input });
      return { input: withId(cardId), unknown: withId(NOBODYS_ID), cardId };
    },
    about: ({ ours, theirs }) => ({
      organizationId: campaign === 'foreign' ? theirs : ours,
      sensitivity,
    }),
    readable: (world, who) =>
      readsCard(who, { campaign: campaignFact(world, campaign), sensitivity, status } as never),
  };
}

function campaignFact({ ours, theirs }: World, campaign: CampaignName): CampaignFact {
  const sensitivity = campaign === 'team' ? 'TEAM' : campaign === 'vetted' ? 'VETTED' : 'PUBLIC';
  return { organizationId: campaign === 'foreign' ? theirs : ours, sensitivity } as CampaignFact;
}

/** A mutation about a whole board or campaign. */
function campaignChange(mutation: string, campaign: CampaignName, input: (id: string) => object): Change {
  const key = mutation === 'updateCampaign' ? 'id' : 'boardId';
  return {
    mutation,
    what: campaign,
    make: async ({ campaigns }) => ({ input: input(campaigns[campaign][key]), unknown: input(NOBODYS_ID) }),
    about: ({ ours, theirs }) => ({ organizationId: campaign === 'foreign' ? theirs : ours }),
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
    readable: (world, who) => readsCampaign(who, campaignFact(world, campaign)),
  };
}

const campaigns: CampaignName[] = ['open', 'vetted', 'team', 'foreign'];
const ofNode = (name: NodeName, id: string) => toGlobalId(name, id);
const words = {
  title: 'A card',
  deliverable: 'A page',
  skill: 'WRITING',
  hours: 1,
  phase: 'ONGOING',
  sensitivity: 'PUBLIC',
};

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
  openChange('createOrganization', 'a new one', () => ({ name: 'Local 7', kind: 'UNION_LOCAL' })),
  openChange('setRole', 'ours', ({ ours }) => ({
    organizationId: ofNode('Organization', ours),
    handle: 'Tara',
    role: 'MEMBER',
  })),
  openChange('setStanding', 'Tara', () => ({ handle: 'Tara', standing: 'NEW' })),
  openChange('vouchForPerson', 'Tara', () => ({ handle: 'Tara' })),
  // The difference and the ending.
  ...campaigns.flatMap((campaign) => [
    closingChange('closeCampaign', campaign, { thanks: 'Thank you all' }),
    closingChange('updateClosing', campaign, { outcome: 'We won', eraseAfterDays: 60 }),
    closingChange('approveClosingPage', campaign, {}),
  ]),
  openChange('setPublicPage', 'oneself', () => ({ on: true })),
  openChange('updateProfile', 'oneself', () => ({ skills: ['WRITING'] })),
];
