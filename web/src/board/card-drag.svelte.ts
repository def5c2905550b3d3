import { createContext } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { ColumnStatus } from './board-card.ts';

/** What the lazily loaded drag and drop gives: each call registers an element and returns its end. */
export interface DragKit {
  card(element: HTMLElement, cardId: string): () => void;
  column(element: HTMLElement, status: ColumnStatus): () => void;
  close(): void;
}

/**
 * Hands elements over to drag and drop when it has arrived. The board is complete without it: it loads after
 * the first paint, and for fingers and keys there is always the menu.
 */
export class CardDrag {
  #kit: DragKit | null = $state.raw(null);
  /** The card in the air, and the columns it may fall into. */
  over: ColumnStatus | null = $state(null);
  targets: readonly ColumnStatus[] = $state.raw([]);
  draggedId: string | null = $state(null);

  arrived(kit: DragKit): void {
    this.#kit = kit;
  }

  close(): void {
    this.#kit?.close();
    this.#kit = null;
  }

  card(cardId: string): Attachment<HTMLElement> {
    return (element) => this.#kit?.card(element, cardId);
  }

  column(status: ColumnStatus): Attachment<HTMLElement> {
    return (element) => this.#kit?.column(element, status);
  }
}

export const [useCardDrag, setCardDrag] = createContext<CardDrag>();
