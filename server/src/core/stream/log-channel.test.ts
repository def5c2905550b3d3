import { pino } from 'pino';
import { expect, test } from 'vitest';
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
