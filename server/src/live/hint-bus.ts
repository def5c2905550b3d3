import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log.ts';
import type { Hint, Hints } from './hints.ts';

/** Who follows a board at one replica. Travels beside the log, never in it. */
export interface PresenceNews {
  /** The board's row id. */
  presence: string;
  /** Marks of signed-in sessions; the same session at two replicas is one. */
  sessions: string[];
  /** Others: sockets of nobody, and sessions beyond the marks that fit. */
  others: number;
  /** Row ids of the people behind them, as many as fit. */
  people: string[];
}

type News = Hint | PresenceNews;

/** What a replica does with news. Must not throw. */
export interface BusListener {
  hint?(hint: Hint): void;
  /** News of another replica. */
  presence?(news: PresenceNews, replica: string): void;
  /** News of other replicas may have been lost: check everything. */
  lost?(): void;
}

/** Carries hints inside this replica at once, and to the others soon. */
export interface HintBus extends Hints {
  /** To the other replicas only. */
  announce(news: PresenceNews): void;
  /** Returns what ends it. */
  listen(listener: BusListener): () => void;
  /** Resolves when other replicas are heard; for tests and for readiness. */
  connected(): Promise<void>;
  /** Sends what is waiting, then stops. */
  close(): Promise<void>;
}

const CHANNEL = 'strikeboard';
/** PostgreSQL refuses a payload of 8000 bytes or more. */
const MAX_PAYLOAD_BYTES = 7_900;
/** News kept while the database is away; beyond it the poll of the other replicas is relied on. */
const MAX_WAITING = 1_000;

/**
 * Hints over PostgreSQL: one connection per replica listens and notifies. NOTIFY takes a lock on the whole
 * cluster at commit, so news is collected for `collectMs` and sent outside the transactions it is about.
 */
export function createHintBus(options: { databaseUrl: string; log: Log; collectMs?: number }): HintBus {
  return new PostgresHintBus(options.databaseUrl, options.log, options.collectMs ?? 4);
}

class PostgresHintBus implements HintBus {
  readonly #replica = randomUUID();
  readonly #listeners = new Set<BusListener>();
  /** By subject, so that ten changes of a board in one batch are one hint. */
  readonly #waiting = new Map<string, News>();
  readonly #closing = new AbortController();
  readonly #databaseUrl: string;
  readonly #log: Log;
  readonly #collectMs: number;
  readonly #running: Promise<void>;
  #client: pg.Client | undefined;
  #whenConnected = Promise.withResolvers<void>();
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> | undefined;

  constructor(databaseUrl: string, log: Log, collectMs: number) {
    this.#databaseUrl = databaseUrl;
    this.#log = log;
    this.#collectMs = collectMs;
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

  connected(): Promise<void> {
    return this.#whenConnected.promise;
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#flush();
    this.#closing.abort();
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
    const client = this.#client;
    if (!client || this.#waiting.size === 0) return;
    const payloads = inPayloads(this.#replica, [...this.#waiting.values()]);
    this.#waiting.clear();
    try {
      for (const payload of payloads) await client.query('select pg_notify($1, $2)', [CHANNEL, payload]);
    } catch (error) {
      // The others poll; what was not sent only comes later.
      this.#log.warn({ err: error }, 'hints to other replicas were lost');
    }
  }

  async #stayConnected(): Promise<void> {
    for (let failures = 0; !this.#closing.signal.aborted; failures += 1) {
      try {
        await this.#listenOnce(() => (failures = 0));
      } catch (error) {
        if (!this.#closing.signal.aborted) this.#log.warn({ err: error }, 'other replicas are not heard');
      }
      const wait = Math.min(5_000, 100 * 2 ** failures) * (0.5 + Math.random() / 2);
      await delay(wait, undefined, { signal: this.#closing.signal }).catch(() => undefined);
    }
  }

  /** Resolves or rejects when the connection has ended. */
  async #listenOnce(listening: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#databaseUrl,
      application_name: 'strikeboard-hints',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const ended = new Promise<void>((resolve, reject) => {
      client.on('error', reject);
      client.on('end', resolve);
    });
    ended.catch(() => undefined);
    client.on('notification', ({ payload }) => this.#receive(payload ?? ''));
    const giveUp = () => void client.end().catch(() => undefined);
    this.#closing.signal.addEventListener('abort', giveUp, { once: true });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      if (this.#closing.signal.aborted) return;
      this.#client = client;
      this.#whenConnected.resolve();
      listening();
      for (const listener of this.#listeners) listener.lost?.();
      await this.#flush();
      await ended;
    } finally {
      if (this.#client === client) {
        this.#client = undefined;
        this.#whenConnected = Promise.withResolvers<void>();
      }
      this.#closing.signal.removeEventListener('abort', giveUp);
      await client.end().catch(() => undefined);
    }
  }

  #receive(payload: string): void {
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

function subjectOf(news: News): string {
  if ('board' in news) return `b${news.board}`;
  if ('person' in news) return `p${news.person}`;
  if ('notify' in news) return `n${news.notify}`;
  if ('desk' in news) return 'desk';
  return `w${news.presence}`;
}

/** As few payloads as hold all the news, each below the limit. */
function inPayloads(replica: string, list: News[]): string[] {
  const payloads: string[] = [];
  let parts: string[] = [];
  let bytes = 0;
  const seal = () => payloads.push(`{"from":"${replica}","news":[${parts.join(',')}]}`);
  for (const part of list.map((news) => JSON.stringify(news))) {
    if (parts.length > 0 && bytes + part.length > MAX_PAYLOAD_BYTES - 100) {
      seal();
      parts = [];
      bytes = 0;
    }
    parts.push(part);
    bytes += part.length + 1;
  }
  if (parts.length > 0) seal();
  return payloads;
}

/** Whoever may write to the database may notify, so a payload of another shape is left aside. */
function readPayload(payload: string): { from: string; news: News[] } | null {
  try {
    const batch = JSON.parse(payload) as { from?: unknown; news?: unknown };
    if (typeof batch.from !== 'string' || !Array.isArray(batch.news)) return null;
    return { from: batch.from, news: batch.news.filter(isNews) };
  } catch {
    return null;
  }
}

function isNews(value: unknown): value is News {
  if (typeof value !== 'object' || value === null) return false;
  if ('board' in value)
    return typeof value.board === 'string' && 'revision' in value && Number.isInteger(value.revision);
  if ('person' in value) return typeof value.person === 'string';
  if ('notify' in value) return typeof value.notify === 'string';
  if ('desk' in value) return value.desk === true;
  return (
    'presence' in value &&
    typeof value.presence === 'string' &&
    'sessions' in value &&
    Array.isArray(value.sessions) &&
    'others' in value &&
    typeof value.others === 'number' &&
    'people' in value &&
    Array.isArray(value.people)
  );
}
