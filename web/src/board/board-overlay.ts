import { applyChange } from './board-state.ts';
import type { BoardMessage, BoardState, Identified } from './board-state.ts';

/**
 * What this person asked for and the board has not confirmed yet. It is kept apart from the base state, so
 * the base holds committed facts only, and taking a wish back is forgetting it.
 */
export interface Wish<C extends Identified> {
  readonly requestId: string;
  readonly cardId: string;
  /** What is being done, as the face says it: "Taking it…", "Moving…". */
  readonly doing: string;
  /** How the card looks meanwhile, for a wish that shows before it is granted (a drop stays where it fell). */
  readonly look?: (card: C) => C;
  /** The server's answer, when it came before the stream had reached its revision. */
  readonly answer?: { readonly epoch: string; readonly revision: number; readonly cards: readonly C[] };
}

/** Every open wish, oldest first. Never changed in place. */
export type Overlay<C extends Identified> = readonly Wish<C>[];

export function addWish<C extends Identified>(overlay: Overlay<C>, wish: Wish<C>): Overlay<C> {
  return [...overlay.filter((other) => other.requestId !== wish.requestId), wish];
}

export function dropWish<C extends Identified>(overlay: Overlay<C>, requestId: string): Overlay<C> {
  return overlay.filter((wish) => wish.requestId !== requestId);
}

/**
 * Takes the server's answer. When it follows on what is known it becomes base state at once and the wish is
 * done. When revisions between are still on their way (a gap, and no error), the answer waits in the overlay:
 * it is a committed fact about its cards, shown at once, and is forgotten when the stream has passed it.
 */
export function settleWish<C extends Identified>(
  state: BoardState<C>,
  overlay: Overlay<C>,
  requestId: string,
  message: BoardMessage<C>,
): { state: BoardState<C>; overlay: Overlay<C> } {
  const applied = applyChange(state, message);
  if (applied.outcome !== 'gap') return { state: applied.state, overlay: dropWish(overlay, requestId) };
  const { epoch, revision, cards } = message;
  return {
    state,
    overlay: overlay.map((wish) =>
      wish.requestId === requestId ? { ...wish, answer: { epoch, revision, cards } } : wish,
    ),
  };
}

/** Forgets answers that the base has reached, or that belong to a log that is no more. */
export function pruneOverlay<C extends Identified>(state: BoardState<C>, overlay: Overlay<C>): Overlay<C> {
  const kept = overlay.filter(
    ({ answer }) => !answer || (answer.epoch === state.epoch && answer.revision > state.revision),
  );
  return kept.length === overlay.length ? overlay : kept;
}

/** The cards to draw: the base with the wishes laid over it. Gives the base's own map when nothing is wished. */
export function drawCards<C extends Identified>(
  state: BoardState<C>,
  overlay: Overlay<C>,
): ReadonlyMap<string, C> {
  if (overlay.length === 0) return state.cards;
  const cards = new Map(state.cards);
  for (const wish of overlay) {
    if (wish.answer) {
      for (const card of wish.answer.cards) cards.set(card.id, card);
      continue;
    }
    const card = cards.get(wish.cardId);
    if (card && wish.look) cards.set(wish.cardId, wish.look(card));
  }
  return cards;
}

/** What is being done with a card and is not answered yet; undefined when nothing is. */
export function doingWith<C extends Identified>(overlay: Overlay<C>, cardId: string): string | undefined {
  return overlay.findLast((wish) => wish.cardId === cardId && !wish.answer)?.doing;
}
