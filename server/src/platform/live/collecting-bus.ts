import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { giveUpAfter } from '../db/give-up-after.ts';
import type { Log } from '../log/log.ts';
import type { HintBus } from './hints.ts';
import type { BusState } from './hints.ts';
import type { Following } from './hints.ts';
import type { BusListener } from './hints.ts';
import type { PresenceNews } from './hints.ts';
import { type News, readPayload, subjectOf } from './hint-news.ts';
import type { HintWire, OpenWire } from './hint-wire.ts';
import type { Hint } from './hints.ts';

/** News kept while the wire is away; beyond it the poll of the other replicas is relied on. */
const MAX_WAITING = 1_000;
/** Between two signs of life of the wire (ms), and how long each may take: a line can die without a word. */
const CHECK_EVERY = 5_000;
const CHECK_LIMIT = 2_500;
/** How long a new wire may take (ms). */
const CONNECT_LIMIT = 5_000;
/** Who begins to watch a board waits this long (ms) at most until its news arrives; the poll covers the rest. */
const FOLLOW_LIMIT = 500;
/** Longest wait (ms) before the wire is tried again. */
const MAX_RETRY = 5_000;

/**
 * A bus over wires that may break: collects news for `collectMs` so that ten changes of a board are one hint,
 * opens a new wire when one ended, without end and with jitter, and tells everybody to check when it did.
 */
export class CollectingBus implements HintBus {
  readonly #replica = randomUUID();
  readonly #listeners = new Set<BusListener>();
  /** By subject, so that ten changes of a board in one batch are one hint. */
  readonly #waiting = new Map<string, News>();
  readonly #closing = new AbortController();
  readonly #kind: BusState['kind'];
  readonly #openWire: OpenWire;
  readonly #log: Log;
  readonly #collectMs: number;
  /** How many follow each board here. */
  readonly #boards = new Map<string, number>();
  #everyBoard = 0;
  /** What is followed is being told to the wire; a wish that comes before it was begun goes along. */
  #telling = Promise.resolve();
  #nextTelling: Promise<void> | undefined;
  #wire: HintWire | undefined;
  #isConnected = false;
  #since = new Date();
  #received = 0;
  #sent = 0;
  #whenConnected = Promise.withResolvers<void>();
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> | undefined;
  readonly #running: Promise<void>;

  constructor(options: { kind: BusState['kind']; openWire: OpenWire; log: Log; collectMs: number }) {
    this.#kind = options.kind;
    this.#openWire = options.openWire;
    this.#log = options.log;
    this.#collectMs = options.collectMs;
    this.#running = this.#stayConnected();
  }

