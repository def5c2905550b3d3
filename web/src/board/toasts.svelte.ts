import { createContext } from 'svelte';

export interface ToastLink {
  readonly number: number;
  readonly text: string;
}

/** A short word at the edge of the screen. The same is always said elsewhere too: nothing is lost with it. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  /** Cards to go to instead. */
  readonly links: readonly ToastLink[];
  readonly tone: 'plain' | 'refused';
}

/** How long (ms) a toast stays; one with links waits for somebody to read and choose. */
const stays = 7_000;
const staysWithLinks = 20_000;
/** More would cover the board. */
const mostToasts = 3;

export class Toasts {
  shown = $state.raw<readonly Toast[]>([]);
  #last = 0;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  show(text: string, { links = [], tone = 'plain' }: Partial<Pick<Toast, 'links' | 'tone'>> = {}): void {
    const toast: Toast = { id: (this.#last += 1), text, links, tone };
    this.shown = [...this.shown.filter((other) => other.text !== text), toast].slice(-mostToasts);
    this.resume(toast);
  }

  /** Keeps a toast while somebody points at it or has focus in it. */
  hold(toast: Toast): void {
    clearTimeout(this.#timers.get(toast.id));
  }

  resume(toast: Toast): void {
    this.hold(toast);
    const time = toast.links.length ? staysWithLinks : stays;
    this.#timers.set(
      toast.id,
      setTimeout(() => this.dismiss(toast), time),
    );
  }

  dismiss(toast: Toast): void {
    this.hold(toast);
    this.#timers.delete(toast.id);
    this.shown = this.shown.filter((other) => other.id !== toast.id);
  }
}

export const [useToasts, setToasts] = createContext<Toasts>();
