import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BoardLive } from './board-live.ts';
import type { LiveStatus } from '#web/live/live-status.ts';
import type { BoardSource, Cursor } from './board-live.ts';
import type { BoardMessage, BoardSnapshot, BoardState } from './board-state.ts';
import { OperationIds, retryDelay } from '#web/live/live-socket.ts';

interface Toy {
  readonly id: string;
  readonly at: number;
}
type Message = BoardMessage<Toy>;

/** A server of one card that is written at every revision. */
class ToyServer implements BoardSource<Toy, Message> {
  epoch = 'e1';
  revision = 0;
  snapshots = 0;
  checks = 0;
  refuseSnapshots = false;
  /** Snapshots wait here when set, as on a slow line. */
  slow: Promise<void> | undefined;
  cursors: Cursor[] = [];
  sink: { next(message: Message): void; ended(refused: boolean): void } | undefined;

  async snapshot(): Promise<BoardSnapshot<Toy>> {
    this.snapshots += 1;
    const revision = this.revision;
    await this.slow;
    if (this.refuseSnapshots) throw new Error('no line');
    return { epoch: this.epoch, revision, cards: [{ id: 'a', at: revision }] };
  }

  changes(cursor: () => Cursor, sink: ToyServer['sink']): () => void {
    this.cursors.push(cursor());
    this.sink = sink;
    return () => {
      if (this.sink === sink) this.sink = undefined;
    };
  }

  check(): void {
    this.checks += 1;
  }

  write(times = 1): Message {
    const from = this.revision;
    this.revision += times;
    return this.message({ previousRevision: from, cards: [{ id: 'a', at: this.revision }] });
  }

  message(part: Partial<Message>): Message {
    return {
      kind: 'CHANGES',
      epoch: this.epoch,
      previousRevision: this.revision,
      revision: this.revision,
      cards: [],
      removedCardIds: [],
      ...part,
    };
  }
}

let server: ToyServer;
let state: BoardState<Toy>;
let said: string[];
let live: BoardLive<Toy, Message>;

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  server = new ToyServer();
  state = { epoch: 'e1', revision: 0, cards: new Map() };
  said = [];
  live = new BoardLive({
    source: server,
    state: { get: () => state, set: (next) => (state = next) },
    onApplied: () => {},
    onStatus: (status: LiveStatus) => said.push(status.is),
    heartbeat: 10_000,
  });
  live.start();
  live.connected();
});

afterEach(() => {
  live.close();
  vi.useRealTimers();
});

describe('following a board', () => {
  it('subscribes after its cursor and is live when the stream speaks', () => {
    server.sink?.next(server.write());
    expect(server.cursors).toEqual([{ epoch: 'e1', revision: 0 }]);
    expect(state.cards.get('a')).toEqual({ id: 'a', at: 1 });
    expect(said).toEqual(['live']);
  });

  it('mends a gap with one snapshot, though more arrives while it is under way', async () => {
    server.write();
    let arrive = () => {};
    server.slow = new Promise((resolve) => (arrive = resolve));
    server.revision = 4;
    server.sink?.next(server.message({ previousRevision: 3 }));
    server.sink?.next(server.message({ previousRevision: 3 }));
    arrive();
    await settle();
    expect(server.snapshots).toBe(1);
    expect(state.revision).toBe(4);
    expect(said.at(-1)).toBe('live');
  });

  it('takes another snapshot when the first was older than what is missing', async () => {
    server.revision = 2;
    let arrive = () => {};
    server.slow = new Promise((resolve) => (arrive = resolve));
    server.sink?.next(server.message({ previousRevision: 1 }));
    server.revision = 5;
    server.sink?.next(server.message({ previousRevision: 4 }));
    arrive();
    await settle();
    expect(server.snapshots).toBe(2);
    expect(state.revision).toBe(5);
  });

  it('starts again after RESET: snapshot first, then a stream from it', async () => {
    server.epoch = 'e2';
    server.revision = 1;
    server.sink?.next(server.message({ kind: 'RESET' }));
    await settle();
    expect(state.epoch).toBe('e2');
    expect(server.cursors.at(-1)).toEqual({ epoch: 'e2', revision: 1 });
  });

  it('notices a silent loss by the head in the heartbeat', async () => {
    server.write(3);
    server.sink?.next(server.message({ kind: 'HEARTBEAT' }));
    await vi.advanceTimersByTimeAsync(4_000);
    expect(state.revision).toBe(3);
  });

  it('does not mend when the changes follow the heartbeat that named them', async () => {
    const late = server.write();
    server.sink?.next(server.message({ kind: 'HEARTBEAT' }));
    server.sink?.next(late);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(server.snapshots).toBe(0);
  });

  it('says offline after two and a half silent heartbeats, and live when the line speaks again', async () => {
    server.sink?.next(server.write());
    await vi.advanceTimersByTimeAsync(26_000);
    expect(said).toEqual(['live', 'offline']);
    expect(server.checks).toBeGreaterThan(0);
    live.connected();
    server.sink?.next(server.write());
    expect(said).toEqual(['live', 'offline', 'catchingUp', 'live']);
  });

  it('keeps trying for a snapshot until the line is back', async () => {
    server.refuseSnapshots = true;
    server.sink?.next(server.message({ previousRevision: 8, revision: 9 }));
    await vi.advanceTimersByTimeAsync(3_000);
    server.refuseSnapshots = false;
    server.revision = 9;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(state.revision).toBe(9);
  });

  it('asks anew what it may read when the server ends the stream', async () => {
    server.revision = 2;
    server.sink?.ended(true);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(state.revision).toBe(2);
    expect(server.cursors).toHaveLength(2);
  });
});

describe('the line', () => {
  it('gives every viewer of a board the same id, whatever the cursor, and never the same twice running', () => {
    const ids = [new OperationIds(), new OperationIds()];
    const [a, b] = ids.map((id, index) => id.next('BoardChanges', { boardId: 'b1', after: index }));
    expect(a).toBe(b);
    expect(ids[0]?.next('BoardChanges', { boardId: 'b1' })).not.toBe(a);
  });

  /** When a client tries again (ms after the line was lost), with the same luck each time. */
  const triesOf = (delayOf: typeof retryDelay, chance: number) => {
    const tries: number[] = [];
    for (let retries = 0; retries < 50; retries += 1) {
      tries.push((tries.at(-1) ?? 0) + delayOf(retries, chance));
    }
    return tries;
  };
  /** The longest anybody is away (ms) when the server is for six seconds or less. */
  const longestAbsence = (delayOf: typeof retryDelay) => {
    const absences = Array.from({ length: 25 }, (_each, index) => index * 250);
    return Math.max(
      ...[0.5, 0.7, 0.9, 1].flatMap((chance) => {
        const tries = triesOf(delayOf, chance);
        return absences.map((away) => tries.find((at) => at >= away) ?? Infinity);
      }),
    );
  };

  it('comes back within ten seconds when the server restarts, and everybody at another moment', () => {
    expect(longestAbsence(retryDelay)).toBeLessThanOrEqual(10_000);
    expect([0, 0.25, 0.5, 1].map((chance) => retryDelay(0, chance))).toEqual([0, 250, 500, 1_000]);
    expect(retryDelay(60, 1)).toBe(15_000);
  });

  it('mutant: doubling up to 15 s at once comes too late', () => {
    const doubling = (retries: number, chance = 1) => chance * Math.min(15_000, 1_500 * 2 ** retries);
    expect(longestAbsence(doubling)).toBeGreaterThan(10_000);
  });
});
