import { setTimeout as delay } from 'node:timers/promises';

/** The longest rest after one operation (ms). */
const MAX_REST_MS = 100;
const MIN_REST_MS = 2;
/** How long what is known may keep the others waiting (ms): where it never ends, it is not a matter of turns. */
const MAX_WAIT_MS = 200;

/**
 * Carries out, one after the other, what our own pages do not ask: nobody knows what it takes. After each it rests for
 * as long as that took, so that all of it together leaves half of the processor, and the first place, to what everybody
 * watches. A cohort that waits here takes along what happens meanwhile: it is late, and misses nothing.
 */
export class BackLane {
  #last: Promise<unknown> = Promise.resolve();
  /** What is known and under way. */
  readonly #known = new Set<Promise<unknown>>();

  /** Carries out what our own pages ask, at once. */
  async first<T>(carryOut: () => Promise<T>): Promise<T> {
    const done = carryOut();
    this.#known.add(done);
    try {
      return await done;
    } finally {
      this.#known.delete(done);
    }
  }

  run<T>(carryOut: () => Promise<T>): Promise<T> {
    const before = this.#last;
    let startedAt = 0;
    const done = before.then(async () => {
      // What is known is begun in this turn: it was asked for first.
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#known.size > 0) {
        const all = Promise.allSettled(this.#known);
        await Promise.race([all, delay(MAX_WAIT_MS, undefined, { ref: false })]);
      }
      startedAt = performance.now();
      return await carryOut();
    });
    this.#last = done
      .catch(() => undefined)
      .then(async () => {
        const rest = Math.min(MAX_REST_MS, performance.now() - startedAt);
        if (rest >= MIN_REST_MS) await delay(rest, undefined, { ref: false });
      });
    return done;
  }
}
