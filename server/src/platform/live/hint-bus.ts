import type { DatabaseLimits } from '../db/limits.ts';
import type { Log } from '../log/log.ts';
import { CollectingBus } from './collecting-bus.ts';
import type { Hint, Hints } from './hints.ts';
import { notifyWire } from './notify-wire.ts';
import { redisWire } from './redis-wire.ts';

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

/** What a replica does with news. Must not throw. */
export interface BusListener {
  hint?(hint: Hint): void;
  /** News of another replica. */
  presence?(news: PresenceNews, replica: string): void;
  /** News of other replicas may have been lost: check everything. */
  lost?(): void;
}

/** An interest that was announced to the bus. */
export interface Following {
  /**
   * Resolves when news of the others arrives, so that what is read after it misses nothing. Never rejects, and
   * does not wait for a bus that is away.
   */
  ready: Promise<void>;
  leave(): void;
}

/** Whether other replicas are heard. */
export interface BusState {
  kind: 'redis' | 'notify';
  connected: boolean;
  /** Since when it is or is not. */
  since: Date;
  /** Messages that came and went over the wire since the start. */
  received: number;
  sent: number;
}

/** Carries hints inside this replica at once, and to the others soon. */
export interface HintBus extends Hints {
  /** To the other replicas only. */
  announce(news: PresenceNews): void;
  /** Returns what ends it. Of boards at other replicas one hears what somebody here follows. */
  listen(listener: BusListener): () => void;
  /** Somebody at this replica watches the board. Each call counts: a board is followed until all have left. */
  follow(boardId: string): Following;
  /** Somebody at this replica needs to hear of every board. */
  followAll(): Following;
  state(): BusState;
  /** Resolves when other replicas are heard; for tests. */
  connected(): Promise<void>;
  /** Sends what is waiting, then stops. */
  close(): Promise<void>;
}

/** Hints over Redis or Valkey where there is one, else over PostgreSQL's NOTIFY. Begins to connect, and does not wait. */
export function createHintBus(options: {
  databaseUrl: string;
  /** How long PostgreSQL may take. */
  limits?: DatabaseLimits;
  redisUrl?: string | undefined;
  log: Log;
  /** How long news is collected before it is sent (ms). */
  collectMs?: number;
}): HintBus {
  const { databaseUrl, limits, redisUrl, log, collectMs = 4 } = options;
  const kind = redisUrl === undefined ? 'notify' : 'redis';
  const openWire = redisUrl === undefined ? notifyWire(databaseUrl, limits) : redisWire(redisUrl);
  return new CollectingBus({ kind, openWire, log, collectMs });
}
