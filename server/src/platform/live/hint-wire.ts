import type { News } from './hint-news.ts';

/** What a replica wants to hear of. What concerns every replica comes always. */
export interface Interest {
  /** The news of every board, whatever is in `boards`. */
  readonly everyBoard: boolean;
  readonly boards: ReadonlySet<string>;
}

/** One connection to what carries news between replicas. It never mends itself: when it has ended, another is opened. */
export interface HintWire {
  /** Resolves when the carrier has it, to how many messages it took. */
  send(news: readonly News[]): Promise<number>;
  /** From now on this is what has to arrive; more may. Resolves when it does. Not called twice at once. */
  follow(interest: Interest): Promise<void>;
  /** Rejects, or does not answer, when nothing would arrive any more. */
  check(): Promise<void>;
  /** Resolves when the connection is gone, for whatever reason. */
  readonly ended: Promise<void>;
  close(): void;
}

/**
 * Connects, or rejects; gives up when `signal` says so. `receive` takes whatever arrives, also what this replica
 * sent itself.
 */
export type OpenWire = (options: {
  replica: string;
  receive(payload: string): void;
  signal: AbortSignal;
}) => Promise<HintWire>;
