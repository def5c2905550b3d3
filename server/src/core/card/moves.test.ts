import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  aCard,
  cardNow,
  everythingOnBoards,
  letLeaseEnd,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { updateCampaign } from '../board/update-campaign.ts';
import type { RefusalCode } from '../../platform/refusal/refusal.ts';
import { blockCard, unblockCard } from './block-card.ts';
import { askForLook } from './ask-for-look.ts';
import { bringBackCard } from './bring-back-card.ts';
import { cancelCard } from './cancel-card.ts';
import { CardStatus } from '../board/card.entity.ts';
import type { Changed } from '../board/change-board.ts';
import { claimCard } from './claim-card.ts';
import { addComment } from './comment-on-card.ts';
import { handBackCard } from './hand-back-card.ts';
import { correctHandIn } from '../review/correct-hand-in.ts';
import { withdrawHandIn } from '../review/withdraw-hand-in.ts';
import { handInCard } from '../review/hand-in-card.ts';
import { extendClaim } from './lease.ts';
import { moveCard } from './move-card.ts';
import type { CardOnBoard } from '../board/read-cards.ts';
import { approveCard, passCraftReview, requestChanges } from '../review/review-card.ts';
import { takeBackCard } from './take-back-card.ts';
import { tickChecklistItem } from './tick-checklist-item.ts';
import { updateCard } from './update-card.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let other: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services, { settings: { craftReviewRequired: false } });
  other = await localOnStrike(services);
});
afterEach(async () => {
  // Nobody reaches the most they may hold, and the volunteer stays a newcomer.
  const db = services.orm.em.fork().getKysely();
  await db.deleteFrom('card').execute();
  await db.deleteFrom('board_event').execute();
  await sql`delete from pgboss.job`.execute(db);
  await db.updateTable('person').set({ standing: 'NEW' }).where('id', '=', strike.volunteer).execute();
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

type Person = 'organizer' | 'volunteer' | 'vetted';
interface Move {
  by: Person;
  make(actorId: string, card: CardOnBoard): Promise<Changed<unknown>>;
  /** Where the card is afterwards, for every status from which the move is legal. */
  legal: Partial<Record<CardStatus, CardStatus>>;
  /** The answer from every other status; a status that needs another one is named. */
  refused: RefusalCode;
  except?: Partial<Record<CardStatus, RefusalCode>>;
}

/** The hand-in that waits for its reviews, where one does. */
async function pendingOf(cardId: string): Promise<string> {
  const db = services.orm.em.fork().getKysely();
  const pending = db.selectFrom('hand_in').select('id').where('card_id', '=', cardId);
  return (await pending.where('outcome', '=', 'PENDING').executeTakeFirst())?.id ?? randomUUID();
}

const cancelledIsHidden = { DRAFT: 'NOT_FOUND', CANCELLED: 'NOT_FOUND' } as const;
const everywhere = Object.fromEntries(Object.values(CardStatus).map((status) => [status, status]));

/** Every use case that is about one card, by somebody who has all the rights it needs. */
const moves: Record<string, Move> = {
  claim: {
    by: 'vetted',
    make: (actor, { id }) => claimCard(services, actor, { cardId: id }),
    legal: { OPEN: 'CLAIMED' },
    refused: 'WRONG_STATUS',
    except: { ...cancelledIsHidden, CLAIMED: 'CARD_ALREADY_CLAIMED', IN_REVIEW: 'CARD_ALREADY_CLAIMED' },
  },
  extend: {
    by: 'volunteer',
    make: (actor, { id }) => extendClaim(services, actor, { cardId: id }),
    legal: { CLAIMED: 'CLAIMED' },
    refused: 'WRONG_STATUS',
    except: cancelledIsHidden,
  },
  'hand back': {
    by: 'volunteer',
    make: (actor, { id }) => handBackCard(services, actor, { cardId: id, note: 'No time' }),
    legal: { CLAIMED: 'OPEN' },
    refused: 'WRONG_STATUS',
    except: cancelledIsHidden,
  },
  'hand in': {
    by: 'volunteer',
    make: (actor, { id }) => handInCard(services, actor, { cardId: id, note: 'New work', links: [] }),
    legal: { CLAIMED: 'IN_REVIEW' },
    refused: 'WRONG_STATUS',
    except: cancelledIsHidden,
  },
  'correct a hand-in': {
    by: 'volunteer',
    make: async (actor, { id }) =>
      correctHandIn(services, actor, {
        cardId: id,
        handInId: await pendingOf(id),
        note: 'Better',
        links: [],
      }),
    legal: { IN_REVIEW: 'IN_REVIEW' },
    refused: 'WRONG_STATUS',
    except: cancelledIsHidden,
  },
  'withdraw a hand-in': {
    by: 'volunteer',
    make: (actor, { id }) => withdrawHandIn(services, actor, { cardId: id }),
    legal: { IN_REVIEW: 'CLAIMED' },
    refused: 'WRONG_STATUS',
    except: cancelledIsHidden,
  },
  'take back': {
    by: 'organizer',
    make: (actor, { id }) => takeBackCard(services, actor, { cardId: id, reason: 'No word for days' }),
    legal: { CLAIMED: 'OPEN' },
    refused: 'WRONG_STATUS',
  },
  block: {
    by: 'volunteer',
    make: (actor, { id }) => blockCard(services, actor, { cardId: id, reason: 'The logo is missing' }),
    legal: { CLAIMED: 'CLAIMED' },
    refused: 'WRONG_STATUS',
    except: cancelledIsHidden,
  },
  // None of these cards waits on an answer, though the one in review waits for the local.
  unblock: {
    by: 'organizer',
    make: (actor, { id }) => unblockCard(services, actor, { cardId: id }),
    legal: {},
    refused: 'WRONG_STATUS',
  },
  'pass craft review': {
    by: 'vetted',
    make: (actor, { id }) => passCraftReview(services, actor, { cardId: id }),
    legal: { IN_REVIEW: 'IN_REVIEW' },
    refused: 'WRONG_STATUS',
    except: cancelledIsHidden,
  },
  'request changes': {
    by: 'organizer',
    make: (actor, { id }) => requestChanges(services, actor, { cardId: id, note: 'Shorter, please' }),
    legal: { IN_REVIEW: 'CLAIMED' },
    refused: 'WRONG_STATUS',
  },
  approve: {
    by: 'organizer',
    make: (actor, { id }) => approveCard(services, actor, { cardId: id, thanks: 'Thank you' }),
    legal: { IN_REVIEW: 'DONE' },
    refused: 'WRONG_STATUS',
  },
  cancel: {
    by: 'organizer',
    make: (actor, { id }) => cancelCard(services, actor, { cardId: id, reason: 'Not needed' }),
    legal: { DRAFT: 'CANCELLED', OPEN: 'CANCELLED', CLAIMED: 'CANCELLED', IN_REVIEW: 'CANCELLED' },
    refused: 'WRONG_STATUS',
  },
  'bring back': {
    by: 'organizer',
    make: (actor, { id }) => bringBackCard(services, actor, { cardId: id }),
    legal: { CANCELLED: 'DRAFT' },
    refused: 'WRONG_STATUS',
  },
  edit: {
    by: 'organizer',
    make: (actor, { id, version }) => updateCard(services, actor, { cardId: id, version, title: 'New' }),
    legal: { DRAFT: 'DRAFT', OPEN: 'OPEN', CLAIMED: 'CLAIMED', IN_REVIEW: 'IN_REVIEW' },
    refused: 'WRONG_STATUS',
  },
  tick: {
    by: 'organizer',
    make: (actor, { id, checklist }) =>
      tickChecklistItem(services, actor, { cardId: id, itemId: checklist[0]!.id, done: true }),
    legal: { DRAFT: 'DRAFT', OPEN: 'OPEN', CLAIMED: 'CLAIMED', IN_REVIEW: 'IN_REVIEW' },
    refused: 'WRONG_STATUS',
  },
  'ask for a look': {
    by: 'volunteer',
    make: (actor, { id }) => askForLook(services, actor, { cardId: id }),
    legal: { CLAIMED: 'CLAIMED' },
    refused: 'WRONG_STATUS',
    except: cancelledIsHidden,
  },
  comment: {
    by: 'organizer',
    make: (actor, { id }) => addComment(services, actor, { cardId: id, text: 'Good luck' }),
    legal: everywhere,
    refused: 'WRONG_STATUS',
  },
  reorder: {
    by: 'organizer',
    make: (actor, { id }) => moveCard(services, actor, { cardId: id }),
    legal: everywhere,
    refused: 'WRONG_STATUS',
  },
  open: {
    by: 'organizer',
    make: (actor, { id }) => moveCard(services, actor, { cardId: id, status: 'OPEN' }),
    legal: { DRAFT: 'OPEN', OPEN: 'OPEN' },
    refused: 'WRONG_STATUS',
  },
  'return to draft': {
    by: 'organizer',
    make: (actor, { id }) => moveCard(services, actor, { cardId: id, status: 'DRAFT' }),
    legal: { OPEN: 'DRAFT', DRAFT: 'DRAFT' },
    refused: 'WRONG_STATUS',
  },
  ...Object.fromEntries(
    (['CLAIMED', 'IN_REVIEW', 'DONE', 'CANCELLED'] as const).map((status): [string, Move] => [
      `drag to ${status}`,
      {
        by: 'organizer',
        make: (actor, { id }) => moveCard(services, actor, { cardId: id, status }),
        legal: { [status]: status },
        refused: 'WRONG_STATUS',
      },
    ]),
  ),
};

describe.each(Object.keys(moves))('%s', (name) => {
  const move = moves[name]!;

  test.each(Object.values(CardStatus))('a card that is %s', async (status) => {
    const card = await aCard(services, strike, status);
    const before = await everythingOnBoards(services);
    services.sent.length = 0;
    const expected = move.legal[status];
    if (expected === undefined) {
      const refusal = await refusalOf(move.make(strike[move.by], card));
      expect(refusal.code).toBe(move.except?.[status] ?? move.refused);
      expect(refusal.message).not.toBe('');
      expect(await everythingOnBoards(services)).toEqual(before);
      expect(services.sent).toEqual([]);
      return;
    }
    const { revision } = await move.make(strike[move.by], card);
    expect((await cardNow(services, card.id)).status).toBe(expected);
    expect(services.sent.filter((hint) => 'board' in hint)).toEqual([{ board: strike.boardId, revision }]);
    const after = await everythingOnBoards(services);
    expect(after['board_event']).toHaveLength(before['board_event']!.length + 1);
  });

  test('unknown, foreign and hidden cards cannot be told apart, and nobody suspended or unknown may', async () => {
    const status = Object.keys(move.legal)[0] as CardStatus | undefined;
    const card = await aCard(services, strike, status ?? 'OPEN', { sensitivity: 'PUBLIC' });
    const secret = await aCard(services, other, status ?? 'OPEN', {
      sensitivity: 'TEAM',
      holder: other.member,
    });
    const before = await everythingOnBoards(services);
    const codes = async (actor: string, target: CardOnBoard) =>
      (await refusalOf(move.make(actor, target))).code;
    expect(await codes(strike[move.by], { ...card, id: randomUUID() })).toBe('NOT_FOUND');
    expect(await codes(strike[move.by], secret)).toBe('NOT_FOUND');
    expect(await codes(randomUUID(), card)).toBe('NOT_SIGNED_IN');
    expect(['SUSPENDED', 'NOT_FOUND']).toContain(await codes(strike.suspended, card));
    expect(await everythingOnBoards(services)).toEqual(before);
  });

  test('once the campaign is over the board is only read', async () => {
    const status = Object.keys(move.legal)[0] as CardStatus | undefined;
    const card = await aCard(services, strike, status ?? 'OPEN');
    const { campaignId, organizer } = strike;
    await updateCampaign(services, organizer, { campaignId, ended: true });
    const before = await everythingOnBoards(services);
    expect((await refusalOf(move.make(strike[move.by], card))).code).toBe('NOT_ALLOWED');
    expect(await everythingOnBoards(services)).toEqual(before);
    await updateCampaign(services, organizer, { campaignId, ended: false });
  });
});

/** Who of those who may read the card may not do it, and what they are told. */
const strangers: Record<
  string,
  { status: CardStatus; told: Partial<Record<keyof LocalOnStrike, RefusalCode>> }
> = {
  extend: { status: 'CLAIMED', told: { organizer: 'NOT_ALLOWED', vetted: 'NOT_ALLOWED' } },
  'hand back': { status: 'CLAIMED', told: { organizer: 'NOT_ALLOWED', vetted: 'NOT_ALLOWED' } },
  'hand in': { status: 'CLAIMED', told: { organizer: 'NOT_ALLOWED', vetted: 'NOT_ALLOWED' } },
  'correct a hand-in': { status: 'IN_REVIEW', told: { organizer: 'NOT_ALLOWED', vetted: 'NOT_ALLOWED' } },
  'withdraw a hand-in': { status: 'IN_REVIEW', told: { organizer: 'NOT_ALLOWED', vetted: 'NOT_ALLOWED' } },
  'ask for a look': { status: 'CLAIMED', told: { organizer: 'NOT_ALLOWED', vetted: 'NOT_ALLOWED' } },
  block: { status: 'CLAIMED', told: { organizer: 'NOT_ALLOWED', vetted: 'NOT_ALLOWED' } },
  'take back': { status: 'CLAIMED', told: onlyManagers() },
  'pass craft review': { status: 'IN_REVIEW', told: { volunteer: 'OWN_WORK' } },
  'request changes': { status: 'IN_REVIEW', told: { volunteer: 'OWN_WORK' } },
  approve: {
    status: 'IN_REVIEW',
    told: {
      volunteer: 'OWN_WORK',
      vetted: 'NOT_ALLOWED',
      member: 'NOT_ALLOWED',
      coordinator: 'NOT_ALLOWED',
      foreigner: 'NOT_ALLOWED',
    },
  },
  cancel: { status: 'OPEN', told: onlyManagers() },
  edit: { status: 'OPEN', told: onlyManagers() },
  'bring back': {
    status: 'CANCELLED',
    told: { ...hiddenFrom(), member: 'NOT_ALLOWED', approver: 'NOT_ALLOWED' },
  },
  reorder: { status: 'OPEN', told: onlyManagers() },
  tick: { status: 'CLAIMED', told: { vetted: 'NOT_ALLOWED', member: 'NOT_ALLOWED' } },
};

/** Who may not read it hears of no card. */
function hiddenFrom(): Partial<Record<keyof LocalOnStrike, RefusalCode>> {
  return { volunteer: 'NOT_FOUND', vetted: 'NOT_FOUND', foreigner: 'NOT_FOUND' };
}

function onlyManagers(): Partial<Record<keyof LocalOnStrike, RefusalCode>> {
  return {
    volunteer: 'NOT_ALLOWED',
    vetted: 'NOT_ALLOWED',
    member: 'NOT_ALLOWED',
    approver: 'NOT_ALLOWED',
    foreigner: 'NOT_ALLOWED',
  };
}

describe.each(Object.entries(strangers))('%s', (name, { status, told }) => {
  test.each(Object.entries(told))('is not for: %s', async (who, code) => {
    const card = await aCard(services, strike, status);
    const before = await everythingOnBoards(services);
    const actor = strike[who as Person];
    expect((await refusalOf(moves[name]!.make(actor, card))).code).toBe(code);
    expect(await everythingOnBoards(services)).toEqual(before);
  });
});

test('a newcomer who did not write it reviews no craft either', async () => {
  const card = await aCard(services, strike, 'IN_REVIEW', { holder: strike.vetted });
  for (const review of ['pass craft review', 'request changes']) {
    expect((await refusalOf(moves[review]!.make(strike.volunteer, card))).code).toBe('NOT_ALLOWED');
  }
});

test.each(['extend', 'hand back', 'hand in', 'block'])('%s: too late after the lease', async (name) => {
  const card = await aCard(services, strike, 'CLAIMED');
  await letLeaseEnd(services, card.id);
  const before = await everythingOnBoards(services);
  expect((await refusalOf(moves[name]!.make(strike.volunteer, card))).code).toBe('LEASE_EXPIRED');
  expect(await everythingOnBoards(services)).toEqual(before);
});
