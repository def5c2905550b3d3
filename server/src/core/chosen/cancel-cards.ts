import type { Services } from '../../platform/services.ts';
import { requireManager } from '../board/board.policy.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { type CardOnBoard, leastReader } from '../board/read-cards.ts';
import { cancelInHand, isClosed, takeReason } from '../card/cancel-card.ts';
import { CardInTheWay } from '../card/card-refusals.ts';
import { chosenCards, readChosen, takeChosen } from './choose-cards.ts';

/**
 * Takes many cards off the board, with one reason that stands on each: all of them or, where one is closed already,
 * none. Who did it can undo it for a minute.
 */
export async function cancelCards(
  services: Services,
  actorId: string,
  input: {
    boardId: string;
    cardIds: readonly string[];
    reason: string;
    requestId?: string | null | undefined;
  },
): Promise<Changed<CardOnBoard[]>> {
  const { boardId, requestId } = input;
  const chosen = takeChosen(input.cardIds, 'cardIds');
  const reason = takeReason(input.reason);
  return changeBoard(services, { board: { id: boardId }, actorId, requestId }, async (board) => {
    requireManager(board);
    const before = await chosenCards(board, chosen);
    const closed = before.find(isClosed);
    if (closed)
      throw new CardInTheWay(closed.id, 'WRONG_STATUS', 'This card is closed already.', 'CARD_CLOSED');
    const cards = before.map(({ id }) => id);
    const seenBeforeEach = before.map((card) => leastReader(card, board.campaignSensitivity));
    const jobs = await cancelInHand(board, cards, reason);
    const result = await readChosen(board, cards);
    return { kind: 'CARD_CANCELLED', cards, seenBeforeEach, jobs, result };
  });
}
