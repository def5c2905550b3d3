import { SvelteSet } from 'svelte/reactivity';
import { needsTick, type BoardViewer, type CardFace } from './board-card.ts';

/** The server takes as many in one change. */
export const MOST_CHOSEN = 100;

/** What is done with many cards at once without a form. */
export const bulkMoves = ['open', 'returnToDraft', 'top', 'bottom'] as const;
export type BulkMove = (typeof bulkMoves)[number];

/** Why a move is not offered for these cards: none of them could make it, or one stands in the way. */
export type InTheWay =
  { readonly none: true } | { readonly status: CardFace } | { readonly caution: CardFace };

/** What stands in the way of a move of all these cards; null where it can be made. */
export function inTheWay(move: BulkMove, cards: readonly CardFace[]): InTheWay | null {
  if (cards.length === 0) return { none: true };
  if (move === 'top' || move === 'bottom') return null;
  const from = move === 'open' ? 'DRAFT' : 'OPEN';
  if (!cards.some(({ status }) => status === from)) return { none: true };
  const other = cards.find(({ status }) => status !== 'DRAFT' && status !== 'OPEN');
  if (other) return { status: other };
  const unticked = move === 'open' ? cards.find(needsTick) : undefined;
  return unticked ? { caution: unticked } : null;
}

/** Whether something can be done with a card together with others. */
export function mayChoose({ status }: Pick<CardFace, 'status'>, { canManage }: BoardViewer): boolean {
  return canManage && status !== 'DONE' && status !== 'CANCELLED';
}

interface ChosenFrom {
  readonly cards: ReadonlyMap<string, CardFace>;
  readonly viewer: BoardViewer;
}

/** The cards that an organizer has chosen, to do one thing with all of them. */
export class ChosenCards {
  /** Whether cards can be chosen by a tap. */
  choosing = $state(false);
  readonly #ids = new SvelteSet<string>();
  /** From where Shift reaches. */
  #last: string | null = null;
  readonly #board: ChosenFrom;

  /** Those that can still be changed, whatever others did meanwhile. */
  readonly cards: readonly CardFace[] = $derived.by(() =>
    [...this.#ids].flatMap((id) => {
      const card = this.#board.cards.get(id);
      return card && mayChoose(card, this.#board.viewer) ? [card] : [];
    }),
  );

  constructor(board: ChosenFrom) {
    this.#board = board;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  get isFull(): boolean {
    return this.cards.length >= MOST_CHOSEN;
  }

  /** Chooses a card, or not any more. */
  toggle(card: CardFace): void {
    if (!mayChoose(card, this.#board.viewer)) return;
    this.choosing = true;
    this.#last = card.id;
    if (!this.#ids.delete(card.id) && !this.isFull) this.#ids.add(card.id);
  }

  /** Chooses all cards of a column from the last one chosen to this one. */
  reach(card: CardFace, column: readonly CardFace[]): void {
    const from = column.findIndex(({ id }) => id === this.#last);
    const to = column.findIndex(({ id }) => id === card.id);
    if (from < 0 || to < 0) return this.toggle(card);
    this.add(column.slice(Math.min(from, to), Math.max(from, to) + 1));
    this.#last = card.id;
  }

  add(cards: readonly CardFace[]): void {
    this.choosing = true;
    for (const card of cards) if (mayChoose(card, this.#board.viewer) && !this.isFull) this.#ids.add(card.id);
  }

  none(): void {
    this.#ids.clear();
    this.#last = null;
  }

  end(): void {
    this.none();
    this.choosing = false;
  }
}
