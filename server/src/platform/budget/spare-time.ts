import { performance as loop } from 'node:perf_hooks';

/** Between two looks at how busy this process is, while somebody waits (ms). */
const LOOK_EVERY = 5;
/** The share of a moment in which the process had something to do, from which on it has no time to spare. */
const BUSY = 0.6;
/** The longest rest after one that was carried out while it was busy (ms). */
const MAX_REST_MS = 100;

/**
 * Gives what our pages do not ask the time that everybody else leaves: nobody knows what it takes, and many addresses
 * may ask at once. One begins at once where none is under way, and another at each look while there is time to spare.
 * While there is none, one follows the other after a rest as long as it took, so that all of them together have half of
 * the process at most and are never shut out. First come, first served; each address has few places in the line, see
 * `FairTurns`.
 */
export class SpareTime {
  readonly #howBusy: () => number;
  readonly #waiting: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #running = 0;
  /** When the last one ended, and how long the next one has to rest after it (ms). */
  #endedAt = -Infinity;
  #rest = 0;

  constructor(howBusy: () => number = busySinceAsked()) {
    this.#howBusy = howBusy;
  }

  async run<T>(carryOut: () => Promise<T>): Promise<T> {
    if (this.#waiting.length > 0 || this.#running > 0) {
      this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY).unref();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#running += 1;
    const startedAt = performance.now();
    try {
      return await carryOut();
    } finally {
      this.#running -= 1;
      this.#endedAt = performance.now();
      this.#rest = Math.min(MAX_REST_MS, this.#endedAt - startedAt);
    }
  }

  #look(): void {
    const isBusy = this.#howBusy() >= BUSY;
    const hasRested = this.#running === 0 && performance.now() - this.#endedAt >= this.#rest;
    if (!isBusy || hasRested) {
      const next = this.#waiting.shift();
      // Counted here, so that nobody begins in between.
      if (next) this.#running += 1;
      next?.();
    }
    if (this.#waiting.length > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** The share of the time since it was asked last in which this process had something to do. */
function busySinceAsked(): () => number {
  let last = loop.eventLoopUtilization();
  return () => {
    const now = loop.eventLoopUtilization();
    const { utilization } = loop.eventLoopUtilization(now, last);
    last = now;
    return utilization;
  };
}
