import { createHash } from 'node:crypto';
import type { Sensitivity } from '../access/sensitivity.ts';
import type { LogExcerpt } from '../board/read-board.ts';
import type { BoardPlace } from './board-change.ts';
import type { LogPlace, LogStep } from './followed-log.ts';
import type { Log } from '../../platform/log/log.ts';
import { readerAt } from '../access/viewer.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import type { LogChannels } from './log-channel.ts';
import type { HintBus } from '../../platform/live/hints.ts';
import type { PresenceNews } from '../../platform/live/hints.ts';
import type { Line } from './lines.ts';
import { takeSeat } from './seat.ts';
import type { Subscriber } from './subscriber.ts';

/** A message of `boardPresence` before it is rendered. */
export interface PresenceMessage {
  /** Sessions, and sockets of nobody, that follow the board at all replicas. */
  count: number;
  /** Row ids of the signed-in people among them; empty for readers outside the team. */
  people: string[];
}

/** What one replica tells of one board, small enough for one NOTIFY. */
const MAX_MARKS = 200;
const MAX_PEOPLE = 50;

interface Watcher extends Pick<Subscriber, 'audience' | 'outbox'> {
  level: Sensitivity;
  organizationId: string;
}

interface PresentBoard {
  /** Lines that follow the board here. */
  readonly lines: Map<Line, number>;
  /** What the other replicas said, and when (ms, our clock). */
  readonly elsewhere: Map<string, { news: PresenceNews; at: number }>;
  readonly watchers: Set<Watcher>;
  settling: NodeJS.Timeout | undefined;
  /** What was last told to watchers, so that nothing is told twice. */
  told: string;
}

/**
 * How many are at a board, over all replicas. It rides beside the log and is never in it: it may be a little
 * late, and a replica that falls silent is forgotten after `forgetMs`.
 */
