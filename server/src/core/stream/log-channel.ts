import DataLoader from 'dataloader';
import type { LogExcerpt } from '../board/read-board.ts';
import type { Log } from '../../platform/log/log.ts';
import { inSpan, type Tracing } from '../../platform/tracing/tracing.ts';
import type { BoardPlace } from './board-change.ts';
import type { FollowedLog, LogPlace, LogReads, LogStep, ResetReason } from './followed-log.ts';
import type { HintBus } from '../../platform/live/hints.ts';

/** Somebody who follows a log. None of these may throw. */
export interface ChannelListener<Step extends LogStep = LogExcerpt> {
  /** What happened since the last call, without a gap. */
  changed(step: Step): void;
  /** The log cannot be followed, or who may read changed: everybody starts again from `channel.place`. */
  reset(why: ResetReason): void;
  gone(): void;
}

/** What the live core did, for tests and measurements. */
export interface LiveCounts {
  logReads: number;
  /** Reads for somebody who came back with a cursor. */
  replays: number;
  /** Those who got what was read, or even made ready, for another. */
  replaysShared: number;
  headReads: number;
  executions: number;
  /** Those of them that made a change of a board ready. */
  changeExecutions: number;
  /** Messages handed to subscriptions: changes and heartbeats. */
  deliveries: number;
  /** Sockets cut off because they did not keep up. */
  cuts: number;
}

/** The share of a processor that telling of one board may take, as long as nobody waits longer than that for it (ms). */
const SENDING_SHARE = 1 / 8;
const MAX_REST_MS = 500;
/** What a quiet board has saved of it: so much may be told of without a rest (ms). */
const SAVED_REST_MS = 500;
/** Below it a rest is not worth a timer (ms). */
const MIN_REST_MS = 2;

/** One watched log, of a board unless said otherwise: read once per revision, whatever the number of those who listen. */
export class LogChannel<Place extends LogPlace = BoardPlace, Step extends LogStep = LogExcerpt> {
  readonly id: string;
  readonly of: FollowedLog<Place, Step>;
  readonly #reads: LogReads<Place, Step>;
  readonly #counts: LiveCounts;
  readonly #log: Log;
  readonly #tracing: Tracing | undefined;
  readonly #closed: () => void;
  readonly #listeners = new Set<ChannelListener<Step>>();
  readonly #replays = new Map<number, Promise<Step | 'reset' | null>>();
  /** Raised when everybody starts again: what was in the making for the generation before is void. */
  generation = 0;
  #place: Place | undefined;
  #head = 0;
  #reading = false;
  #restUntil = 0;
  /** The longest sending since the log was last read, and what it is thought to take still (ms). */
  #longestMs = 0;
  #expectedMs = 0;
  #mustStartAgain = false;

  constructor(
    id: string,
    deps: {
      of: FollowedLog<Place, Step>;
      reads: LogReads<Place, Step>;
      counts: LiveCounts;
      log: Log;
      tracing: Tracing | undefined;
      closed: () => void;
    },
  ) {
    this.id = id;
    this.of = deps.of;
    this.#tracing = deps.tracing;
    this.#reads = deps.reads;
    this.#counts = deps.counts;
    this.#log = deps.log;
    this.#closed = deps.closed;
  }

