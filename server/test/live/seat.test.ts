import 'reflect-metadata';
import { expect, test } from 'vitest';
import type { BoardChange } from '../../src/core/stream/board-change.ts';
import { LogHub } from '../../src/core/stream/log-hub.ts';
import type { Line } from '../../src/core/stream/lines.ts';
import { takeSeat } from '../../src/core/stream/seat.ts';
import { until } from '../support/until.ts';
import { asTheyAre, collect } from './support/collector.ts';
import { BOARD, ModelBoard, nobodysLine } from './support/model-board.ts';

/** Everything at once. */
const anyBoard = () => new ModelBoard({ schedule: (task) => task });

/** Somebody whose rights may have moved in the very moment they sit down, before those who seated them go on. */
const movesAtOnce: Line = {
  ...nobodysLine,
  onMoved: (listener) => {
    queueMicrotask(listener);
    return () => undefined;
  },
};

test('what moved while somebody sat down is told to them, once, when they listen', async () => {
  const board = anyBoard();
  const taking = takeSeat(board.channels, movesAtOnce, BOARD);
  const seat = await taking;
  await Promise.resolve();
  const heard: string[] = [];
  seat.listen({ moved: (level) => heard.push(level), refused: () => heard.push('refused') });
  expect(heard).toEqual(['PUBLIC']);
  seat.leave();
  board.channels.stop();
});

test('who moves in the moment they begin to follow a board begins anew, and goes on', async () => {
  const board = anyBoard();
  const hub = new LogHub({
    channels: board.channels,
    presence: { enter: () => () => undefined },
    log: board.log,
    heartbeatMs: 1_000_000,
  });
  const { outbox, messages } = collect<BoardChange>();
  await hub.follow(
    { line: movesAtOnce, audience: asTheyAre, outbox },
    { id: BOARD, after: { epoch: 'none', revision: 0 } },
  );
  await until('it begins', () => messages.some(({ kind }) => kind === 'RESET'));
  const { hint } = await board.write(true);
  await hint;
  await until('it goes on', () => messages.at(-1)?.kind === 'CHANGES');
  outbox.close();
  expect(hub.cohortCount).toBe(0);
  hub.stop();
  board.channels.stop();
});
