import type { SharedMessage } from './shared-message.ts';

/** Where the messages of one subscription leave: its socket, under its id, or its response. None of these may throw. */
export interface Outlet {
  /** `at` is the place at which the reader stands after it, where the message moves them. */
  next(message: SharedMessage, at?: Standing): void;
  complete(): void;
  fail(error: unknown): void;
  /** It follows so many places more, or fewer, than the one that each operation may follow. */
  carry?(more: number): void;
}

/** A revision of the one log that is followed; of several, all their places as one text, made where it is sent. */
export type Standing = number | (() => string);

/**
 * One subscription as its stream sees it: it puts messages in, and hears when the other side has ended. Nothing
 * waits in here. What a reader does not take waits at the socket, which is bounded for all its subscriptions.
 */
export class Outbox implements AsyncIterable<never> {
  readonly #outlet: Outlet;
  #ended = false;
  #onEnd: (() => void)[] | undefined;

  constructor(outlet: Outlet) {
    this.#outlet = outlet;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Runs once, when the stream has ended for whatever reason. */
  onEnd(run: () => void): void {
    if (this.#ended) run();
    else (this.#onEnd ??= []).push(run);
  }

  put(message: SharedMessage, at?: Standing): void {
    if (!this.#ended) this.#outlet.next(message, at);
  }

  /** It follows one place more: counted as one operation more, until it ends. */
  followMore(): void {
    this.#outlet.carry?.(1);
    this.onEnd(() => this.#outlet.carry?.(-1));
  }

  complete(): void {
    if (this.#end()) this.#outlet.complete();
  }

  fail(error: unknown): void {
    if (this.#end()) this.#outlet.fail(error);
  }

  /** The other side has ended: nobody is to be told. */
  close(): void {
    this.#end();
  }

  /** GraphQL takes only what can be iterated for a stream. Ours is pushed, and nobody pulls. */
  [Symbol.asyncIterator](): never {
    throw new Error('An outbox sends by itself.');
  }

  /** Whether it had not ended before. */
  #end(): boolean {
    if (this.#ended) return false;
    this.#ended = true;
    const runs = this.#onEnd ?? [];
    this.#onEnd = undefined;
    for (const run of runs) run();
    return true;
  }
}
