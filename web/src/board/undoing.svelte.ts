import type { Outcome } from './board-requests.ts';

/** Something this person did to the board that they can undo for a while. */
export interface Undoable {
  /** The revision it made. */
  readonly revision: number;
  /** Until when, by the server's clock (ms). */
  readonly until: number;
  /** What was done, in words. */
  readonly said: string;
  /** The comment that was removed, where it was one: it can be put back where it stood. */
  readonly commentId?: string | undefined;
}

/** What the server gives (ms). */
const LONGEST = 60_000;

/** The way back from what was done last: one at a time, and for as long as the server keeps what it needs. */
export class Undoing {
  last: Undoable | null = $state.raw(null);
  /** What came of undoing it, in words; empty while nothing has. */
  told = $state('');
  sending = $state(false);
  /** When the minute is over by this device's own clock (ms): that of the server is known to some seconds. */
  #ends = 0;
  readonly #send: (revision: number) => Promise<Outcome>;
  readonly #done: () => string;

  /** `done` gives the words for what was undone. */
  constructor(send: (revision: number) => Promise<Outcome>, done: () => string) {
    this.#send = send;
    this.#done = done;
  }

  offer(undoable: Undoable): void {
    this.last = undoable;
    this.told = '';
    this.#ends = Date.now() + LONGEST;
  }

  /** Seconds that are left, `now` being the server's time (ms). */
  secondsLeft(now: number): number {
    if (!this.last) return 0;
    return Math.max(0, Math.ceil(Math.min(this.last.until - now, this.#ends - Date.now()) / 1000));
  }

  async undo(): Promise<void> {
    const { last } = this;
    if (!last || this.sending) return;
    this.sending = true;
    const outcome = await this.#send(last.revision);
    this.sending = false;
    // What was done meanwhile has a way back of its own.
    if (this.last !== last) return;
    // Without an answer it may be tried again.
    const isAnswered = outcome.ok || outcome.errors.length > 0;
    if (isAnswered) this.last = null;
    this.told = outcome.ok ? this.#done() : outcome.words;
  }

  forget(): void {
    this.last = null;
    this.told = '';
  }
}
