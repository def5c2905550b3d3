import { fileURLToPath } from 'node:url';
import type { Stage } from './stage.ts';

/** Where they connect, and the board, or the event, that they watch. */
export interface Watched {
  url: string;
  board: string | null;
  /** Of an event: with it every second one watches as who voted. */
  resultKey?: string;
  /** By server-sent events, where usually by socket. */
  byEvents?: boolean;
  /** Agrees to compression, as every browser does. */
  compresses?: boolean;
}

/** What the process of the subscribers is told to do. */
export type SubscribersOrder =
  /** Connects so many more. Without a board they only take what comes. */
  | ({ open: number; tokens: (string | null)[] } & Watched)
  /** Answers when all, but the first so many, have that revision; of a server without a board: so many messages. */
  | { until: number; stalled: number }
  /** The first so many stop reading. */
  | { stall: number }
  /** All connect again at once, where they stopped. Answers when each has heard a word. */
  | { reconnect: true }
  | { report: true };

export interface SubscribersReport {
  /** Changes that all of them together have got. */
  changes: number;
  /** Changes that began after where the subscriber was. */
  gaps: number;
  open: number;
  /** The last message of one of them, as it came. */
  sample: string;
}

/** Many who watch one board, in a process of their own. Moments are those of `now`. */
export interface Subscribers {
  size: number;
  /** The moment when all but the first `stalled` had that revision. */
  until(revision: number, stalled?: number): Promise<number>;
  stall(count: number): Promise<void>;
  reconnect(): Promise<number>;
  report(): Promise<SubscribersReport>;
  stop(): Promise<void>;
}

/** Starts subscribers and waits until each has heard a word. Sessions are taken in turn; null for nobody. */
export async function startSubscribers(
  stage: Stage,
  who: Watched & { count: number; tokens?: (string | null)[] },
): Promise<Subscribers> {
  const { url, board, resultKey, byEvents, compresses, count, tokens = [null] } = who;
  const child = stage.child(fileURLToPath(new URL('./subscribers-process.ts', import.meta.url)));
  const order = <Answer>(message: SubscribersOrder) => child.ask<Answer>(message);
  const moment = async (message: SubscribersOrder) => (await order<{ at: number }>(message)).at;
  await order({ open: count, url, board, resultKey, byEvents, compresses, tokens });
  return {
    size: count,
    until: (revision, stalled = 0) => moment({ until: revision, stalled }),
    stall: async (stall) => void (await order({ stall })),
    reconnect: () => moment({ reconnect: true }),
    report: () => order({ report: true }),
    stop: child.stop,
  };
}
