import type { Audience } from '../../core/stream/audience.ts';
import type { LiveCounts } from '../../core/stream/log-channel.ts';
import type { Outbox } from '../../platform/live/outbox.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Reader } from '../../core/access/viewer.ts';
import type { WallState } from './read-wall.ts';

/** A message of `wallChanges` before it is rendered. */
export interface WallMessage {
  /** Null in a sign of life. */
  wall: WallState | null;
  at: Date;
}

export interface CohortDeps {
  /** The wall as it is committed; null when it is gone. */
  read(): Promise<WallState | null>;
  audience: Audience;
  /** Whom what is sent is executed for. */
  reader: Reader;
  log: Log;
  counts: LiveCounts;
  /** The least between two reads (ms). */
  pauseMs: number;
}

/** After a read that failed, the next one waits so many pauses. */
const PAUSES_AFTER_FAILURE = 4;

/**
 * All screens that show the same view and ask the same way: one read and one execution for all of them, at most one
 * in `pauseMs`, however fast the board moves. A message is the whole wall, so a lost one leaves no gap.
 */
export class WallCohort {
  readonly #deps: CohortDeps;
  /** What each was last told, so that nothing is told twice. */
  readonly #screens = new Map<Outbox, string>();
  #reading = false;
  #again = false;
  #beats = false;
  #readAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  constructor(deps: CohortDeps) {
    this.#deps = deps;
  }

  get size(): number {
    return this.#screens.size;
  }

  join(screen: Outbox): void {
    this.#screens.set(screen, '');
    this.wake();
  }

  leave(screen: Outbox): void {
    this.#screens.delete(screen);
    if (this.#screens.size === 0) this.stop();
  }

  /** Something may have changed. What comes during a pause is read together after it. */
  wake(): void {
    this.#again = true;
    if (this.#reading || this.#timer || this.#screens.size === 0) return;
    const wait = this.#readAt + this.#deps.pauseMs - performance.now();
    if (wait > 0) this.#wakeIn(wait);
    else void this.#read();
  }

  /** A sign of life that is a read: who says that nothing changed has looked. */
  beat(): void {
    this.#beats = true;
    this.wake();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wakeIn(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#screens.size > 0) void this.#read();
    }, ms);
  }

  async #read(): Promise<void> {
    const { read, log, pauseMs } = this.#deps;
    this.#reading = true;
    this.#again = false;
    const beats = this.#beats;
    this.#beats = false;
    this.#readAt = performance.now();
    let next = pauseMs;
    try {
      const wall = await read();
      // A board that is gone ends its screens by the rights that went with it.
      if (wall) await this.#tell(wall, beats);
    } catch (error) {
      // Nobody is told anything, so the screens say since when they heard nothing.
      log.warn({ err: error }, 'a wall could not be read');
      this.#again = true;
      next *= PAUSES_AFTER_FAILURE;
    } finally {
      this.#reading = false;
    }
    if (this.#again && this.#screens.size > 0) this.#wakeIn(next);
  }

  async #tell(wall: WallState, beats: boolean): Promise<void> {
    const at = new Date();
    // What no screen shows moves the revision alone, and is no news.
    const text = JSON.stringify({ ...wall, revision: 0 });
    const news = [...this.#screens].flatMap(([screen, told]) => (told === text ? [] : [screen]));
    const quiet = beats ? [...this.#screens.keys()].filter((screen) => !news.includes(screen)) : [];
    await this.#send({ wall, at }, news);
    for (const screen of news) if (this.#screens.has(screen)) this.#screens.set(screen, text);
    await this.#send({ wall: null, at }, quiet);
  }

  async #send(message: WallMessage, to: readonly Outbox[]): Promise<void> {
    if (to.length === 0) return;
    const { audience, reader, counts } = this.#deps;
    counts.executions += 1;
    counts.deliveries += to.length;
    const result = await audience.render(message, reader);
    for (const screen of to) screen.put(result);
  }
}
