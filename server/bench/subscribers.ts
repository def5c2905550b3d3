import { fileURLToPath } from 'node:url';
import type { Stage } from './stage.ts';

/** Where they connect, and the board, or the event, that they watch. */
export interface Watched {
  url: string;
  board: string | null;
  /** Of an event: with it every second one watches as who voted. */
  resultKey?: string;
  /** By server-sent events, where usually by socket; as a browser does it, by GET. */
  byEvents?: boolean | 'GET';
  /** Agrees to compression, as every browser does. */
  compresses?: boolean;
  /** The address of this machine from which they come, and the number of the first: one address has too few ports for many. */
  from?: { address: string; number: number };
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
  const { url, board, resultKey, byEvents, compresses, from, count, tokens = [null] } = who;
  const child = stage.child(fileURLToPath(new URL('./subscribers-process.ts', import.meta.url)));
  const order = <Answer>(message: SubscribersOrder) => child.ask<Answer>(message);
  const moment = async (message: SubscribersOrder) => (await order<{ at: number }>(message)).at;
  await order({ open: count, url, board, resultKey, byEvents, compresses, from, tokens });
  return {
    size: count,
    until: (revision, stalled = 0) => moment({ until: revision, stalled }),
    stall: async (stall) => void (await order({ stall })),
    reconnect: () => moment({ reconnect: true }),
    report: () => order({ report: true }),
    stop: child.stop,
  };
}

/** So many in one process: files are limited for each, and so is what it reads in time. */
const MOST_OF_PROCESS = 10_000;

/** More subscribers than one process and one address hold, at one server or in turn at several, as one. */
export async function startCrowd(
  stage: Stage,
  servers: readonly Watched[],
  count: number,
): Promise<Omit<Subscribers, 'stall'>> {
  const parts: Subscribers[] = [];
  for (const [place, server] of servers.entries()) {
    const share =
      Math.floor((count * (place + 1)) / servers.length) - Math.floor((count * place) / servers.length);
    for (let rest = share; rest > 0; rest -= MOST_OF_PROCESS) {
      const from = { address: `127.0.1.${parts.length + 1}`, number: parts.length * MOST_OF_PROCESS };
      parts.push(await startSubscribers(stage, { ...server, from, count: Math.min(rest, MOST_OF_PROCESS) }));
    }
  }
  const each = <Answer>(ask: (part: Subscribers) => Promise<Answer>) => Promise.all(parts.map(ask));
  return {
    size: count,
    until: async (revision) => Math.max(...(await each((part) => part.until(revision)))),
    reconnect: async () => Math.max(...(await each((part) => part.reconnect()))),
    report: async () => {
      const reports = await each((part) => part.report());
      const sum = (of: (report: SubscribersReport) => number) =>
        reports.reduce((total, report) => total + of(report), 0);
      return {
        ...reports[0]!,
        changes: sum(({ changes }) => changes),
        gaps: sum(({ gaps }) => gaps),
        open: sum(({ open }) => open),
      };
    },
    stop: async () => void (await each((part) => part.stop())),
  };
}
