import 'reflect-metadata';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { epochAt } from '../../src/core/board/read-board.ts';
import type { Audience } from '../../src/core/stream/audience.ts';
import type { BoardChange } from '../../src/core/stream/board-change.ts';
import type { LogChannel } from '../../src/core/stream/log-channel.ts';
import { Follower, type Delivery } from '../../src/core/stream/follower.ts';
import { LogHub } from '../../src/core/stream/log-hub.ts';
import { Cohort } from '../../src/core/stream/cohort.ts';
import { until } from '../support/until.ts';
import { collect, noCounts, shared } from './support/collector.ts';
import { BOARD, EPOCH, ModelBoard, nobodysLine } from './support/model-board.ts';

/** A sending that happens to take long lets the board rest by a clock that the scheduler knows nothing of. */
beforeAll(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterAll(() => void vi.useRealTimers());

/** A way to follow a board: puts messages into `received`, from a cursor on. */
type Follow = (board: ModelBoard, after: number, received: BoardChange[]) => Promise<void>;

function audienceOf(board: ModelBoard): Audience {
  return {
    key: 'all',
    render: async (message) => {
      await board.pause('a batch is executed');
      return shared(message);
    },
  };
}

/** The real one. */
const followByHub: Follow = async (board, after, received) => {
  const hub = new LogHub({
    channels: board.channels,
    presence: { enter: () => () => undefined },
    log: board.log,
    heartbeatMs: 1_000_000,
  });
  const cursor = { epoch: epochAt(EPOCH, 'PUBLIC'), revision: after };
  const { outbox } = collect(received);
  outbox.onEnd(() => hub.stop());
  const subscriber = { line: nobodysLine, audience: audienceOf(board), outbox };
  await hub.follow(subscriber, { id: BOARD, after: cursor });
};

/** What the two wrong ones below share: the real channel and the real cohort. */
async function openCohort(board: ModelBoard): Promise<{ channel: LogChannel; cohort: Cohort }> {
  let cohort: Cohort | undefined;
  const opened = await board.channels.open(BOARD, {
    changed: (excerpt) => cohort?.changed(excerpt),
    reset: () => undefined,
    gone: () => undefined,
  });
  if (!opened) throw new Error('The board of the model is always there.');
  cohort = new Cohort(opened.channel, { level: 'PUBLIC', strangerTo: new Set() }, audienceOf(board), {
    counts: noCounts(),
    log: board.log,
  });
  return { channel: opened.channel, cohort };
}

const changeIn = ({ message }: Delivery) => message.result as unknown as BoardChange;

/** Wrong: replays what came after the snapshot, and only then registers for live. */
const subscribeAfterReplay: Follow = async (board, after, received) => {
  const { cohort } = await openCohort(board);
  const replay = await cohort.catchUp(after);
  if (replay === 'reset') throw new Error('The log of the model is never too short.');
  received.push(changeIn(replay));
  let sent = replay.revision;
  const deliver = (delivery: Delivery) => {
    if (delivery.revision <= sent) return;
    received.push(changeIn(delivery));
    sent = delivery.revision;
  };
  await board.pause('the subscriber is registered');
  cohort.members.add({
    deliver,
    beat: () => undefined,
    startAgain: () => undefined,
    readAgain: () => undefined,
  });
};

/** Wrong: registers first, but sends what it held without looking at what the replay had already sent. */
const withoutDedupe: Follow = async (board, after, received) => {
  const { cohort } = await openCohort(board);
  let held: Delivery[] | undefined = [];
  let sent = after;
  const send = (delivery: Delivery) => {
    received.push(changeIn(delivery));
    sent = delivery.revision;
  };
  const catchUp = async () => {
    const replay = await cohort.catchUp(sent);
    if (replay === 'reset') throw new Error('The log of the model is never too short.');
    send(replay);
    const waiting = held ?? [];
    held = undefined;
    for (const delivery of waiting) deliver(delivery);
  };
  const deliver = (delivery: Delivery) => {
    if (held) held.push(delivery);
    else if (delivery.previous <= sent) send(delivery);
    else {
      held = [delivery];
      void catchUp();
    }
  };
  cohort.members.add({
    deliver,
    beat: () => undefined,
    startAgain: () => undefined,
    readAgain: () => undefined,
  });
  await catchUp();
};

/** One change after the other, as the lock of the board has it; hints travel on their own. */
async function writeAll(board: ModelBoard, writes: boolean[]): Promise<void> {
  const hints: Promise<void>[] = [];
  for (const hintArrives of writes) hints.push((await board.write(hintArrives)).hint);
  await Promise.all(hints);
}

/** Lets everything that follows from one step come to rest before the next step is chosen. */
async function afterwards(step: () => Promise<void>): Promise<void> {
  await step();
  await new Promise(setImmediate);
}

/** Runs whatever is still on its way, also what begins only when something else has ended. */
async function settle(scheduler: fc.Scheduler): Promise<void> {
  do {
    await scheduler.waitIdle();
    await new Promise(setImmediate);
  } while (scheduler.count() > 0);
}

/** Revisions only grow, nothing between them is missing, and the last one is the head. */
function promisesKept(follow: Follow) {
  return fc.asyncProperty(
    fc.scheduler({ act: afterwards }),
    fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
    async (scheduler, writes) => {
      const board = new ModelBoard(scheduler);
      const received: BoardChange[] = [];
      let cursor = 0;
      try {
        const writing = writeAll(board, writes);
        const watching = (async () => {
          await board.pause('the snapshot is taken');
          cursor = board.head;
          await board.pause('the snapshot travels');
          await follow(board, cursor, received);
        })();
        await scheduler.waitFor(Promise.all([writing, watching]));
        // The poll finds what hints lost.
        board.bus.send({ board: BOARD, revision: board.head });
        await settle(scheduler);
      } finally {
        board.channels.stop();
      }
      let known = cursor;
      for (const { kind, previousRevision, revision } of received) {
        if (kind !== 'CHANGES') continue;
        expect(revision, 'a revision already sent').toBeGreaterThan(known);
        expect(previousRevision, 'a gap').toBeLessThanOrEqual(known);
        known = revision;
      }
      expect(known, 'the head').toBe(board.head);
    },
  );
}

test('live first, in order, without a gap, whatever comes before what (rules 3 and 4)', async () => {
  await fc.assert(promisesKept(followByHub), { numRuns: 500 });
});

test('what was missed, because it could not be executed, is read again from where one stands (rule 4)', async () => {
  const asked: number[] = [];
  const { outbox, messages } = collect();
  const follower = new Follower(outbox, 3);
  const batch = (previous: number, revision: number) => ({
    previous,
    revision,
    message: shared({ previous, revision }),
  });
  follower.start(
    {
      catchUp: async (after) => {
        asked.push(after);
        return batch(after, asked.length === 1 ? 3 : 6);
      },
      startAgain: () => Promise.reject(new Error('There is no reason to.')),
    },
    'afterCursor',
  );
  await until('the first', () => messages.length === 1);
  follower.deliver(batch(4, 5));
  follower.deliver(batch(5, 6));
  await until('what was missed', () => messages.length === 2);
  follower.deliver(batch(6, 7));
  expect(messages).toEqual([
    { previous: 3, revision: 3 },
    { previous: 3, revision: 6 },
    { previous: 6, revision: 7 },
  ]);
  expect(asked).toEqual([3, 3]);
});

/** The first promise that a wrong way breaks. */
async function brokenPromise(follow: Follow): Promise<string> {
  const { errorInstance } = await fc.check(promisesKept(follow), { numRuns: 500, endOnFailure: true });
  return errorInstance instanceof Error ? errorInstance.message : 'none';
}

test('mutant: subscribing after the replay loses what came between', async () => {
  expect(await brokenPromise(subscribeAfterReplay)).toMatch(/^(a gap|the head):/);
});

test('mutant: without dropping what was sent, a revision comes twice', async () => {
  expect(await brokenPromise(withoutDedupe)).toMatch(/^a revision already sent:/);
});
