import { createContext } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';

/**
 * The server's time, ticking. Leases run on the server's clock and phones are wrong by minutes, so the browser
 * keeps the difference it saw when the page arrived. Reading `minute` or `second` in a template makes it tick
 * for as long as something shows it, and only while the page is visible.
 */
export class Clock {
  #offset: number;
  readonly #start: number;
  readonly #everyMinute: () => void;
  readonly #everySecond: () => void;
  #hydrated = false;

  /** `serverNow` is the server's time in milliseconds when it made the page. */
  constructor(serverNow: number) {
    this.#start = serverNow;
    this.#offset = serverNow - Date.now();
    this.#everyMinute = createSubscriber((update) => this.#tick(update, 60_000));
    this.#everySecond = createSubscriber((update) => this.#tick(update, 1000));
  }

  /** Milliseconds, good to the minute. */
  get minute(): number {
    this.#everyMinute();
    return this.now;
  }

  /** Milliseconds, good to the second. For clocks that show seconds; costs a wake-up per second. */
  get second(): number {
    this.#everySecond();
    return this.now;
  }

  /**
   * Milliseconds, without ticking: for code that runs once, such as a comparison in a handler. Until the first
   * tick it is the very moment the server wrote the page, so that both sides write the same text.
   */
  get now(): number {
    return this.#hydrated ? Date.now() + this.#offset : this.#start;
  }

  /**
   * What the server's clock (ms) says just now: a device's clock is set while a page stays open for a week. Less than
   * the time of a message on its way changes nothing.
   */
  heard(serverNow: number): void {
    const offset = serverNow - Date.now();
    if (Math.abs(offset - this.#offset) > 5_000) this.#offset = offset;
  }

  #tick(update: () => void, every: number): () => void {
    const wake = () => {
      this.#hydrated = true;
      if (document.visibilityState === 'visible') update();
    };
    const timer = setInterval(wake, every);
    document.addEventListener('visibilitychange', wake);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }
}

/** `useClock()` gives a component the ticking server time; the root layout sets it. */
export const [useClock, setClock] = createContext<Clock>();
