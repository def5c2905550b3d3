import { setTimeout as delay } from 'node:timers/promises';

/** The longest rest after one operation (ms). */
const MAX_REST_MS = 100;
const MIN_REST_MS = 2;

/**
 * Carries out, one after the other, what our own pages do not ask: nobody knows what it takes. After each it rests for
 * as long as that took, so that all of it together leaves half of the processor, and the first place, to what everybody
 * watches. A cohort that waits here takes along what happens meanwhile: it is late, and misses nothing.
 */
export class BackLane {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(carryOut: () => Promise<T>): Promise<T> {
    const before = this.#last;
    const done = before.then(async () => {
      // What is known is carried out in this turn: it was asked for first.
      await new Promise((resolve) => setImmediate(resolve));
      return await carryOut();
    });
    const startedAt = before.then(() => performance.now());
    this.#last = done
      .catch(() => undefined)
      .then(async () => {
        const rest = Math.min(MAX_REST_MS, performance.now() - (await startedAt));
        if (rest >= MIN_REST_MS) await delay(rest, undefined, { ref: false });
      });
    return done;
  }
}
