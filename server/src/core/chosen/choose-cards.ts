import { sql } from 'kysely';
import { InvalidInput, notFound } from '../../platform/refusal/refusal.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { type CardOnBoard, selectCards } from '../board/read-cards.ts';

/** How many cards one change takes: a page of a board, and less than any answer's bound. */
export const MAX_CHOSEN = 100;

/** Row ids of cards as they came in, each once. Refuses none, and more than one change takes. */
export function takeChosen(ids: readonly string[], field: string): string[] {
  const chosen = [...new Set(ids)];
  if (chosen.length === 0) throw new InvalidInput(field, 'EMPTY', 'Choose at least one card.');
  if (chosen.length > MAX_CHOSEN) {
    throw new InvalidInput(field, 'TOO_MANY', `Choose ${MAX_CHOSEN} cards at most.`, { limit: MAX_CHOSEN });
  }
  return chosen;
}

/** These cards of a board in hand, in the order of their columns. Refuses ids of which one is not there. */
export async function chosenCards(board: BoardInHand, ids: readonly string[]): Promise<CardOnBoard[]> {
  const cards = await readChosen(board, ids);
  if (cards.length < ids.length) throw notFound('card');
  return cards;
}

/** The same without those that are not there any more. */
export function readChosen(board: BoardInHand, ids: readonly string[]): Promise<CardOnBoard[]> {
  return selectCards(board.db)
    .where('card.board_id', '=', board.id)
    .where(sql<boolean>`card.id = any(${ids}::uuid[])`)
    .orderBy('card.position')
    .orderBy('card.id')
    .execute();
}
