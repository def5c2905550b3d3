import type { LineEvents, LiveOperation, LiveSink } from '#web/live/live-socket.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WallLine } from './wall-line.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A socket that does what the test says. */
class ModelSocket {
  closed = false;
  checks = 0;
  sinks: LiveSink<unknown>[] = [];
  operations: LiveOperation[] = [];
  readonly on: LineEvents;
  constructor(on: LineEvents) {
    this.on = on;
  }
  subscribe(operation: LiveOperation, sink: LiveSink<unknown>) {
    this.operations.push(operation);
    this.sinks.push(sink);
    return () => undefined;
  }
  check() {
    this.checks += 1;
  }
  close() {
    this.closed = true;
  }
  say() {
    this.sinks.at(-1)!.next({ wallChanges: { at: new Date().toISOString(), wall: null } });
  }
}

function hang(token: string | null = 'secret') {
  const sockets: ModelSocket[] = [];
  const told: string[] = [];
  const line = new WallLine({
    open: (on) => {
      const socket = new ModelSocket(on);
      sockets.push(socket);
      return socket as never;
    },
    slug: 'the-strike',
    token,
    onMessage: () => told.push('heard'),
    onUnsure: () => told.push('unsure'),
    onClosed: () => told.push('closed'),
  });
  line.start();
  return { line, sockets, told, socket: () => sockets.at(-1)!, open: () => sockets.filter((s) => !s.closed) };
}

const seconds = (count: number) => vi.advanceTimersByTime(count * 1000);

test('a line that speaks is left alone', () => {
  const { told, socket, sockets } = hang();
  for (let beat = 0; beat < 100; beat += 1) {
    seconds(10);
    socket().say();
  }
  expect(new Set(told)).toEqual(new Set(['heard']));
  expect([sockets.length, socket().checks]).toEqual([1, 0]);
});

test('silence is said, then asked about, then ended: with one socket at a time', () => {
  const { told, socket, sockets, open } = hang();
  socket().on.connected();
  socket().say();
  seconds(24);
  expect(told).toEqual(['heard']);
  seconds(6);
  expect(told).toContain('unsure');
  expect(socket().checks).toBeGreaterThan(0);
  seconds(40);
  expect([sockets.length, open().length]).toEqual([2, 1]);
  // The last words of the first one count for nothing.
  told.length = 0;
  sockets[0]!.say();
  expect(told).toEqual([]);
  sockets[1]!.say();
  expect(told).toEqual(['heard']);
});

test('a cut is said at once, and mended by the socket itself', () => {
  const { told, socket, sockets } = hang();
  socket().on.connected();
  socket().say();
  socket().on.lost();
  seconds(10);
  expect(told.at(-1)).toBe('unsure');
  seconds(120);
  expect(sockets).toHaveLength(1);
  socket().on.connected();
  socket().say();
  expect(told.at(-1)).toBe('heard');
});

test('a clock that is set by days, forward or back, costs one look', () => {
  for (const days of [9, -9]) {
    const { told, socket, open } = hang();
    socket().on.connected();
    socket().say();
    vi.setSystemTime(Date.now() + days * 86_400_000);
    seconds(5);
    expect(told.at(-1)).toBe('unsure');
    expect(open()).toHaveLength(1);
    socket().say();
    seconds(5);
    expect(told.at(-1)).toBe('heard');
  }
});

test('what is closed stays closed, and knocks now and then', () => {
  const { told, socket, sockets, open } = hang();
  socket().sinks[0]!.ended(true, 'LINK_INVALID');
  expect(told).toEqual(['closed']);
  expect(open()).toEqual([]);
  seconds(9 * 60);
  expect(sockets).toHaveLength(1);
  seconds(2 * 60);
  expect(sockets).toHaveLength(2);
  socket().say();
  expect(told.at(-1)).toBe('heard');
});

test('a stream that ended for any other reason begins again, with the token and after a pause', () => {
  const { told, socket, sockets } = hang();
  for (const [refused, code] of [
    [true, 'TOO_MANY_REQUESTS'],
    [true, 'INTERNAL_SERVER_ERROR'],
    [false, undefined],
  ] as const) {
    const before = socket().sinks.length;
    socket().sinks.at(-1)!.ended(refused, code);
    seconds(9);
    expect(socket().sinks).toHaveLength(before);
    seconds(12);
    expect(socket().sinks).toHaveLength(before + 1);
    socket().say();
  }
  expect(sockets).toHaveLength(1);
  expect(told).not.toContain('closed');
  expect(socket().operations.at(-1)!.variables).toEqual({ slug: 'the-strike', token: 'secret' });
});

test('a session that ended takes nothing from a link', () => {
  const { socket, sockets, open } = hang();
  socket().on.signedOut();
  seconds(21);
  expect([sockets.length, open().length]).toEqual([2, 1]);
});

test('a week of every kind of trouble leaves one socket and two timers at most, and none after', () => {
  const { line, socket, open } = hang();
  let chance = 1;
  const next = (below: number) => (chance = (chance * 48271) % 2147483647) % below;
  for (let step = 0; step < 20_000; step += 1) {
    const happening = next(9);
    if (happening === 0) socket().on.lost();
    if (happening === 1) socket().on.connected();
    if (happening === 2)
      socket()
        .sinks.at(-1)!
        .ended(next(2) === 0, ['LINK_INVALID', 'NOT_FOUND', undefined][next(3)]);
    if (happening === 3) line.check();
    if (happening === 4) socket().on.signedOut();
    if (happening > 4 && open().length > 0) socket().say();
    seconds(next(60));
    expect(open().length).toBeLessThanOrEqual(1);
    expect(vi.getTimerCount()).toBeLessThanOrEqual(2);
  }
  line.stop();
  expect([open().length, vi.getTimerCount()]).toEqual([0, 0]);
});
