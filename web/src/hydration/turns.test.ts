import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Turns = typeof import('./turns.ts');
let turns: Turns;

beforeEach(async () => {
  vi.resetModules();
  turns = await import('./turns.ts');
});
afterEach(() => vi.unstubAllGlobals());

describe('the pieces of a page', () => {
  it('wake one after the other, each in a turn of its own, and those inside of one after it', async () => {
    const told: string[] = [];
    const wake = (name: string) => () => {
      told.push(name);
      // What was put here before the next piece is awake came in between.
      setImmediate(() => told.push(`turn after ${name}`));
    };
    turns.inTurn(wake('header'));
    turns.inTurn(() => {
      wake('board')();
      turns.inTurn(wake('card'));
    });
    turns.inTurn(wake('footer'));
    expect(told).toEqual([]);
    await turns.wakeAll(() => void told.push('heard'));
    expect(told.filter((each) => !each.startsWith('turn'))).toEqual([
      ...['header', 'heard', 'board', 'heard', 'footer', 'heard', 'card', 'heard'],
    ]);
    for (const name of ['header', 'board', 'footer']) expect(told).toContain(`turn after ${name}`);
  });

  it('let what the line has brought come in between', async () => {
    // As in Chromium, where it comes before every task that waits.
    vi.stubGlobal('scheduler', { yield: () => Promise.resolve() });
    const told: string[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => told.push('message'));
    port1.start();
    turns.inTurn(() => {
      told.push('header');
      port2.postMessage('live');
    });
    turns.inTurn(() => told.push('board'));
    await turns.wakeAll(() => undefined);
    port1.close();
    expect(told).toEqual(['header', 'message', 'board']);
  });

  it('sleep until all of the first page is awake; then everything is drawn awake', async () => {
    expect(turns.isAsleep()).toBe(true);
    turns.inTurn(() => expect(turns.isAsleep()).toBe(true));
    await turns.wakeAll(() => undefined);
    expect(turns.isAsleep()).toBe(false);
    expect.assertions(3);
  });

  it('are awake on another page, though the first had not come to its end', () => {
    turns.leaveFirstPage();
    expect(turns.isAsleep()).toBe(false);
  });

  it('that left are not woken, and one that fails keeps no other from waking', async () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const woken: string[] = [];
    const fault = new Error('A piece broke.');
    const forget = turns.inTurn(() => woken.push('left'));
    turns.inTurn(() => {
      forget();
      throw fault;
    });
    turns.inTurn(() => woken.push('last'));
    forget();
    await turns.wakeAll(() => undefined);
    expect(woken).toEqual(['last']);
    expect(report).toHaveBeenCalledExactlyOnceWith(fault);
  });
});
