import type { LiveCounts } from '../src/core/stream/log-channel.ts';
import type { Hint } from '../src/platform/live/hints.ts';
import type { Services } from '../src/platform/services.ts';

/** What a server that is measured needs to begin. */
export interface Setting {
  databaseUrl: string;
  /** Cards of the board that is watched. */
  cards: number;
  /** The board that another server made in that database, to watch the same; undefined makes one. */
  joins?: string | undefined;
  /** A real message, for the servers that only repeat it. */
  message: string;
  /** More settings of ours. */
  environment?: Record<string, string>;
}

/** A server that tells all who watch of each event. */
export interface FanOutServer {
  url: string;
  /** The board, or the event, as outsiders name it; null where messages come unasked. */
  board: string | null;
  /** What who voted shows to hear how the poll of the event stands. */
  resultKey?: string;
  /** One event: when it was committed (see `now`), and the revision after it. */
  event(): Promise<{ at: number; revision: number }>;
  /** So many events a second, without waiting for anybody. Resolves when all are done. */
  rate(perSecond: number, seconds: number): Promise<Rated>;
  /** Breaks every line. Returns how many there were. */
  cutAll(): number;
  counts(): Partial<LiveCounts>;
  /** What it is made of, where that differs from machine to machine. */
  by?: string;
  /** What it spent, where it is a process of its own. */
  spent?(): Promise<Pick<FanOutReport, 'cpu' | 'heapUsed' | 'rss'>>;
}

export interface Rated {
  revision: number;
  wallMs: number;
  /** When the last was done (see `now`). */
  at: number;
  /** So many were not done: the server, or its machine, was too slow. */
  failed: number;
}

export type ServerName = 'strikeboard' | 'room' | 'floor' | 'nodeFloor' | 'raw' | 'stock';

export type Order =
  | { open: ServerName; setting: Setting }
  | { event: true }
  | { rate: number; seconds: number }
  | { cutAll: true }
  | { report: 'time' | 'memory' };

/** What the server's process spent so far. */
export interface FanOutReport extends Partial<LiveCounts> {
  /** Processor time (ms). */
  cpu: number;
  /** After a collection, when it was asked for. Bytes. */
  heapUsed: number;
  rss: number;
}

/** Milliseconds of a clock that all processes of a machine share. */
export const now = () => Number(process.hrtime.bigint() / 1_000n) / 1_000;

/** Begins an event each so often, whether or not those before have ended. Resolves to the highest revision. */
export async function atRate(
  perSecond: number,
  seconds: number,
  begin: () => Promise<number>,
): Promise<Rated> {
  const events = perSecond * seconds;
  const startedAt = now();
  const running: Promise<number>[] = [];
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(events, Math.floor(((now() - startedAt) * perSecond) / 1_000));
      while (running.length < due) running.push(begin());
      if (running.length < events) return;
      clearInterval(timer);
      resolve();
    }, 5);
  });
  const ended = await Promise.allSettled(running);
  const at = now();
  const done = ended.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  return { revision: Math.max(...done), wallMs: at - startedAt, at, failed: events - done.length };
}

/** Notes when something was last committed: its hint is the first thing after it. */
export function commitsOf({ hints }: Services, isOurs: (hint: Hint) => boolean): () => number {
  let committedAt = 0;
  const send = hints.send.bind(hints);
  hints.send = (hint: Hint) => {
    if (isOurs(hint)) committedAt = now();
    send(hint);
  };
  return () => committedAt;
}
