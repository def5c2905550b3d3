import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Viewer } from '../../core/access/viewer.ts';
import type { Audience } from '../../core/stream/audience.ts';
import type { LiveCounts } from '../../core/stream/log-channel.ts';
import { DeskSection } from './desk-sections.ts';
import { DeskChanges, type DeskMessage } from './desk-changes.ts';
import type { HintBus } from '../../platform/live/hints.ts';
import type { BusListener } from '../../platform/live/hints.ts';
import type { Hint } from '../../platform/live/hints.ts';
import type { Line } from '../../core/stream/lines.ts';
import { asTheyAre, collect, noCounts } from '../../../test/live/support/collector.ts';

const PAUSE = 1_000;
const RENEWAL = 60_000;

let listeners: Set<BusListener>;
let counts: LiveCounts;
let desk: DeskChanges;
beforeEach(() => {
  vi.useFakeTimers();
  listeners = new Set();
  counts = noCounts();
  const bus: HintBus = {
    send: () => undefined,
    announce: () => undefined,
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    follow: () => ({ ready: Promise.resolve(), leave: () => undefined }),
    followAll: () => ({ ready: Promise.resolve(), leave: () => undefined }),
    state: () => ({ kind: 'notify', connected: true, since: new Date(0), received: 0, sent: 0 }),
    connected: async () => undefined,
    close: async () => undefined,
  };
  desk = new DeskChanges({ bus, log: pino({ level: 'silent' }), counts, pauseMs: PAUSE, renewMs: RENEWAL });
});
afterEach(() => {
  desk.stop();
  vi.useRealTimers();
});

const hint = (news: Hint) => {
  for (const listener of listeners) listener.hint?.(news);
};

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function aLine(coordinator = true) {
  const moved = new Set<() => void>();
  const line = {
    viewer: { standing: 'LEAD', coordinator, roles: new Map() } as unknown as Viewer,
    onMoved: (listener: () => void) => {
      moved.add(listener);
      return () => void moved.delete(listener);
    },
    close: () => undefined,
  } satisfies Line;
  return { line, moved, move: () => [...moved].forEach((tell) => tell()) };
}

/** Follows the desk; everything that was told, the first message left out. */
async function follow(line: Line, audience: Audience = asTheyAre) {
  const { outbox, messages, at, end } = collect<DeskMessage>();
  await desk.follow({ line, audience, outbox });
  at.splice(0);
  return { first: messages.splice(0)[0] as DeskMessage, told: messages, at, outbox, end };
}

test('the first message comes at once and calls every list stale', async () => {
  const { first } = await follow(aLine().line);
  expect(first.stale).toEqual(Object.values(DeskSection));
});

test('a hint names the lists that it may have changed', async () => {
  const { told } = await follow(aLine().line);
  const after = async (news: Hint) => {
    hint(news);
    await pass(PAUSE);
    return told.at(-1)?.stale;
  };
  expect(await after({ board: 'b', revision: 1 })).toEqual([
    'CAMPAIGNS',
    'QUIET_CARDS',
    'QUIET_PEOPLE',
    'NEWCOMERS',
    'HAND_INS',
  ]);
  expect(await after({ person: 'p' })).toEqual(['QUIET_PEOPLE', 'NEWCOMERS']);
  expect(await after({ desk: true })).toEqual([
    'ASKS',
    'HELD_ASKS',
    'CAMPAIGNS',
    'SUGGESTIONS',
    'DELIVERIES',
  ]);
  const before = told.length;
  hint({ notify: 'p' });
  await pass(PAUSE);
  expect(told).toHaveLength(before);
});

test('a busy minute is at most one message in a second, and the last change is never left out', async () => {
  const { told, at } = await follow(aLine().line);
  for (let step = 0; step < 50_000; step += 50) {
    hint({ board: `b${step % 40}`, revision: step });
    await pass(50);
  }
  expect(told.length).toBeGreaterThan(40);
  expect(told.length).toBeLessThanOrEqual(51);
  expect(at.slice(1).every((moment, index) => moment - at[index]! >= PAUSE)).toBe(true);
  await pass(PAUSE);
  const before = told.length;
  await pass(500);
  expect(told).toHaveLength(before);
  hint({ desk: true });
  await pass(PAUSE);
  expect(told.at(-1)?.stale).toContain('ASKS');
});

test('the first change after a calm is told at once', async () => {
  const { told } = await follow(aLine().line);
  hint({ desk: true });
  await pass(1);
  expect(told).toHaveLength(1);
  await pass(5 * PAUSE);
  hint({ desk: true });
  await pass(1);
  expect(told).toHaveLength(2);
  expect(told.map(({ revision }) => revision)).toEqual([1, 2]);
});

test('one execution for all coordinators who ask the same', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => follow(aLine().line)));
  const other = await follow(aLine().line, { ...asTheyAre, key: 'another question' });
  const before = counts.executions;
  hint({ desk: true });
  await pass(PAUSE);
  expect(counts.executions - before).toBe(2);
  for (const { told } of [...all, other]) expect(told).toHaveLength(1);
});

test('what grows old by time alone is told once in a while, and so is what was lost', async () => {
  const { told } = await follow(aLine().line);
  await pass(RENEWAL + 1);
  expect(told.at(-1)?.stale).toEqual(Object.values(DeskSection));
  for (const listener of listeners) listener.lost?.();
  await pass(PAUSE);
  expect(told).toHaveLength(2);
  expect(told.at(-1)?.stale).toEqual(Object.values(DeskSection));
});

test('whoever is no coordinator is refused, and whoever is none any more hears it and then nothing', async () => {
  await expect(follow(aLine(false).line)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  const { line, move, moved } = aLine();
  const { told, end } = await follow(line);
  move();
  await pass(0);
  expect(end()).toBeUndefined();
  line.viewer = { ...line.viewer, standing: 'SUSPENDED' };
  move();
  expect(end()).toMatchObject({ code: 'NOT_ALLOWED' });
  hint({ desk: true });
  await pass(PAUSE);
  expect(told).toEqual([]);
  expect([moved.size, listeners.size]).toEqual([0, 0]);
});

test('nothing is listened to and no clock runs when nobody follows', async () => {
  const one = await follow(aLine().line);
  const two = await follow(aLine().line);
  expect(listeners.size).toBe(1);
  hint({ desk: true });
  one.outbox.close();
  expect(listeners.size).toBe(1);
  two.outbox.close();
  expect([listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
});
