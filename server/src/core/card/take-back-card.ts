import { plainText } from '../../platform/input/text.ts';
import { levelFor, loadRights, readerOf, type Rights } from '../access/viewer.ts';
import type { Services } from '../../platform/services.ts';
import { requireManager } from '../board/board.policy.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { postComment } from './comment-on-card.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { releaseCard } from './release-card.ts';
import { mayReadAt } from '../access/sensitivity.ts';
import { WrongStatus } from './card-refusals.ts';

/** An organizer ends somebody's claim, with a reason that stands on the card. The draft is kept. */
export async function takeBackCard(
  services: Services,
  actorId: string,
  input: { cardId: string; reason: string; requestId?: string | null | undefined },
): Promise<Changed<CardOnBoard>> {
  const { cardId, requestId } = input;
  const reason = plainText(input.reason, { field: 'reason', max: 500, multiline: true });
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    requireManager(board);
    const card = await board.card(cardId);
    if (card.status !== 'CLAIMED') {
      throw new WrongStatus(cardId, card.status, 'Nobody is working on this card now.');
    }
    await releaseCard(board, card, { how: 'TAKEN_BACK', by: actorId, note: null });
    await postComment(board, cardId, reason);
    return { kind: 'CARD_TAKEN_BACK', cards: [cardId], result: await readCard(board.db, cardId) };
  });
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
    .where('card.holder_id', '=', personId)
    .where('card.status', '=', 'CLAIMED')
    .execute();
  for (const { id, ...held } of heldCards) {
    if (mayStillWork(rights, held)) continue;
    await changeBoard(services, { board: { ofCard: id }, actorId: null }, async (board) => {
      const card = await board.card(id);
      if (card.status !== 'CLAIMED' || card.holder !== personId) return { kind: null, result: undefined };
      await releaseCard(board, card, { how: 'TAKEN_BACK', by: null, note: null });
      return { kind: 'CARD_TAKEN_BACK', cards: [id], result: undefined };
    });
  }
}

/** Who may not read the campaign any more could not hand in what they hold there. */
export async function takeBackFromStrangers(services: Services, boardId: string): Promise<void> {
  const holders = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('card')
    .select('holder_id as id')
    .distinct()
    .where('board_id', '=', boardId)
    .where('status', '=', 'CLAIMED')
    .execute();
  for (const { id } of holders) if (id) await takeBackUnreadable(services, id);
}
