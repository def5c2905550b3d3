import { cancelCard } from '../../../src/core/card/cancel-card.ts';
import { handInCard } from '../../../src/core/review/hand-in-card.ts';
import { importBoard } from '../../../src/features/import/import-board.ts';
import { addComment } from '../../../src/core/card/comment-on-card.ts';
import type { Sensitivity } from '../../../src/core/access/sensitivity.ts';
import { toGlobalId } from '../../../src/platform/graphql/global-id.ts';
import { cardTemplates } from '../../support/templates.ts';
import { aCardFile } from '../../support/a-file.ts';
import { aCard, holderOf, idOf, SENSITIVITIES } from '../world.ts';
import {
  CARD_CHANGES,
  NOBODYS_ID,
  campaignChange,
  campaignFact,
  campaigns,
  cardChange,
  ofNode,
  openChange,
  type Change,
} from './change.ts';
import { readsCampaign, readsCard } from '../facts.ts';

function onComment(mutation: 'editComment' | 'removeComment', sensitivity: Sensitivity): Change {
  const more = mutation === 'editComment' ? { text: 'Mine, anew' } : {};
  return {
    ...cardChange('addComment', 'open', sensitivity),
    mutation,
    make: async (world) => {
      const cardId = await aCard(world, { sensitivity, plain: true });
      const author = idOf(world, holderOf(sensitivity));
      const { result } = await addComment(world.services, author, { cardId, text: 'Mine' });
      const withId = (id: string) => ({ commentId: toGlobalId('Comment', id), ...more });
      return { input: withId(result?.comment.id ?? ''), unknown: withId(NOBODYS_ID), cardId };
    },
  };
}

/** Of one on a card. What hangs on nothing is its sender's alone: `core/file/files.test.ts`. */
function fileRemoval(sensitivity: Sensitivity): Change {
  return {
    ...cardChange('updateCard', 'open', sensitivity),
    mutation: 'removeFile',
    make: async (world) => {
      const cardId = await aCard(world, { sensitivity, plain: true });
      const fileId = await aCardFile(world.services, idOf(world, 'organizer'), cardId);
      const withId = (id: string) => ({ fileId: toGlobalId('File', id) });
      return { input: withId(fileId), unknown: withId(NOBODYS_ID), cardId };
    },
  };
}