  send(hint: Hint): void {
    for (const listener of this.#listeners) listener.hint?.(hint);
    this.#enqueue(hint);
  }

  announce(news: PresenceNews): void {
    this.#enqueue(news);
  }

  listen(listener: BusListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  follow(boardId: string): Following {
    const count = (this.#boards.get(boardId) ?? 0) + 1;
    this.#boards.set(boardId, count);
    const leave = once(() => {
      const left = (this.#boards.get(boardId) ?? 1) - 1;
      if (left > 0) this.#boards.set(boardId, left);
      else {
        this.#boards.delete(boardId);
        void this.#tellWire();
      }
    });
    return { ready: count === 1 ? this.#told() : this.#toldBefore(), leave };
  }

  followAll(): Following {
    this.#everyBoard += 1;
    const leave = once(() => {
      this.#everyBoard -= 1;
      if (this.#everyBoard === 0) void this.#tellWire();
    });
    return { ready: this.#everyBoard === 1 ? this.#told() : this.#toldBefore(), leave };
  }

  state(): BusState {
    return {
      kind: this.#kind,
      connected: this.#isConnected,
      since: this.#since,
      received: this.#received,
      sent: this.#sent,
    };
  }

  connected(): Promise<void> {
    return this.#whenConnected.promise;
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await withinLimit(this.#flush(), CHECK_LIMIT);
    this.#closing.abort();
    this.#wire?.close();
    await this.#running;
  }

  #enqueue(news: News): void {
    const subject = subjectOf(news);
    const before = this.#waiting.get(subject);
    if (before && 'revision' in before && 'revision' in news && before.revision >= news.revision) return;
    if (!before && this.#waiting.size >= MAX_WAITING) return;
    this.#waiting.set(subject, news);
    this.#timer ??= setTimeout(() => void this.#flush(), this.#collectMs);
  }

  /** One batch after the other: what comes during a batch is in the next. */
  async #flush(): Promise<void> {
    await this.#sending;
    this.#timer = undefined;
    this.#sending = this.#sendWaiting().finally(() => (this.#sending = undefined));
    await this.#sending;
  }

  async #sendWaiting(): Promise<void> {
    const wire = this.#wire;
    if (!wire || this.#waiting.size === 0) return;
    const news = [...this.#waiting.values()];
    this.#waiting.clear();
    try {
      this.#sent += await wire.send(news);
    } catch (error) {
      // The others poll; what was not sent only comes later.
      this.#log.warn({ err: error }, 'hints to other replicas were lost');
    }
  }

  /** When what is followed now has been told to the wire, or after a moment without an answer. */
  #told(): Promise<void> {
    const telling = this.#tellWire();
    return this.#wire ? withinLimit(telling, FOLLOW_LIMIT) : Promise.resolve();
  }

  /** Somebody follows it already, perhaps since this moment. */
  #toldBefore(): Promise<void> {
    return this.#wire ? withinLimit(this.#telling, FOLLOW_LIMIT) : Promise.resolve();
  }

  /** Wishes of one moment go together, and one message after the other. */
  #tellWire(): Promise<void> {
    this.#nextTelling ??= this.#telling.then(async () => {
      this.#nextTelling = undefined;
      const wire = this.#wire;
      try {
        await wire?.follow({ everyBoard: this.#everyBoard > 0, boards: new Set(this.#boards.keys()) });
      } catch (error) {
        // Half of what is followed might not arrive: begin anew.
        if (!this.#closing.signal.aborted) this.#log.warn({ err: error }, 'boards could not be followed');
        wire?.close();
      }
    });
    this.#telling = this.#nextTelling;
    return this.#nextTelling;
  }

  async #stayConnected(): Promise<void> {
    for (let failures = 0; !this.#closing.signal.aborted; failures += 1) {
      try {
        await this.#connectOnce(() => (failures = 0));
      } catch (error) {
        if (!this.#closing.signal.aborted) this.#log.warn({ err: error }, 'other replicas are not heard');
      }
      const wait = Math.min(MAX_RETRY, 100 * 2 ** Math.min(failures, 10)) * (0.5 + Math.random() / 2);
      await delay(wait, undefined, { signal: this.#closing.signal }).catch(() => undefined);
    }
  }

  /** Resolves when the wire has ended. */
  async #connectOnce(stands: () => void): Promise<void> {
    const wire = await this.#open();
    let isOver = false;
    void wire.ended.then(() => (isOver = true));
    try {
      this.#wire = wire;
      await Promise.race([this.#tellWire(), wire.ended]);
      if (isOver || this.#closing.signal.aborted) return;
      this.#setConnected(true);
      stands();
      for (const listener of this.#listeners) listener.lost?.();
      void this.#flush();
      await this.#untilEnded(wire);
      if (!this.#closing.signal.aborted) this.#log.warn('the line to other replicas broke');
    } finally {
      this.#wire = undefined;
      this.#setConnected(false);
      wire.close();
    }
  }

  /** Rejects when it takes too long, or the bus is closed meanwhile. */
  async #open(): Promise<HintWire> {
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(CONNECT_LIMIT)]);
    const opening = this.#openWire({
      replica: this.#replica,
      receive: (payload) => this.#receive(payload),
      signal,
    });
    const givenUp = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    const wire = await Promise.race([opening, givenUp]).catch((error: unknown) => {
      // It may still come to stand when nobody waits for it any more.
      opening.then((late) => late.close()).catch(() => undefined);
      throw error;
    });
    givenUp.catch(() => undefined);
    return wire;
  }

  /** A wire that gives no sign of life is closed. */
  async #untilEnded(wire: HintWire): Promise<void> {
    let checking = false;
    const timer = setInterval(() => {
      if (checking) return;
      checking = true;
      const stop = giveUpAfter(CHECK_LIMIT, () => wire.close());
      wire
        .check()
        .catch(() => wire.close())
        .finally(() => {
          stop();
          checking = false;
        });
    }, CHECK_EVERY);
    await wire.ended.finally(() => clearInterval(timer));
  }

  #setConnected(connected: boolean): void {
    if (connected === this.#isConnected) return;
    this.#isConnected = connected;
    this.#since = new Date();
    if (connected) this.#whenConnected.resolve();
    else this.#whenConnected = Promise.withResolvers<void>();
  }

  #receive(payload: string): void {
    this.#received += 1;
    const batch = readPayload(payload);
    if (!batch || batch.from === this.#replica) return;
    for (const news of batch.news) {
      for (const listener of this.#listeners) {
        if ('presence' in news) listener.presence?.(news, batch.from);
        else listener.hint?.(news);
      }
    }
  }
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}

/** Resolves with `ending`, or after `limitMs`. */
async function withinLimit(ending: Promise<void>, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, limitMs)));
  await Promise.race([ending, limit]).finally(() => clearTimeout(timer));
}
