import type { LiveOperation, LiveSocket } from './live-socket.ts';
import { keepAsking } from '#web/browser/keep-asking.ts';
import { createContext } from 'svelte';

/** The browser is idle by then (ms): the socket weighs nothing on the first view. */
const idleAfter = 1500;

export interface Follower {
  next(data: unknown): void;
  /** The line stands, for the first time or again: what changed meanwhile was not told. */
  connected?(): void;
  /** The server ended it, or refused it from the beginning. */
  ended?(): void;
}

interface Following {
  operation: LiveOperation;
  follower: Follower;
  stop: () => void;
}

/**
 * The one live line of this page, for whatever listens beside the board: opened when the browser is idle and
 * somebody listens, closed after the last. While a board lends its own, that one serves.
 */
export class PageLine {
  readonly #followings = new Set<Following>();
  #lent: LiveSocket | undefined;
  #own: LiveSocket | undefined;
  #opening: ReturnType<typeof setTimeout> | undefined;
  #expected = 0;

  /** Listens until the returned function is called. */
  follow(operation: LiveOperation, follower: Follower): () => void {
    const following: Following = { operation, follower, stop: () => {} };
    this.#followings.add(following);
    this.#serve(following);
    return () => {
      following.stop();
      this.#followings.delete(following);
      if (this.#followings.size === 0) this.#closeOwn();
    };
  }

  /** A board on this page is about to lend its socket, however slowly it comes; none of our own until it is called off. */
  expectLoan(): () => void {
    this.#expected += 1;
    this.#stopOpening();
    let isExpected = true;
    return () => {
      if (!isExpected) return;
      isExpected = false;
      this.#expected -= 1;
      this.#serveAll();
    };
  }

  /** A board's socket serves all from now on, until the returned function is called. */
  lend(socket: LiveSocket): () => void {
    this.#lent = socket;
    this.#serveAll();
    this.#closeOwn();
    return () => {
      if (this.#lent !== socket) return;
      this.#lent = undefined;
      this.#serveAll();
    };
  }

  #serveAll(): void {
    for (const following of this.#followings) {
      following.stop();
      following.stop = () => {};
      this.#serve(following);
    }
  }

  #serve(following: Following): void {
    const socket = this.#lent ?? this.#own;
    if (!socket) {
      if (this.#expected > 0) return;
      // Without a connection the page simply stays as it is; the notice on top says so.
      this.#opening ??= setTimeout(() => void this.#open().catch(() => undefined), idleAfter);
      return;
    }
    const { operation, follower } = following;
    following.stop = socket.subscribe(operation, {
      next: (data) => follower.next(data),
      ended: () => follower.ended?.(),
    });
  }

  async #open(): Promise<void> {
    const { openLiveSocket } = await keepAsking(() => import('./live-socket.ts'));
    this.#opening = undefined;
    if (this.#lent || this.#own || this.#expected > 0 || this.#followings.size === 0) return;
    this.#own = openLiveSocket({
      connected: () => {
        for (const { follower } of this.#followings) follower.connected?.();
      },
      lost: () => {},
      signedOut: () => {},
    });
    this.#serveAll();
  }

  #stopOpening(): void {
    clearTimeout(this.#opening);
    this.#opening = undefined;
  }

  #closeOwn(): void {
    this.#stopOpening();
    this.#own?.close();
    this.#own = undefined;
  }
}

/** `usePageLine()` gives a component the live line of this page; the root layout sets it. */
export const [usePageLine, setPageLine] = createContext<PageLine>();
