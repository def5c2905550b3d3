import type { Services } from '../../platform/services.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { forgetBrief } from './brief.ts';
import type { CardRequest } from './claim-card.ts';
import { requireHolder } from './lease.ts';
import { refuseStale } from './update-card.ts';

/**
 * The holder says that what a card asks for by now is still fine. `version` is the one they read: what was written
 * since, they have not seen. Saying it where nothing changed changes nothing.
 */
export async function confirmBrief(
  services: Services,
  actorId: string,
  { cardId, version, requestId }: CardRequest & { version: number },
): Promise<Changed<CardOnBoard>> {
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    const card = await requireHolder(board, cardId);
    if (version !== card.version) await refuseStale(board, card, { version, fields: 'ANY' });
    const hadChanged = await forgetBrief(board.db, cardId);
    const result = await readCard(board.db, cardId);
    return hadChanged ? { kind: 'BRIEF_CONFIRMED', cards: [cardId], result } : { kind: null, result };
  });
}
