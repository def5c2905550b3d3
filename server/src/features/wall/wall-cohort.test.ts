import fc from 'fast-check';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Outbox } from '../../platform/live/outbox.ts';
import { SharedMessage } from '../../platform/live/shared-message.ts';
import { readerOf } from '../../core/access/viewer.ts';
import type { WallState } from './read-wall.ts';
import { WallCohort, type WallMessage } from './wall-cohort.ts';

const PAUSE = 500;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A wall in memory, whose reads fail while `down`. */
class ModelWall {
  hours = 0;
  down = false;
  reads = 0;
  readonly counts = { logReads: 0, replays: 0, headReads: 0, executions: 0 };
  readonly cohort = new WallCohort({
    read: async () => {
      this.reads += 1;
      const seen = this.hours;
      await Promise.resolve();
      if (this.down) throw new Error('The database is away.');
      return { hoursGiven: seen, revision: seen } as WallState;
    },
    audience: { key: '', render: async (message) => new SharedMessage({ data: { message } }) },
    reader: readerOf(null),
    log: pino({ level: 'silent' }),
    counts: this.counts as never,
    pauseMs: PAUSE,
  });

  commit(): void {
    this.hours += 1;
    this.cohort.wake();
  }
}

/** A screen that collects what it is told. */
function hang(cohort: WallCohort) {
  const told: WallMessage[] = [];
  const outbox = new Outbox({
    next: ({ result }) => told.push(result.data?.['message'] as WallMessage),
    complete: () => undefined,
    fail: () => undefined,
  });
  cohort.join(outbox);
  return { told, outbox, shows: () => told.findLast(({ wall }) => wall)?.wall?.hoursGiven };
}

const settle = (ms = 10 * PAUSE) => vi.advanceTimersByTimeAsync(ms);

test('however fast the board moves, a wall is read once in a pause and ends up true', async () => {
  const wall = new ModelWall();
  const screen = hang(wall.cohort);
  for (let tenths = 0; tenths < 100; tenths += 1) {
    wall.commit();
    await settle(PAUSE / 10);
  }
  await settle();
  expect(screen.shows()).toBe(100);
  expect(wall.reads).toBeLessThanOrEqual(13);
  expect(vi.getTimerCount()).toBe(0);
});

test('a sign of life is a look: while nothing can be read, nothing is said', async () => {
  const wall = new ModelWall();
  const screen = hang(wall.cohort);
  await settle();
  wall.cohort.beat();
  await settle();
  expect(screen.told.map(({ wall: shown }) => shown !== null)).toEqual([true, false]);
  wall.down = true;
  wall.cohort.beat();
  wall.commit();
  await settle();
  expect(screen.told).toHaveLength(2);
  wall.down = false;
  await settle();
  expect(screen.shows()).toBe(1);
});

test('a screen that comes later is told the whole, and the others nothing twice', async () => {
  const wall = new ModelWall();
  const first = hang(wall.cohort);
  await settle();
  const second = hang(wall.cohort);
  await settle();
  expect([first.told.length, second.told.length, second.shows()]).toEqual([1, 1, 0]);
});

test('whatever happens, each screen shows the last commit in the end, and nothing is left when all are gone', async () => {
  const step = fc.constantFrom('commit', 'beat', 'fail', 'mend', 'join', 'leave', 'wait');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, fc.nat({ max: 2 * PAUSE })), { maxLength: 40 }),
      async (steps) => {
        const wall = new ModelWall();
        const screens = [hang(wall.cohort)];
        for (const [what, ms] of steps) {
          if (what === 'commit') wall.commit();
          if (what === 'beat') wall.cohort.beat();
          if (what === 'fail' || what === 'mend') wall.down = what === 'fail';
          if (what === 'join') screens.push(hang(wall.cohort));
          if (what === 'leave') {
            const gone = screens.pop();
            if (gone) wall.cohort.leave(gone.outbox);
          }
          await settle(ms);
        }
        wall.down = false;
        await settle();
        expect(screens.map(({ shows }) => shows())).toEqual(screens.map(() => wall.hours));
        for (const { told } of screens) {
          const shown = told.flatMap(({ wall: each }) => (each ? [each.hoursGiven] : []));
          expect(shown).toEqual([...new Set(shown)].sort((one, other) => one - other));
        }
        for (const { outbox } of screens) wall.cohort.leave(outbox);
        await settle();
        expect(vi.getTimerCount()).toBe(0);
      },
    ),
  );
});
