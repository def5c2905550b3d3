/** Nobody waits behind so many of the same address. */
const MAX_WAITING = 2_000;

interface Line {
  running: number;
  waiting: (() => void)[];
}

/**
 * Of each address only so much is carried out at once; the rest waits its turn, first come, first served. Whoever sends
 * a thousand requests in one moment waits for themselves, and what one server can do stays shared among addresses.
 */
export class FairTurns {
  readonly #lines = new Map<string, Line>();
  readonly #maxWaiting: number;

  constructor(maxWaiting: number = MAX_WAITING) {
    this.#maxWaiting = maxWaiting;
  }

  /**
   * Carries out `run` when it is its turn. `key` undefined: at once. Gives undefined, and does nothing, where too many
   * wait before it.
   */
  async take<T>(key: string | undefined, atOnce: number, run: () => Promise<T>): Promise<T | undefined> {
    if (key === undefined) return await run();
    const line = this.#lines.get(key) ?? { running: 0, waiting: [] };
    this.#lines.set(key, line);
    if (line.running >= atOnce) {
      if (line.waiting.length >= this.#maxWaiting) return undefined;
      // Whoever ends hands its place on, so that nobody who comes meanwhile takes it.
      await new Promise<void>((resolve) => line.waiting.push(resolve));
    } else line.running += 1;
    try {
      return await run();
    } finally {
      const next = line.waiting.shift();
      if (next) next();
      else if (--line.running === 0) this.#lines.delete(key);
    }
  }
}
