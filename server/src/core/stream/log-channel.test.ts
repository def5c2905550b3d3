import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import type { LogExcerpt } from '../board/read-board.ts';
import { until } from '../../../test/support/until.ts';
import { boardLog } from './board-change.ts';
import { LogChannels } from './log-channel.ts';
import type { HintBus } from '../../platform/live/hints.ts';
import type { BusListener } from '../../platform/live/hints.ts';

const place = {
  ...{ id: 'board', epoch: 'epoch', organizationId: 'local', campaignId: 'campaign' },
  campaignSensitivity: 'PUBLIC' as const,
};

/** A board whose reads are answered by the test. */
function aBoard(head: number) {
  const reads: { after: number; answer(revision: number): void }[] = [];
  let hear: BusListener['hint'];
  const channels = new LogChannels({
    of: boardLog,
    reads: {
      log: (_id, after) =>
        new Promise((resolve) => {
          const answer = (revision: number) => {
            const { id: boardId, ...where } = place;
            resolve({
              ...where,
              boardId,
              after,
              revision,
              events: [],
              cards: [],
              people: [],
            } satisfies LogExcerpt);
          };
          reads.push({ after, answer });
        }),
      heads: async () => [{ ...place, revision: head }],
    },
    bus: {
      listen: (listener: BusListener) => ((hear = listener.hint), () => undefined),
      follow: () => ({ ready: Promise.resolve(), leave: () => undefined }),
    } as unknown as HintBus,
    log: pino({ level: 'silent' }),
    pollMs: 1_000_000,
  });
  const told: number[] = [];
  const open = () =>
    channels.open('board', {
      changed: ({ revision }) => told.push(revision),
      reset: () => undefined,
      gone: () => undefined,
    });
  return { channels, reads, told, open, hint: (revision: number) => hear?.({ board: 'board', revision }) };
}

test('who comes after a change was told does not share a read that began before it', async () => {
  const { channels, reads, told, open, hint } = aBoard(7);
  const { channel } = (await open())!;
  const early = channel.replay(5);
  const alongside = channel.replay(5);
  expect(reads).toHaveLength(1);
  hint(8);
  await until('the change is read', () => reads.length === 2);
  reads[1]!.answer(8);
  await until('it is told', () => told.includes(8));

  const late = channel.replay(5);
  expect(reads).toHaveLength(3);
  reads[0]!.answer(7);
  reads[2]!.answer(8);
  expect([await early, await alongside, await late]).toMatchObject([
    { revision: 7 },
    { revision: 7 },
    { revision: 8 },
  ]);
  channels.stop();
});

/** A change each 10 ms to a board of which telling takes so long. Answers with when the telling began (ms). */
async function tellOfBusyBoard(sendingMs: number, forMs: number, quietAt = Infinity): Promise<number[]> {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  try {
    const { channels, reads, told, open, hint } = aBoard(0);
    const { channel } = (await open())!;
    const begun: number[] = [];
    let sent = 0;
    for (let at = 0; at < forMs; at += 10) {
      if (at < quietAt || at >= quietAt + 1_000) hint(at + 1);
      await vi.advanceTimersByTimeAsync(0);
      reads[told.length]?.answer(at + 1);
      await vi.advanceTimersByTimeAsync(0);
      const isSending = begun.length > 0 && at < begun.at(-1)! + sendingMs;
      if (begun.length > 0 && at === begun.at(-1)! + sendingMs) channel.rest(sendingMs);
      // What comes while one is on its way goes together in the next.
      if (!isSending && told.length > sent) {
        begun.push(at);
        sent = told.length;
      }
      await vi.advanceTimersByTimeAsync(10);
    }
    channels.stop();
    return begun;
  } finally {
    vi.useRealTimers();
  }
}

const longestGap = (times: number[]) =>
  Math.max(...times.slice(1).map((time, index) => time - times[index]!));

test('telling of a busy board takes an eighth of a processor, and what happens meanwhile goes together', async () => {
  const times = await tellOfBusyBoard(40, 10_000);
  expect(times.length * 40).toBeGreaterThan(10_000 / 10);
  // The half second that it had saved comes on top, and one that is under way.
  expect(times.length * 40).toBeLessThan((10_000 + 500) / 8 + 40);
  // At the beginning it is not known what it takes.
  expect(longestGap(times.slice(3))).toBeLessThanOrEqual(330);
});

test('a board whose telling takes long keeps nobody waiting for more than half a second after it', async () => {
  expect(longestGap([...(await tellOfBusyBoard(250, 5_000)), 5_000])).toBeLessThanOrEqual(760);
});

test('a board that was quiet is told of at once, and once more', async () => {
  const times = await tellOfBusyBoard(40, 5_000, 3_000);
  const [first, second] = times.filter((time) => time >= 4_000);
  expect(first).toBe(4_000);
  expect(second! - first!).toBeLessThanOrEqual(50);
});
