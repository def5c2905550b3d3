import type { CardFace, ColumnStatus } from './board-card.ts';
import type { BoardStore } from './board.svelte.ts';

/**
 * Keeps the focus where the person put it while others move cards about. When the card that has it goes to
 * another column its element is made anew, and the browser would drop the focus to the top of the page.
 */
export class FocusKeeper {
  readonly #board: BoardStore;
  readonly #focus: (card: CardFace, control?: string) => void;
  #on: { readonly cardId: string; readonly status: ColumnStatus; readonly index: number } | null = null;
  /** What on the card has it, or will have: its title, or the button of its menu. */
  control = '.title';

  constructor(board: BoardStore, focus: (card: CardFace, control?: string) => void) {
    this.#board = board;
    this.#focus = focus;
  }

  gained(event: FocusEvent): void {
    const element = event.target as HTMLElement;
    const cardId = element.closest<HTMLElement>('[data-card]')?.dataset['card'];
    const card = cardId === undefined ? undefined : this.#board.cards.get(cardId);
    if (!card || card.status === 'CANCELLED') {
      this.#on = null;
      return;
    }
    // A card stays drawn as long as anything on it has the focus.
    this.#board.currentId = card.id;
    const index = this.#board.columns[card.status].cards.findIndex(({ id }) => id === card.id);
    this.#on = { cardId: card.id, status: card.status, index };
    this.control = element.matches('.more') ? '.more' : '.title';
  }

  lost(event: FocusEvent): void {
    const element = event.target as HTMLElement;
    // An element taken away also loses focus; only one that is still there was left by the person.
    if (event.relatedTarget === null) queueMicrotask(() => element.isConnected && this.#forget(element));
    else if (!(event.relatedTarget as HTMLElement).closest('[data-card]')) this.#on = null;
  }

  /** After the board was drawn anew: the same card, or the one that took its place. */
  restore(root: HTMLElement | undefined): void {
    const was = this.#on;
    if (!root || !was || (document.activeElement !== null && document.activeElement !== document.body))
      return;
    const card = this.#board.cards.get(was.cardId);
    const column = this.#board.columns[was.status].cards;
    const stays =
      card &&
      card.status !== 'CANCELLED' &&
      (card.status === this.#board.column || isDrawn(root, card.status));
    const next = stays ? card : (column[was.index] ?? column[was.index - 1]);
    if (next) this.#focus(next, next === card ? this.control : undefined);
    else root.querySelector<HTMLElement>(`#column-${was.status}`)?.focus();
  }

  #forget(element: HTMLElement): void {
    if (document.activeElement === element) return;
    this.#on = null;
  }
}

/** A phone draws one column at a time. Asked of the styles alone: the page need not be laid out for it. */
function isDrawn(root: HTMLElement, status: ColumnStatus): boolean {
  const slot = root.querySelector(`[data-column="${status}"]`)?.closest('.slot');
  return !!slot && getComputedStyle(slot).display !== 'none';
}
