import { plainText } from '../../platform/input/text.ts';
import type { Services } from '../../platform/services.ts';
import { requireManager } from '../board/board.policy.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { postComment } from './comment-on-card.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { releaseCard } from './release-card.ts';

/**
 * An organizer ends every claim that somebody has on a board, in one change, with a reason that stands on each card.
 * Drafts are kept. Where they hold nothing, nothing changes.
 */
export async function takeBackAllCards(
  services: Services,
  actorId: string,
  input: { boardId: string; personId: string; reason: string; requestId?: string | null | undefined },
): Promise<Changed<CardOnBoard[]>> {
  const { boardId, personId, requestId } = input;
  const reason = plainText(input.reason, { field: 'reason', max: 500, multiline: true });
  return changeBoard(services, { board: { id: boardId }, actorId, requestId }, async (board) => {
    requireManager(board);
    const held = await board.db
      .selectFrom('card')
      .select('id')
      .where('board_id', '=', boardId)
      .where('holder_id', '=', personId)
      .where('status', '=', 'CLAIMED')
      .orderBy('number')
      .execute();
    const cards = held.map(({ id }) => id);
    if (cards.length === 0) return { kind: null, result: [] };
    for (const id of cards) {
      await releaseCard(board, await board.card(id), { how: 'TAKEN_BACK', by: actorId, note: null });
      await postComment(board, id, reason);
    }
    const result = await Promise.all(cards.map((id) => readCard(board.db, id)));
    return { kind: 'CARD_TAKEN_BACK', cards, result };
  });
}
