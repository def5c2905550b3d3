import { textOrNull } from '../input/text.ts';
import type { Services } from '../services.ts';
import { changeBoard, type Changed } from './change-board.ts';
import { requireHolder } from './lease.ts';
import { type CardOnBoard, readCard } from './read-cards.ts';
import { releaseCard } from './release-card.ts';

/**
 * Ends the actor's claim, free of guilt: the card is open again, the note and the draft are kept for the
 * next one. Doing it again after it was done changes nothing.
 */
export async function handBackCard(
  services: Services,
  actorId: string,
  input: { cardId: string; note?: string | null | undefined; requestId?: string | null | undefined },
): Promise<Changed<CardOnBoard>> {
  const { cardId, requestId } = input;
  const note = textOrNull(input.note, { field: 'note', max: 4000, multiline: true });
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    const before = await board.card(cardId);
    if (before.status === 'OPEN' && before.returnedHow === 'HANDED_BACK' && before.returnedBy === actorId) {
      return { kind: null, result: await readCard(board.db, cardId) };
    }
    const card = await requireHolder(board, cardId);
    await releaseCard(board, card, { how: 'HANDED_BACK', by: actorId, note });
    return { kind: 'CARD_HANDED_BACK', cards: [cardId], result: await readCard(board.db, cardId) };
  });
}
