import { goto } from '$app/navigation';
import { page } from '$app/state';
import { createContext } from 'svelte';
import { readFilter, writeFilter, type BoardFilter } from './board-filter.ts';

declare global {
  namespace App {
    interface PageState {
      /** The card was opened from this board, so closing it is going back. */
      openedHere?: boolean;
    }
  }
}

/**
 * The part of the board that is in the address: the filter and the open card. All of it by shallow routing, so
 * that opening a card loads nothing anew and the board behind it keeps still.
 */
export class BoardAddress {
  /** The number of the card that is open, or null. */
  get card(): number | null {
    const number = Number(this.#params.get('card'));
    return Number.isInteger(number) && number > 0 ? number : null;
  }

  /** The template with which a link asks for a card, or null. */
  get template(): string | null {
    return this.#params.get('template');
  }

  /** It was picked: a reload does not ask for it again. */
  closeTemplate(): void {
    if (this.template === null) return;
    const params = new URLSearchParams(this.#params.toString());
    params.delete('template');
    void goto(pathWith(params), { shallow: true, replace: true, state: {} });
  }

  get filter(): BoardFilter {
    return readFilter(this.#params);
  }

  /** The address of a card on this board, for links that also work in a new tab. */
  href(number: number): string {
    const params = new URLSearchParams(this.#params.toString());
    params.set('card', String(number));
    return `?${params}`;
  }

  openCard(number: number): void {
    if (this.card === number) return;
    // From one open card to another there is still one step back to the board.
    const replace = this.card !== null;
    void goto(this.href(number), {
      shallow: true,
      replace,
      state: { openedHere: !replace || page.state.openedHere === true },
    });
  }

  closeCard(): void {
    if (this.card === null) return;
    if (page.state.openedHere) {
      history.back();
      return;
    }
    const params = new URLSearchParams(this.#params.toString());
    params.delete('card');
    void goto(pathWith(params), { shallow: true, replace: true, state: {} });
  }

  setFilter(filter: BoardFilter): void {
    const params = writeFilter(filter, this.#params);
    void goto(pathWith(params), { shallow: true, replace: true, state: { ...page.state } });
  }

  get #params(): ReadonlyParams {
    return (page.shallow?.url ?? page.url).searchParams;
  }
}

/** Kit hands the query out for reading only. */
type ReadonlyParams = Pick<URLSearchParams, 'get' | 'has' | 'toString'>;

function pathWith(params: URLSearchParams): string {
  const query = params.toString();
  return page.url.pathname + (query ? `?${query}` : '');
}

export const [useAddress, setAddress] = createContext<BoardAddress>();
