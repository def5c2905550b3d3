/**
 * What replicas tell each other after a commit. A hint carries no data and may be lost, doubled or late:
 * readers go to the log, and a slow poll covers what never arrived.
 */
export type Hint = HintKinds[keyof HintKinds];

/**
 * Every kind of hint by the field that names its subject; nouns add theirs. Whoever hears one looks at its own alone.
 * Hints of what is followed like a board (`core/stream/followed-log.ts`) have a `revision` too, and reach who follows.
 */
export interface HintKinds {
  /** The board's head is at least at this revision. Of boards at other replicas one hears what somebody follows. */
  board: { board: string; revision: number };
}

export interface Hints {
  /** Call after the commit, never inside the transaction. Does not wait for delivery. */
  send(hint: Hint): void;
}

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
