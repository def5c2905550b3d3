import { readHeads, readLog } from '../core/board/read-board.ts';
import { readOpenWork } from '../core/open-work/read-open-work.ts';
import type { Orm } from '../platform/db/orm.ts';
import type { Log } from '../platform/log/log.ts';
import { BoardChannels, type BoardReads, type LiveCounts } from '../core/stream/board-channel.ts';
import type { Tracing } from '../platform/tracing/tracing.ts';
import { BoardHub } from '../core/stream/board-hub.ts';
import { DeskChanges } from '../features/desk/desk-changes.ts';
import type { HintBus } from '../platform/live/hint-bus.ts';
import { Lines } from '../core/stream/lines.ts';
import { Notices } from '../features/notification/notices.ts';
import { OpenCards } from '../core/open-work/open-cards.ts';
import { Presence } from '../core/stream/presence.ts';
import { Walls } from '../features/wall/walls.ts';

/** Everything that streams, for one replica. */
export interface Live {
  lines: Lines;
  boards: BoardHub;
  presence: Presence;
  openCards: OpenCards;
  desk: DeskChanges;
  notices: Notices;
  walls: Walls;
  counts: LiveCounts;
  /** How many boards somebody at this replica watches. */
  readonly watchedBoards: number;
  /** Streams that still run fall silent: close the sockets first. */
  stop(): void;
}

/** All in milliseconds. */
export interface LiveTiming {
  /** Between two queries for the heads of all watched boards, and for what changed of open cards. */
  poll: number;
  /** Between two queries for the rights of all who are connected: short enough to be through in a second. */
  rights: number;
  heartbeat: number;
  presenceSettle: number;
  presenceAnnounce: number;
  presenceForget: number;
  /** How long open cards are kept up after the last who followed them has left. */
  openCardsLinger: number;
  /** The least between two messages of the desk. */
  deskPause: number;
  /** Cards grow quiet by time alone: all lists of the desk are stale after it. */
  deskRenewal: number;
  /** Notices are told by a hint; this finds those whose hint was lost. */
  lookForNotices: number;
  /** The least between two messages of a wall. */
  wallPause: number;
}

const usualTiming: LiveTiming = {
  poll: 1_000,
  rights: 600,
  heartbeat: 10_000,
  presenceSettle: 500,
  presenceAnnounce: 5_000,
  presenceForget: 15_000,
  openCardsLinger: 15_000,
  deskPause: 1_000,
  deskRenewal: 60_000,
  lookForNotices: 15_000,
  wallPause: 500,
};

/** Reads nothing and keeps no clock until somebody connects. */
export function createLive(options: {
  orm: Orm;
  bus: HintBus;
  log: Log;
  timing?: Partial<LiveTiming>;
  reads?: BoardReads;
  /** Called after each change was written to all who watch, with the time since it was committed (ms). */
  onDelivered?: (lagMs: number) => void;
  tracing?: Tracing | undefined;
}): Live {
  const { orm, bus, log, reads = readsOf(orm), onDelivered, tracing } = options;
  const timing = { ...usualTiming, ...options.timing };
  const channels = new BoardChannels({ reads, bus, log, tracing, pollMs: timing.poll });
  const lines = new Lines({ em: orm.em, bus, log, checkMs: timing.rights });
  const presence = new Presence({
    channels,
    bus,
    log,
    settleMs: timing.presenceSettle,
    announceMs: timing.presenceAnnounce,
    forgetMs: timing.presenceForget,
  });
  const boards = new BoardHub({ channels, presence, log, heartbeatMs: timing.heartbeat, onDelivered });
  const openCards = new OpenCards({
    read: (known) => readOpenWork(orm.em, known),
    bus,
    counts: channels.counts,
    log,
    pollMs: timing.poll,
    heartbeatMs: timing.heartbeat,
    lingerMs: timing.openCardsLinger,
  });
  const desk = new DeskChanges({
    bus,
    log,
    counts: channels.counts,
    pauseMs: timing.deskPause,
    renewMs: timing.deskRenewal,
  });
  const notices = new Notices({ em: orm.em, bus, log, lookMs: timing.lookForNotices });
  const walls = new Walls({
    em: orm.em,
    channels,
    bus,
    log,
    checkMs: timing.rights,
    beatMs: timing.heartbeat,
    pauseMs: timing.wallPause,
  });
  return {
    lines,
    boards,
    presence,
    openCards,
    desk,
    notices,
    walls,
    counts: channels.counts,
    get watchedBoards() {
      return channels.size;
    },
    stop: () => {
      presence.stop();
      desk.stop();
      openCards.stop();
      notices.stop();
      walls.stop();
      boards.stop();
      lines.stop();
      channels.stop();
    },
  };
}

/** The reads of the board's own module. */
export function readsOf(orm: Orm): BoardReads {
  return {
    log: (boardId, after) => readLog(orm.em, boardId, after),
    heads: (boardIds) => readHeads(orm.em.fork(), boardIds),
  };
}
