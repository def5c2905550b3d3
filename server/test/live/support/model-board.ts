import type { Scheduler } from 'fast-check';
import { pino } from 'pino';
import type { LogExcerpt } from '../../../src/core/board/read-board.ts';
import { boardLog, type BoardReads } from '../../../src/core/stream/board-change.ts';
import { LogChannels } from '../../../src/core/stream/log-channel.ts';
import type { HintBus } from '../../../src/platform/live/hints.ts';
import type { BusListener } from '../../../src/platform/live/hints.ts';
import type { Line } from '../../../src/core/stream/lines.ts';

export const EPOCH = 'epoch';
export const BOARD = 'board';

/**
 * A board in memory whose every read, hint and execution takes as long as the scheduler pleases. The real
 * channel reads it, so that what is tried is the order of things and nothing else.
 */
export class ModelBoard {
  head = 0;
  readonly channels: LogChannels;
  readonly bus: HintBus;
  readonly log = pino({ level: 'silent' });
  readonly #listeners = new Set<BusListener>();
  readonly #scheduler: Pick<Scheduler, 'schedule'>;

  constructor(scheduler: Pick<Scheduler, 'schedule'>) {
    this.#scheduler = scheduler;
    this.bus = {
      send: (hint) => {
        for (const { hint: hear } of this.#listeners) hear?.(hint);
      },
      announce: () => undefined,
      listen: (listener) => {
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
      },
      follow: () => ({ ready: Promise.resolve(), leave: () => undefined }),
      followAll: () => ({ ready: Promise.resolve(), leave: () => undefined }),
      state: () => ({ kind: 'notify', connected: true, since: new Date(0), received: 0, sent: 0 }),
      connected: async () => undefined,
      close: async () => undefined,
    };
    const reads: BoardReads = {
      log: async (_boardId, after) => {
        await this.pause('the log is asked for');
        const excerpt = this.#excerpt(after);
        await this.pause('the log is on its way');
        return excerpt;
      },
      heads: async () => {
        await this.pause('the head is asked for');
        return [
          {
            id: BOARD,
            epoch: EPOCH,
            revision: this.head,
            organizationId: 'local',
            campaignId: 'campaign',
            campaignSensitivity: 'PUBLIC',
          },
        ];
      },
    };
    this.channels = new LogChannels({ of: boardLog, reads, bus: this.bus, log: this.log, pollMs: 1_000_000 });
  }

  /** As long as the scheduler pleases. */
  pause(label: string): Promise<void> {
    return this.#scheduler.schedule(Promise.resolve(), label);
  }

  /** Commits one change. Its hint is on its way, and perhaps never arrives. */
  async write(hintArrives: boolean): Promise<{ hint: Promise<void> }> {
    await this.pause('somebody writes');
    this.head += 1;
    return { hint: this.#hint(this.head, hintArrives) };
  }

  async #hint(revision: number, arrives: boolean): Promise<void> {
    await this.pause('the hint travels');
    if (arrives) this.bus.send({ board: BOARD, revision });
  }

  #excerpt(after: number): LogExcerpt {
    return {
      boardId: BOARD,
      organizationId: 'local',
      campaignId: 'campaign',
      campaignSensitivity: 'PUBLIC',
      epoch: EPOCH,
      revision: this.head,
      after,
      events: Array.from({ length: this.head - after }, (_each, index) => ({
        revision: after + index + 1,
        kind: 'CARD_MOVED' as const,
        at: new Date(0),
        actorId: null,
        tokenId: null,
        cards: [],
        fields: [],
        seenBefore: null,
        seenBeforeEach: null,
      })),
      cards: [],
      people: [],
    };
  }
}

/** A connection of nobody that never moves. */
export const nobodysLine: Line = {
  viewer: null,
  onMoved: () => () => undefined,
  close: () => undefined,
};