  /** How far the log was read. */
  get place(): Place {
    if (!this.#place) throw new Error(`The ${this.of.noun} ${this.id} is listened to before it was found.`);
    return this.#place;
  }

  /** The latest revision heard of. */
  get head(): number {
    return Math.max(this.#head, this.place.revision);
  }

  /** Found in the database. Hints that came before count from now. */
  found(place: Place): void {
    this.#place ??= place;
    void this.#read();
  }

  /** Returns what ends it. The channel closes when nobody listens. */
  listen(listener: ChannelListener<Step>): () => void {
    this.#listeners.add(listener);
    return () => {
      if (this.#listeners.delete(listener)) this.closeIfIdle();
    };
  }

  closeIfIdle(): void {
    if (this.#listeners.size === 0) this.#closed();
  }

  /** Somebody says the head is at least there. */
  wake(revision: number): void {
    if (revision <= this.#head) {
      if (this.#place && this.#head > this.#place.revision) void this.#read();
      return;
    }
    this.#head = revision;
    void this.#read();
  }

  /**
   * Sending took that long. A board that was quiet goes on at once; a busy one with thousands of viewers is read again
   * when its share of the processor allows it, which leaves the rest to everything else, the changes themselves first
   * of all, and what happens meanwhile goes together.
   */
  rest(sendingMs: number): void {
    this.#longestMs = Math.max(this.#longestMs, sendingMs);
    this.#pay(Math.max(0, sendingMs - this.#expectedMs), MAX_REST_MS);
    this.#expectedMs = Math.max(0, this.#expectedMs - sendingMs);
  }

  /** What was read goes out. Sending ends later; as long as it took the last time counts from now. */
  #payAhead(): void {
    this.#expectedMs = this.#longestMs;
    this.#longestMs = 0;
    this.#pay(this.#expectedMs, this.#expectedMs + MAX_REST_MS);
  }

  #pay(sendingMs: number, atMost: number): void {
    const now = performance.now();
    const paid = Math.max(this.#restUntil, now - SAVED_REST_MS) + sendingMs / SENDING_SHARE;
    this.#restUntil = Math.min(now + atMost, paid);
  }

  /** The poll's answer for this board. */
  look(place: Place | null): void {
    if (!this.#place) return;
    if (!place) this.#announceGone();
    else if (place.epoch === this.#place.epoch) this.wake(place.revision);
    else {
      this.#mustStartAgain = true;
      void this.#read();
    }
  }

  /** The log after a revision, for somebody who comes with a cursor. Those who ask at once share one read. */
  replay(after: number): Promise<Step | 'reset' | null> {
    const running = this.#replays.get(after);
    if (running) return running;
    this.#counts.replays += 1;
    const replay = this.#reads.log(this.id, after).finally(() => {
      if (this.#replays.get(after) === replay) this.#replays.delete(after);
    });
    this.#replays.set(after, replay);
    return replay;
  }

  /** Reads until there is nothing newer; hints that come meanwhile make one more round, not one each. */
  async #read(): Promise<void> {
    if (this.#reading || !this.#place) return;
    this.#reading = true;
    try {
      while (this.#listeners.size > 0 && (this.#mustStartAgain || this.#head > this.#place.revision)) {
        if (this.#mustStartAgain) {
          await this.#startAgain();
          continue;
        }
        const rest = this.#restUntil - performance.now();
        if (rest >= MIN_REST_MS) {
          await new Promise((resolve) => setTimeout(resolve, rest).unref());
          continue;
        }
        const place = this.#place;
        await inSpan(this.#tracing, `read the log of a ${this.of.noun}`, () => this.#readAfter(place));
      }
    } catch (error) {
      // The poll wakes us again, and we go on from where we stopped.
      this.#log.warn(
        { err: error, [this.of.noun]: this.id },
        `the log of a ${this.of.noun} could not be read`,
      );
    } finally {
      this.#reading = false;
    }
  }

  async #readAfter(place: Place): Promise<void> {
    const after = place.revision;
    this.#counts.logReads += 1;
    const step = await this.#reads.log(this.id, after);
    if (step === null) {
      this.#head = after;
      this.#announceGone();
    } else if (step === 'reset' || step.epoch !== place.epoch) {
      this.#mustStartAgain = true;
    } else if (step.revision === after) {
      // The hint was wrong. The next true one is later than what we know.
      this.#head = after;
    } else {
      this.#place = { ...place, revision: step.revision };
      // Whoever comes from now on is not told of this, so no read that began before it will do for them.
      this.#replays.clear();
      this.#payAhead();
      this.#each((listener) => listener.changed(step));
    }
  }

  async #startAgain(): Promise<void> {
    // Hints that come while it is asked count.
    this.#head = 0;
    const [place] = await this.#reads.heads([this.id]);
    this.#mustStartAgain = false;
    if (!place) return this.#announceGone();
    const why = this.of.whyAgain(this.place, place);
    this.#place = place;
    this.#head = Math.max(this.#head, place.revision);
    this.#replays.clear();
    this.generation += 1;
    this.#each((listener) => listener.reset(why));
  }

  #announceGone(): void {
    this.#each((listener) => listener.gone());
    this.closeIfIdle();
  }

  #each(tell: (listener: ChannelListener<Step>) => void): void {
    for (const listener of [...this.#listeners]) tell(listener);
  }
}

export const noCounts = (): LiveCounts => ({
  logReads: 0,
  replays: 0,
  replaysShared: 0,
  headReads: 0,
  executions: 0,
  changeExecutions: 0,
  deliveries: 0,
  cuts: 0,
});

/** The logs of one kind that somebody at this replica watches, woken by hints and by a slow poll. */
export class LogChannels<Place extends LogPlace = BoardPlace, Step extends LogStep = LogExcerpt> {
  readonly of: FollowedLog<Place, Step>;
  readonly counts: LiveCounts;
  readonly #channels = new Map<string, { channel: LogChannel<Place, Step>; found: Promise<boolean> }>();
  readonly #reads: LogReads<Place, Step>;
  readonly #bus: HintBus;
  readonly #log: Log;
  readonly #tracing: Tracing | undefined;
  readonly #pollMs: number;
  readonly #stopListening: () => void;
  /** What is opened in one moment is looked up by one query. */
  readonly #places: DataLoader<string, Place | null>;
  #timer: NodeJS.Timeout | undefined;
  #polling = false;
  #stopped = false;

  constructor(options: {
    of: FollowedLog<Place, Step>;
    reads: LogReads<Place, Step>;
    bus: HintBus;
    log: Log;
    tracing?: Tracing | undefined;
    pollMs: number;
    counts?: LiveCounts;
  }) {
    this.of = options.of;
    this.counts = options.counts ?? noCounts();
    this.#reads = options.reads;
    this.#bus = options.bus;
    this.#log = options.log;
    this.#tracing = options.tracing;
    this.#pollMs = options.pollMs;
    this.#places = new DataLoader((ids) => this.#readHeads([...ids]), { cache: false });
    this.#stopListening = options.bus.listen({
      hint: (hint) => {
        const head = this.of.hinted(hint);
        if (head) this.#channels.get(head.id)?.channel.wake(head.revision);
      },
      lost: () => void this.#poll(),
    });
  }

  /** How many are watched. */
  get size(): number {
    return this.#channels.size;
  }

  /**
   * Listens to a log; null when there is no such one. Hints count from the first moment: one that comes while it is
   * looked up is not lost.
   */
  async open(
    id: string,
    listener: ChannelListener<Step>,
  ): Promise<{ channel: LogChannel<Place, Step>; leave(): void } | null> {
    const { channel, found } = this.#channels.get(id) ?? this.#start(id);
    const leave = channel.listen(listener);
    try {
      if (await found) return { channel, leave };
    } catch (error) {
      leave();
      throw error;
    }
    leave();
    return null;
  }

  stop(): void {
    this.#stopped = true;
    this.#stopListening();
    clearTimeout(this.#timer);
  }

  #start(id: string): { channel: LogChannel<Place, Step>; found: Promise<boolean> } {
    const following = this.#bus.follow(id);
    const channel = new LogChannel<Place, Step>(id, {
      of: this.of,
      reads: this.#reads,
      counts: this.counts,
      log: this.#log,
      tracing: this.#tracing,
      closed: () => {
        following.leave();
        if (this.#channels.get(id)?.channel === channel) this.#channels.delete(id);
      },
    });
    const entry = { channel, found: this.#find(channel, following.ready) };
    this.#channels.set(id, entry);
    this.#timer ??= setTimeout(() => void this.#tick(), this.#pollMs);
    return entry;
  }

  async #find(channel: LogChannel<Place, Step>, hears: Promise<void>): Promise<boolean> {
    // What is committed after the look is hinted, and the hint has to arrive.
    await hears;
    const place = await this.#places.load(channel.id);
    if (place) channel.found(place);
    return place !== null;
  }

  async #tick(): Promise<void> {
    await this.#poll();
    this.#timer = undefined;
    if (!this.#stopped && this.#channels.size > 0)
      this.#timer = setTimeout(() => void this.#tick(), this.#pollMs);
  }

  /** One query for all that are watched covers whatever hints were lost. */
  async #poll(): Promise<void> {
    if (this.#polling || this.#channels.size === 0) return;
    this.#polling = true;
    try {
      const watched = [...this.#channels.values()].map(({ channel }) => channel);
      const places = await this.#readHeads(watched.map(({ id }) => id));
      watched.forEach((channel, index) => channel.look(places[index] ?? null));
    } catch (error) {
      if (!this.#stopped) this.#log.warn({ err: error }, `the head of a ${this.of.noun} could not be read`);
    } finally {
      this.#polling = false;
    }
  }

  async #readHeads(ids: string[]): Promise<(Place | null)[]> {
    this.counts.headReads += 1;
    const places = new Map((await this.#reads.heads(ids)).map((place) => [place.id, place]));
    return ids.map((id) => places.get(id) ?? null);
  }
}
