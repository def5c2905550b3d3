import { plainText } from '../../platform/input/text.ts';
import { levelFor, loadRights, readerOf, type Rights } from '../access/viewer.ts';
import type { Services } from '../../platform/services.ts';
import type { JobsOfQueue } from '../../platform/jobs/jobs.ts';
import type { BoardEventKind } from '../board/board.entity.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import type { Card } from '../board/card.entity.ts';
import { handsOf, holds, inHandsOf } from '../board/hands.ts';
import { requireManager } from '../board/board.policy.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { postComment } from './comment-on-card.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { letGo, releaseCard } from './release-card.ts';
import { mayReadAt } from '../access/sensitivity.ts';
import { WrongStatus } from './card-refusals.ts';

/**
 * An organizer ends somebody's claim, with a reason that stands on the card. The draft is kept. Of two who hold it
 * together `personId` names one: the other goes on.
 */
export async function takeBackCard(
  services: Services,
  actorId: string,
  input: {
    cardId: string;
    reason: string;
    personId?: string | null | undefined;
    requestId?: string | null | undefined;
  },
): Promise<Changed<CardOnBoard>> {
  const { cardId, personId, requestId } = input;
  const reason = plainText(input.reason, { field: 'reason', max: 500, multiline: true });
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    requireManager(board);
    const card = await board.card(cardId);
    if (card.status !== 'CLAIMED') {
      throw new WrongStatus(cardId, card.status, 'Nobody is working on this card now.');
    }
    if (personId != null && !holds(card, personId)) {
      throw new WrongStatus(cardId, card.status, 'They do not hold this card now.', 'HOLDS_NO_MORE');
    }
    const taken = await takeFrom(board, card, personId ?? null, actorId);
    await postComment(board, cardId, reason);
    return { ...taken, cards: [cardId], result: await readCard(board.db, cardId) };
  });
}

/** Takes a card from one of those who hold it, or from all. */
export async function takeFrom(
  board: BoardInHand,
  card: Card,
  personId: string | null,
  by: string | null,
): Promise<{ kind: BoardEventKind; jobs?: JobsOfQueue }> {
  const end = { how: 'TAKEN_BACK', by, note: null } as const;
  if (personId !== null) return letGo(board, card, personId, { ...end, whenOpen: 'CARD_TAKEN_BACK' });
  await releaseCard(board, card, end);
  return { kind: 'CARD_TAKEN_BACK' };
}

/** Whether somebody may still work on a card: they may change things there, and read it. */
export function mayStillWork(
  rights: Rights,
  card: Pick<CardOnBoard, 'sensitivity' | 'campaignSensitivity' | 'campaignId' | 'organizationId'>,
): boolean {
  if (rights.standing === 'SUSPENDED' || rights.blocks.has(card.campaignId)) return false;
  const level = levelFor(readerOf(rights), card);
  return mayReadAt(level, card.sensitivity) && mayReadAt(level, card.campaignSensitivity);
}

/** After somebody's rights were lowered: opens again what they hold and may no longer read or work on. */
export async function takeBackUnreadable(services: Services, personId: string): Promise<void> {
  const em = services.orm.em.fork();
  const rights = await loadRights(em, personId);
  if (!rights) return;
  const heldCards = await em
    .getKysely()
    .selectFrom('card')
    .innerJoin('board', 'board.id', 'card.board_id')
    .innerJoin('campaign', 'campaign.id', 'board.campaign_id')
    .select([
      'card.id',
      'card.sensitivity',
      'campaign.sensitivity as campaignSensitivity',
      'campaign.id as campaignId',
      'campaign.organization_id as organizationId',
    ])
    .where(inHandsOf(personId))
    .where('card.status', '=', 'CLAIMED')
    .execute();
  for (const { id, ...held } of heldCards) {
    if (mayStillWork(rights, held)) continue;
    await changeBoard(services, { board: { ofCard: id }, actorId: null }, async (board) => {
      const card = await board.card(id);
      if (card.status !== 'CLAIMED' || !holds(card, personId)) return { kind: null, result: undefined };
      const taken = await takeFrom(board, card, personId, null);
      return { ...taken, cards: [id], result: undefined };
    });
  }
}

/** Who may not read the campaign any more could not hand in what they hold there. */
export async function takeBackFromStrangers(services: Services, boardId: string): Promise<void> {
  const holders = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('card')
    .select(['holder_id as holder', 'partner_id as partner'])
    .distinct()
    .where('board_id', '=', boardId)
    .where('status', '=', 'CLAIMED')
    .execute();
  for (const id of new Set(holders.flatMap(handsOf))) await takeBackUnreadable(services, id);
}
