import type { LiveStatus } from '#web/live/live-status.ts';
import { applyChange, applySnapshot } from './board-state.ts';
import type { BoardMessage, BoardSnapshot, BoardState, Identified } from './board-state.ts';

export interface Cursor {
  readonly epoch: string;
  readonly revision: number;
}

/** Where the board's facts come from. The real one is a WebSocket and a query; tests bring their own. */
export interface BoardSource<C extends Identified, M extends BoardMessage<C>> {
  /** One snapshot query; rejects when it cannot be had. */
  snapshot(): Promise<BoardSnapshot<C>>;
  /** Starts the stream. `cursor` is read each time it is sent, so a reconnect resumes from the state of then. */
  changes(cursor: () => Cursor, sink: { next(message: M): void; ended(refused: boolean): void }): () => void;
  /** Makes sure that the line is alive. */
  check(): void;
}

export interface BoardLiveOptions<C extends Identified, M extends BoardMessage<C>> {
  readonly source: BoardSource<C, M>;
  /** The committed state lives with the store, which also takes own answers into it. */
  readonly state: { get(): BoardState<C>; set(state: BoardState<C>): void };
  /** A message moved the state from `from` on; for announcing and for the marks of what just changed. */
  readonly onApplied: (message: M, from: number) => void;
  readonly onStatus: (status: LiveStatus) => void;
  /** Milliseconds between the server's heartbeats. */
  readonly heartbeat: number;
  readonly now?: () => number;
}

/** A head may be named a moment before its changes arrive; behind for longer than this (ms) is a loss. */
const behindGrace = 2_000;
const watchEvery = 1_000;

/**
 * Keeps a screen at the head of its board: subscribe after the cursor, apply, and when a message does not
 * follow on (gap), the log began anew (reset) or nothing is heard, mend by a snapshot, one at a time.
 */
export class BoardLive<C extends Identified, M extends BoardMessage<C>> {
  readonly #options: BoardLiveOptions<C, M>;
  readonly #now: () => number;
  #stop: (() => void) | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #connected = false;
  #closed = false;
  #mending = false;
  #resetAgain = false;
  /** The latest revision known to exist beyond a gap; a snapshot older than this does not mend it. */
  #missing = 0;
  #missingIn = '';
  #failures = 0;
  /** How often the stream was ended since it last spoke; a refusal that lasts is asked about ever more rarely. */
  #endings = 0;
  #heardAt = 0;
  #watchedAt = 0;
  #behindSince: number | undefined;
  #status: LiveStatus = { is: 'catchingUp' };

  constructor(options: BoardLiveOptions<C, M>) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  get status(): LiveStatus {
    return this.#status;
  }

  start(): void {
    this.#heardAt = this.#watchedAt = this.#now();
    this.#subscribe();
    this.#watch = setInterval(() => this.#look(), watchEvery);
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#watch);
    clearTimeout(this.#retry);
    this.#stop?.();
  }

  /** The line is up; the stream resumes by itself from the cursor. Until it speaks we are catching up. */
  connected(): void {
    this.#connected = true;
    this.#heardAt = this.#now();
    if (!this.#stop) this.#subscribe();
    this.#say({ is: 'catchingUp' });
  }

  lost(): void {
    this.#connected = false;
    if (this.#status.is !== 'offline') this.#say({ is: 'offline', since: new Date(this.#now()) });
  }

  signedOut(): void {
    this.close();
    this.#say({ is: 'signedOut' });
  }

  /** Subscribes anew from where the screen is: what is asked for besides the cursor changed. */
  again(): void {
    if (this.#stop && !this.#closed) this.#subscribe();
  }

  /** After sleep, `online` or a return to the tab: never trust the silence. */
  check(): void {
    this.#options.source.check();
  }

  /** Takes a fresh snapshot, one at a time; a wish that comes meanwhile is done after. */
  async mend(resubscribe: boolean): Promise<void> {
    if (this.#closed) return;
    if (this.#mending) {
      this.#resetAgain ||= resubscribe;
      return;
    }
    this.#mending = true;
    clearTimeout(this.#retry);
    if (resubscribe) this.#unsubscribe();
    if (this.#connected) this.#say({ is: 'catchingUp' });
    let mended = false;
    try {
      const snapshot = await this.#options.source.snapshot();
      this.#failures = 0;
      this.#behindSince = undefined;
      this.#options.state.set(applySnapshot(this.#options.state.get(), snapshot));
      if (resubscribe || !this.#stop) this.#subscribe();
      mended = true;
    } catch {
      this.#failures += 1;
      this.#retry = setTimeout(() => void this.mend(resubscribe), backoff(this.#failures));
    } finally {
      this.#mending = false;
    }
    if (!mended) return;
    const { epoch, revision } = this.#options.state.get();
    if (epoch !== this.#missingIn) this.#missing = 0;
    const reset = this.#resetAgain;
    this.#resetAgain = false;
    if (reset || revision < this.#missing) void this.mend(reset);
    else if (this.#connected) this.#say({ is: 'live' });
  }

  #subscribe(): void {
    this.#unsubscribe();
    const stop = this.#options.source.changes(
      () => {
        const { epoch, revision } = this.#options.state.get();
        return { epoch, revision };
      },
      {
        next: (message) => this.#receive(message),
        ended: () => {
          if (this.#stop !== stop || this.#closed) return;
          this.#stop = undefined;
          // The server ended it (a right changed, or it refused the cursor): look again what we may read.
          this.#retry = setTimeout(() => void this.mend(true), backoff(this.#endings));
          this.#endings += 1;
        },
      },
    );
    this.#stop = stop;
  }

  #unsubscribe(): void {
    const stop = this.#stop;
    this.#stop = undefined;
    stop?.();
  }

  #receive(message: M): void {
    this.#heardAt = this.#now();
    this.#connected = true;
    this.#endings = 0;
    const before = this.#options.state.get();
    const { outcome, state } = applyChange(before, message);
    switch (outcome) {
      case 'applied':
        this.#behindSince = undefined;
        this.#options.state.set(state);
        this.#options.onApplied(message, before.revision);
        this.#sayLive();
        break;
      case 'ignored':
        if (message.revision >= before.revision) this.#behindSince = undefined;
        this.#sayLive();
        break;
      case 'behind':
        this.#behindSince ??= this.#now();
        break;
      case 'gap':
        this.#missing =
          message.epoch === this.#missingIn ? Math.max(this.#missing, message.revision) : message.revision;
        this.#missingIn = message.epoch;
        void this.mend(false);
        break;
      case 'reset':
        void this.mend(true);
        break;
    }
  }

  #look(): void {
    const now = this.#now();
    // A timer that comes late by this much means the machine slept: whatever was sent meanwhile may be lost.
    if (now - this.#watchedAt > watchEvery * 5) this.check();
    this.#watchedAt = now;
    if (this.#connected && now - this.#heardAt > this.#options.heartbeat * 2.5) {
      this.lost();
      this.check();
    }
    if (this.#behindSince !== undefined && now - this.#behindSince > behindGrace) {
      this.#behindSince = undefined;
      void this.mend(false);
    }
  }

  #sayLive(): void {
    if (!this.#mending) this.#say({ is: 'live' });
  }

  #say(status: LiveStatus): void {
    if (status.is === this.#status.is) return;
    this.#status = status;
    this.#options.onStatus(status);
  }
}

/** Milliseconds before try number `times`: doubling from a second to 15 s, up to half of it by chance. */
function backoff(times: number): number {
  return Math.min(15_000, 1_000 * 2 ** times) * (0.5 + Math.random() / 2);
}
