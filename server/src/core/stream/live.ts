import type { Feature } from '../../platform/feature.ts';
import { type Orm, outsideTransactions } from '../../platform/db/orm.ts';
import type { HintBus } from '../../platform/live/hints.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Tracing } from '../../platform/tracing/tracing.ts';
import { readHeads, readLog } from '../board/read-board.ts';
import { boardLog, type BoardReads } from './board-change.ts';
import { LogChannels, type LiveCounts } from './log-channel.ts';
import { LogHub } from './log-hub.ts';
import { Lines } from './lines.ts';
import { Presence } from './presence.ts';
import { SeveralBoards } from './several-boards.ts';

/** Everything that streams, for one replica. Nouns add their own streams. */
export interface Live {
  lines: Lines;
  boards: LogHub;
  severalBoards: SeveralBoards;
  presence: Presence;
  counts: LiveCounts;
  /** How many boards somebody at this replica watches. */
  readonly watchedBoards: number;
  /** Streams that still run fall silent: close the sockets first. */
  stop(): void;
}

/** All in milliseconds. Nouns add those of their streams, which have values of their own where nobody says another. */
export interface LiveTiming {
  /** Between two queries for the heads of all watched boards. */
  poll: number;
  /** Between two queries for the rights of all who are connected: short enough to be through in a second. */
  rights: number;
  heartbeat: number;
  presenceSettle: number;
  presenceAnnounce: number;
  presenceForget: number;
}

const usualTiming = {
  poll: 1_000,
  rights: 600,
  heartbeat: 10_000,
  presenceSettle: 500,
  presenceAnnounce: 5_000,
  presenceForget: 15_000,
};

/** What a noun's stream is made of. */
export interface StreamParts {
  orm: Orm;
  bus: HintBus;
  log: Log;
  /** The boards that somebody here watches, each read once for all. */
  channels: LogChannels;
  timing: typeof usualTiming & Partial<LiveTiming>;
}

/** Streams by their name in `Live`. */
export type Streams = Partial<Omit<Live, keyof StreamsOfBoards>>;
type StreamsOfBoards = Pick<
  Live,
  'lines' | 'boards' | 'severalBoards' | 'presence' | 'counts' | 'watchedBoards' | 'stop'
>;

declare module '../../platform/feature.ts' {
  interface Feature {
    /** The streams it adds, made once for a replica. They keep no clock until somebody follows. */
    readonly streams?: (parts: StreamParts) => Streams;
  }
}

/** Reads nothing and keeps no clock until somebody connects. */
export function createLive(options: {
  features: readonly Feature[];
  orm: Orm;
  bus: HintBus;
  log: Log;
  timing?: Partial<LiveTiming>;
  reads?: BoardReads;
  /** Called after each change was written to all who watch, with the time since it was committed (ms). */
  onDelivered?: (lagMs: number) => void;
  tracing?: Tracing | undefined;
}): Live {
  const { features, orm, bus, log, reads = readsOf(orm), onDelivered, tracing } = options;
  const timing = { ...usualTiming, ...options.timing };
  const channels = new LogChannels({ of: boardLog, reads, bus, log, tracing, pollMs: timing.poll });
  const lines = new Lines({ em: orm.em, bus, log, checkMs: timing.rights });
  const presence = new Presence({
    channels,
    bus,
    log,
    settleMs: timing.presenceSettle,
    announceMs: timing.presenceAnnounce,
    forgetMs: timing.presenceForget,
  });
  const boards = new LogHub({ channels, presence, log, heartbeatMs: timing.heartbeat, onDelivered });
  const streams = features.map((feature) => feature.streams?.({ orm, bus, log, channels, timing }) ?? {});
  const ofBoards: StreamsOfBoards = {
    lines,
    boards,
    severalBoards: new SeveralBoards(boards),
    presence,
    counts: channels.counts,
    get watchedBoards() {
      return channels.size;
    },
    stop: () => {
      presence.stop();
      for (const stream of streams.flatMap((made) => Object.values(made))) stream.stop();
      boards.stop();
      lines.stop();
      channels.stop();
    },
  };
  return Object.assign(ofBoards, ...streams) as Live;
}

/** The reads of the board's own module. */
export function readsOf(orm: Orm): BoardReads {
  return {
    log: (boardId, after) => readLog(outsideTransactions(orm), boardId, after),
    heads: (boardIds) => readHeads(orm.em.fork(), boardIds),
  };
}