function ticking(sensitivity: Sensitivity): Change {
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

/** Work that nobody has decided on. */
function withOwnWork(mutation: 'correctHandIn' | 'withdrawHandIn', sensitivity: Sensitivity): Change {
  const change = cardChange('handInCard', 'open', sensitivity);
  return {
    ...change,
    mutation,
    make: async (world) => {
      const { cardId } = await change.make(world);
      const { services } = world;
      await handInCard(services, idOf(world, holderOf(sensitivity)), {
        cardId: cardId!,
        note: 'Done',
        links: [],
      });
      const { id: handInId } = await services.orm.em
        .fork()
        .getKysely()
        .selectFrom('hand_in')
        .select('id')
        .where('card_id', '=', cardId!)
        .where('outcome', '=', 'PENDING')
        .executeTakeFirstOrThrow();
      const more = mutation === 'correctHandIn' ? { handInId, note: 'Better', links: [] } : {};
      const withId = (id: string) => ({ cardId: toGlobalId('Card', id), ...more });
      return { input: withId(cardId!), unknown: withId(NOBODYS_ID), cardId: cardId! };
    },
  };
}

function bringingBack(sensitivity: Sensitivity): Change {
  const change = cardChange('cancelCard', 'open', sensitivity);
  return {
    ...change,
    mutation: 'bringBackCard',
    make: async (world) => {
      const cardId = await aCard(world, { sensitivity, status: 'CANCELLED', plain: true });
      const withId = (id: string) => ({ cardId: toGlobalId('Card', id) });
      return { input: withId(cardId), unknown: withId(NOBODYS_ID), cardId };
    },
    // A cancelled card is the team's.
    readable: (world, who) =>
      readsCard(who, { campaign: campaignFact(world, 'open'), sensitivity, status: 'CANCELLED' } as never),
  };
}

/** What organizers do to many cards of a board at once. */
function onMany(mutation: string, sensitivity: Sensitivity, more: object): Change {
  return {
    ...cardChange('updateCard', 'open', sensitivity),
    mutation,
    make: async (world) => {
      const cardId = await aCard(world, { sensitivity, plain: true });
      const boardId = ofNode('Board', world.campaigns.open.boardId);
      const withId = (id: string) => {
        const card = toGlobalId('Card', id);
        const which =
          mutation === 'updateCards' ? { cards: [{ cardId: card, version: 1 }] } : { cardIds: [card] };
        return { boardId, ...which, ...more };
      };
      return { input: withId(cardId), unknown: withId(NOBODYS_ID), cardId };
    },
    // The board is what one names first: whoever reads it hears that this is for organizers.
    readable: (world, who) => readsCampaign(who, campaignFact(world, 'open')),
  };
}

function undoing(sensitivity: Sensitivity): Change {
  const change = onMany('cancelCards', sensitivity, { reason: 'Not needed' });
  return {
    ...change,
    mutation: 'undoBoardChange',
    make: async (world) => {
      const cardId = await aCard(world, { sensitivity, plain: true });
      const { revision } = await cancelCard(world.services, idOf(world, 'organizer'), {
        cardId,
        reason: 'Wrong',
      });
      const boardId = ofNode('Board', world.campaigns.open.boardId);
      return { input: { boardId, revision }, cardId };
    },
  };
}

function undoingImport(): Change {
  return {
    ...campaignChange('importBoard', 'open', () => ({})),
    mutation: 'undoImport',
    make: async ({ services, people, campaigns: { open } }) => {
      const given = { campaignId: open.id, text: 'A card' };
      const { revision } = await importBoard(services, people.organizer.viewer, given);
      const withId = (id: string) => ({ campaignId: ofNode('Campaign', id), boardRevision: revision });
      return { input: withId(open.id), unknown: withId(NOBODYS_ID) };
    },
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

const words = {
  title: 'A card',
  deliverable: 'A page',
  skill: 'WRITING',
  hours: 1,
  phase: 'ONGOING',
  sensitivity: 'PUBLIC',
};

/** What changes cards, boards and campaigns. */
export const ON_BOARDS: Change[] = [
  ...Object.keys(CARD_CHANGES).flatMap((mutation) => [
    ...SENSITIVITIES.map((sensitivity) => cardChange(mutation, 'open', sensitivity)),
    ...(CARD_CHANGES[mutation]!.status === 'OPEN'
      ? campaigns.slice(1).map((campaign) => cardChange(mutation, campaign, 'PUBLIC'))
      : []),
  ]),
  ...SENSITIVITIES.map(fileRemoval),
  ...SENSITIVITIES.map(bringingBack),
  ...SENSITIVITIES.flatMap((sensitivity) => [
    onMany('moveCards', sensitivity, { place: 'TOP' }),
    onMany('cancelCards', sensitivity, { reason: 'Not needed' }),
    onMany('updateCards', sensitivity, { hours: 5 }),
    undoing(sensitivity),
  ]),
  ...SENSITIVITIES.map((sensitivity) => onComment('editComment', sensitivity)),
  ...SENSITIVITIES.map((sensitivity) => onComment('removeComment', sensitivity)),
  ...SENSITIVITIES.map((sensitivity) => withOwnWork('correctHandIn', sensitivity)),
  ...SENSITIVITIES.map((sensitivity) => withOwnWork('withdrawHandIn', sensitivity)),
  ...SENSITIVITIES.map(ticking),
  ...campaigns.flatMap((campaign) => [
    campaignChange('createCard', campaign, (id) => ({ boardId: ofNode('Board', id), ...words })),
    campaignChange('createCardsFromTemplates', campaign, (id) => ({
      boardId: ofNode('Board', id),
      templateKeys: [cardTemplates[0]!.key],
    })),
    campaignChange('importBoard', campaign, (id) => ({
      ...{ campaignId: ofNode('Campaign', id), text: 'A card', dryRun: false },
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
  ...SENSITIVITIES.map(tickingCaution),
  undoingImport(),
];
