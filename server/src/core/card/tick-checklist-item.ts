import { sql } from 'kysely';
import { notAllowed, notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { actorOf } from '../board/board.policy.ts';
import { mayManage } from '../campaign/campaign-rights.ts';
import { holds } from '../board/hands.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { requireHolder } from './lease.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { WrongStatus } from './card-refusals.ts';

/** Ticks or clears one item: the holder while the lease runs, or an organizer. */
export async function tickChecklistItem(
  services: Services,
  actorId: string,
  input: { cardId: string; itemId: string; done: boolean; requestId?: string | null | undefined },
): Promise<Changed<CardOnBoard>> {
  const { cardId, itemId, done, requestId } = input;
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    const card = await board.card(cardId);
    if (card.status === 'DONE' || card.status === 'CANCELLED') {
      throw new WrongStatus(cardId, card.status, 'This card is closed.');
    }
    if (!mayManage(actorOf(board))) {
      if (!holds(card, actorId))
        throw notAllowed('CLAIM_FIRST', 'Take the card first; then the list is yours to tick.');
      if (card.status === 'CLAIMED') await requireHolder(board, cardId);
    }
    const item = card.checklist.find(({ id }) => id === itemId);
    if (!item) throw notFound('item');
    if (item.done === done) return { kind: null, result: await readCard(board.db, cardId) };
    const checklist = card.checklist.map((each) => (each.id === itemId ? { ...each, done } : each));
    await sql`update card set checklist = ${JSON.stringify(checklist)}::jsonb, updated_at = clock_timestamp()
      where id = ${cardId}`.execute(board.db);
    return { kind: 'CHECKLIST_CHANGED', cards: [cardId], result: await readCard(board.db, cardId) };
  });
}
