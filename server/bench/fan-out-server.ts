import type { LiveCounts } from '../src/core/stream/board-channel.ts';

/** What a server that is measured needs to begin. */
export interface Setting {
  databaseUrl: string;
  /** Cards of the board that is watched. */
  cards: number;
  /** A real message, for the servers that only repeat it. */
  message: string;
  /** More settings of ours. */
  environment?: Record<string, string>;
}

/** A server that tells all who watch of each event. */
export interface FanOutServer {
  url: string;
  /** The board as outsiders name it; null where messages come unasked. */
  board: string | null;
  /** One event: when it was committed (see `now`), and the revision after it. */
  event(): Promise<{ at: number; revision: number }>;
  /** So many events a second, without waiting for anybody. Resolves when all are done. */
  rate(perSecond: number, seconds: number): Promise<{ revision: number; wallMs: number }>;
  /** Breaks every line. Returns how many there were. */
  cutAll(): number;
  counts(): Partial<LiveCounts>;
}

export type ServerName = 'strikeboard' | 'raw' | 'stock';

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
): Promise<{ revision: number; wallMs: number }> {
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
  const revision = Math.max(...(await Promise.all(running)));
  return { revision, wallMs: now() - startedAt };
}
