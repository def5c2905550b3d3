/** A minute: a quota is all there again after it. */
export const WINDOW_MS = 60_000;

/** What was spent of a purse: the time after which all of it is there again grows by so much (ms). */
export interface Spending {
  key: string;
  ms: number;
}

/** Adds up what all servers spend. Of each key it keeps the moment when all is there again, as the entry ledger does. */
export interface SharedSpending {
  /** Adds and gives, for each in the same order, how far its moment is ahead now (ms). */
  add(spendings: readonly Spending[]): Promise<number[]>;
}

interface Purse {
  /** When all is there again (ms of the process). */
  fullAt: number;
  /** What of it the other servers do not know yet (ms). */
  untold: number;
}

/** Purses remembered at most, some 3 MB; past it, those that were quiet longest are forgotten. */
const MAX_PURSES = 20_000;
/** Below this share of a quota the others need not know: whoever uses our pages never gets there. */
const TOLD_FROM_MS = WINDOW_MS / 20;
/** Told together at most, so that one statement stays small. */
const MAX_TOLD = 500;

/**
 * What was spent lately, by key. Each server decides by what it knows, without asking anybody; what passes a
 * twentieth of a quota is told to the others together with everything else of that moment, and their answer is what all
 * have spent. So nobody's request waits, and a quota holds over all servers to within that share of each.
 */
export class SpendingBook {
  readonly #purses = new Map<string, Purse>();
  readonly #untold = new Set<string>();
  readonly #now: () => number;

  /** `now` gives milliseconds that never go back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** How far the moment at which all is there again is ahead (ms). */
  debt(key: string): number {
    const purse = this.#purses.get(key);
    return purse ? Math.max(0, purse.fullAt - this.#now()) : 0;
  }

  spend(key: string, ms: number): void {
    const purse = this.#purses.get(key) ?? { fullAt: 0, untold: 0 };
    // A map keeps the order of insertion: the first is the one that has been quiet longest.
    this.#purses.delete(key);
    this.#purses.set(key, purse);
    purse.fullAt = Math.max(purse.fullAt, this.#now()) + ms;
    purse.untold += ms;
    if (purse.untold >= TOLD_FROM_MS) this.#untold.add(key);
    if (this.#purses.size <= MAX_PURSES) return;
    const [oldest] = this.#purses.keys();
    this.#purses.delete(oldest!);
    this.#untold.delete(oldest!);
  }

  get hasUntold(): boolean {
    return this.#untold.size > 0;
  }

  /** Tells the others, and learns what they spent. What cannot be told stays to be told. */
  async tell(shared: SharedSpending, nameOf: (key: string) => string): Promise<void> {
    const keys = [...this.#untold].slice(0, MAX_TOLD);
    const told = keys.map((key) => this.#purses.get(key)?.untold ?? 0);
    // All servers in one order, so that two never wait for each other's rows.
    const order = keys
      .map((key, at) => ({ at, key, ms: told[at]!, name: nameOf(key) }))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
    const debts = await shared.add(order.map(({ name, ms }) => ({ key: name, ms })));
    order.forEach(({ key, ms }, at) => {
      const purse = this.#purses.get(key);
      if (!purse) return;
      // What was spent while they were told comes on top.
      purse.untold = Math.max(0, purse.untold - ms);
      purse.fullAt = this.#now() + (debts[at] ?? 0) + purse.untold;
      if (purse.untold < TOLD_FROM_MS) this.#untold.delete(key);
    });
  }
}
