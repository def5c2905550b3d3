import { performance } from 'node:perf_hooks';

/** Between two looks at how busy this process is (ms). */
const LOOK_EVERY = 5;
/** Below it there is time to spare: the share of a moment in which the process had something to do. */
const BUSY = 0.6;
/** One is let through between two looks while there is, so that none of them adds to another. */
const AT_A_LOOK = 1;
/** And one of them after so many looks, however busy it is: they wait, and are not shut out. */
const ONE_AFTER = 20;

/**
 * Lets what our pages do not ask have the time that everybody else leaves: nobody knows what it takes, and many
 * addresses may ask at once. Where the process is not busy nobody waits. First come, first served; each address has few
 * places in the line, see `FairTurns`.
 */
export class SpareTime {
  readonly #howBusy: () => number;
  readonly #waiting: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  /** How many may still go before the next look. */
  #left = AT_A_LOOK;
  #busyLooks = 0;

  constructor(howBusy: () => number = busySinceAsked()) {
    this.#howBusy = howBusy;
  }

  /** Resolves when there is time for one more. */
  async take(): Promise<void> {
    this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY).unref();
    if (this.#waiting.length === 0 && this.#left > 0) this.#left -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #look(): void {
    const isBusy = this.#howBusy() >= BUSY;
    this.#busyLooks = isBusy ? this.#busyLooks + 1 : 0;
    this.#left = isBusy ? Number(this.#busyLooks % ONE_AFTER === 0) : AT_A_LOOK;
    while (this.#left > 0) {
      const next = this.#waiting.shift();
      if (!next) break;
      this.#left -= 1;
      next();
    }
    // Looked at only while somebody asks.
    if (this.#waiting.length > 0 || isBusy || this.#left < AT_A_LOOK) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** The share of the time since it was asked last in which this process had something to do. */
function busySinceAsked(): () => number {
  let last = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last);
    last = now;
    return utilization;
  };
}