export class Presence<Place extends LogPlace = BoardPlace, Step extends LogStep = LogExcerpt> {
  readonly #boards = new Map<string, PresentBoard>();
  readonly #channels: LogChannels<Place, Step>;
  readonly #bus: HintBus;
  readonly #log: Log;
  readonly #settleMs: number;
  readonly #announceMs: number;
  readonly #forgetMs: number;
  readonly #stopListening: () => void;
  /** Boards whose own followers changed since the other replicas were told. */
  readonly #dirty = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: {
    channels: LogChannels<Place, Step>;
    bus: HintBus;
    log: Log;
    /** Comings and goings within this time are told at once. */
    settleMs: number;
    announceMs: number;
    forgetMs: number;
  }) {
    this.#channels = options.channels;
    this.#bus = options.bus;
    this.#log = options.log;
    this.#settleMs = options.settleMs;
    this.#announceMs = options.announceMs;
    this.#forgetMs = options.forgetMs;
    this.#stopListening = options.bus.listen({ presence: (news, replica) => this.#hear(news, replica) });
  }

  /** Somebody follows the board. Returns what ends it. */
  enter(boardId: string, line: Line): () => void {
    const board = this.#board(boardId);
    board.lines.set(line, (board.lines.get(line) ?? 0) + 1);
    this.#settle(boardId, board);
    const stopMoving = line.onMoved(() => this.#settle(boardId, board));
    const stopCounting = line.onCounted?.(() => this.#settle(boardId, board));
    return () => {
      stopMoving();
      stopCounting?.();
      const left = (board.lines.get(line) ?? 1) - 1;
      if (left > 0) board.lines.set(line, left);
      else board.lines.delete(line);
      this.#settle(boardId, board);
    };
  }

  /** Who is at a board, now and after each change. Refuses a board that cannot be read. */
  async watch({ line, audience, outbox }: Subscriber, boardId: string): Promise<void> {
    const seat = await takeSeat(this.#channels, line, boardId);
    const board = this.#board(boardId);
    const { organizationId } = seat.channel.place;
    const watcher: Watcher = { level: seat.level, organizationId, audience, outbox };
    board.watchers.add(watcher);
    outbox.onEnd(() => {
      seat.leave();
      board.watchers.delete(watcher);
      this.#forgetIfEmpty(boardId, board);
    });
    void this.#tell([watcher], this.#countUp(board));
    seat.listen({
      moved: (level) => {
        watcher.level = level;
        void this.#tell([watcher], this.#countUp(board));
      },
      refused: () => outbox.fail(notFound(this.#channels.of.noun)),
    });
  }

  /** Tells the other replicas that nobody is here any more. */
  stop(): void {
    this.#stopped = true;
    this.#stopListening();
    clearTimeout(this.#timer);
    for (const [boardId, board] of this.#boards) {
      clearTimeout(board.settling);
      this.#bus.announce({ presence: boardId, sessions: [], others: 0, people: [] });
    }
    this.#boards.clear();
  }

  #board(boardId: string): PresentBoard {
    const known = this.#boards.get(boardId);
    if (known) return known;
    const board: PresentBoard = {
      lines: new Map(),
      elsewhere: new Map(),
      watchers: new Set(),
      settling: undefined,
      told: '',
    };
    this.#boards.set(boardId, board);
    this.#timer ??= setTimeout(() => this.#announceAll(), this.#announceMs);
    return board;
  }

  #forgetIfEmpty(boardId: string, board: PresentBoard): void {
    if (board.lines.size + board.watchers.size > 0 || board.settling) return;
    if (this.#boards.get(boardId) === board) this.#boards.delete(boardId);
  }

  /** Waits until people have stopped coming and going for a moment, then tells here and elsewhere. */
  #settle(boardId: string, board: PresentBoard, alsoElsewhere = true): void {
    if (this.#stopped) return;
    if (alsoElsewhere) this.#dirty.add(boardId);
    board.settling ??= setTimeout(() => {
      board.settling = undefined;
      if (this.#dirty.delete(boardId)) this.#bus.announce(newsOf(boardId, board));
      this.#tellAll(board);
      this.#forgetIfEmpty(boardId, board);
    }, this.#settleMs);
  }

  #hear(news: PresenceNews, replica: string): void {
    const board = this.#boards.get(news.presence);
    if (!board) return;
    // A replica not heard before has not heard us either.
    const isNew = !board.elsewhere.has(replica);
    if (news.sessions.length + news.others === 0) board.elsewhere.delete(replica);
    else board.elsewhere.set(replica, { news, at: Date.now() });
    this.#settle(news.presence, board, isNew && board.lines.size > 0);
  }

  /** A sign of life to the others, and the end of those who gave none. */
  #announceAll(): void {
    this.#timer = undefined;
    const silentSince = Date.now() - this.#forgetMs;
    for (const [boardId, board] of this.#boards) {
      for (const [replica, { at }] of board.elsewhere) if (at < silentSince) board.elsewhere.delete(replica);
      if (board.lines.size > 0) this.#bus.announce(newsOf(boardId, board));
      this.#tellAll(board);
    }
    if (this.#boards.size > 0) this.#timer = setTimeout(() => this.#announceAll(), this.#announceMs);
  }

  #tellAll(board: PresentBoard): void {
    const message = this.#countUp(board);
    const text = JSON.stringify(message);
    if (text === board.told) return;
    board.told = text;
    void this.#tell([...board.watchers], message);
  }

  #countUp(board: PresentBoard): PresenceMessage {
    const all = [newsOf('', board), ...[...board.elsewhere.values()].map(({ news }) => news)];
    const marks = new Set(all.flatMap(({ sessions }) => sessions));
    const others = all.reduce((sum, news) => sum + news.others, 0);
    return { count: marks.size + others, people: [...new Set(all.flatMap(({ people }) => people))].sort() };
  }

  /** One execution for all who ask the same and may see the same. */
  async #tell(watchers: Watcher[], message: PresenceMessage): Promise<void> {
    const cohorts = Map.groupBy(watchers, ({ level, audience }) => `${level === 'TEAM'} ${audience.key}`);
    for (const cohort of cohorts.values()) {
      const [first] = cohort;
      if (!first) continue;
      const { level, organizationId, audience } = first;
      const seen = level === 'TEAM' ? message : { ...message, people: [] };
      try {
        const rendered = await audience.render(seen, readerAt(level, organizationId));
        // Who moved meanwhile is told in the cohort they are in now.
        for (const watcher of cohort)
          if (watcher.level === level || level !== 'TEAM') watcher.outbox.put(rendered);
      } catch (error) {
        this.#log.warn({ err: error }, 'who is here could not be told');
      }
    }
  }
}

function newsOf(boardId: string, { lines }: PresentBoard): PresenceNews {
  const viewers = [...lines.keys()].map(({ viewer }) => viewer);
  const sessions = [...new Set(viewers.flatMap((viewer) => viewer?.sessionId ?? []))];
  const nobody = [...lines.keys()].reduce((sum, { viewer, heads = 1 }) => sum + (viewer ? 0 : heads), 0);
  return {
    presence: boardId,
    sessions: sessions.slice(0, MAX_MARKS).map(markOf),
    others: nobody + Math.max(0, sessions.length - MAX_MARKS),
    people: [...new Set(viewers.flatMap((viewer) => viewer?.personId ?? []))].slice(0, MAX_PEOPLE),
  };
}

/** Short, and useless for anything but comparing. */
function markOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('base64url').slice(0, 11);
}
