import type { CardStatus } from '../../../src/core/board/card.entity.ts';
import type { Sensitivity } from '../../../src/core/access/sensitivity.ts';
import { type NodeName, toGlobalId } from '../../../src/platform/graphql/global-id.ts';
import type { About } from '../changing-rules.ts';
import { type CampaignFact, readsCampaign, readsCard } from '../facts.ts';
import { aCard, type CampaignName, type Somebody, type World } from '../world.ts';

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
  /** Whether also who is on hold hears of what they may not read that there is no such thing. */
  findsFirst?: boolean;
  make(world: World): Promise<Target>;
  about(world: World): About;
  /** Whether somebody may read what it is about. */
  readable(world: World, who: Somebody): boolean;
}

export const NOBODYS_ID = '019a0000-0000-7000-8000-000000000000';

export const campaigns: CampaignName[] = ['open', 'vetted', 'team', 'foreign'];
export const ofNode = (name: NodeName, id: string) => toGlobalId(name, id);

interface CardChange {
  status: CardStatus;
  input?: object;
}

/** A card on its way, and what else the input of its mutation takes. */
export const CARD_CHANGES: Record<string, CardChange> = {
  updateCard: { status: 'OPEN', input: { version: 1, title: 'Another title' } },
  moveCard: { status: 'OPEN' },
  cancelCard: { status: 'OPEN', input: { reason: 'Not needed' } },
  claimCard: { status: 'OPEN' },
  joinCard: { status: 'CLAIMED' },
  addComment: { status: 'OPEN', input: { text: 'Which size?' } },
  extendClaim: { status: 'CLAIMED' },
  confirmClaim: { status: 'CLAIMED' },
  askForLook: { status: 'CLAIMED' },
  confirmBrief: { status: 'CLAIMED', input: { version: 1 } },
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
  tickChecklistItem: { status: 'CLAIMED' },
  invitePerson: { status: 'OPEN' },
};

export function cardChange(mutation: string, campaign: CampaignName, sensitivity: Sensitivity): Change {
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

export function campaignFact({ ours, theirs, campaigns }: World, campaign: CampaignName): CampaignFact {
  const sensitivity = campaign === 'team' ? 'TEAM' : campaign === 'vetted' ? 'VETTED' : 'PUBLIC';
  return {
    id: campaigns[campaign].id,
    organizationId: campaign === 'foreign' ? theirs : ours,
    sensitivity,
  } as CampaignFact;
}

/** A mutation about a whole board or campaign. */
export function campaignChange(
  mutation: string,
  campaign: CampaignName,
  input: (id: string) => object,
): Change {
  const key = ['updateCampaign', 'importBoard'].includes(mutation) ? 'id' : 'boardId';
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
export function openChange(
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
