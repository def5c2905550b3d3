import { expect, test } from 'vitest';
import { FairTurns } from './fair-turns.ts';

/** Work that ends when it is told to. */
class Works {
  readonly begun: string[] = [];
  readonly #ends = new Map<string, () => void>();
  most = 0;
  #running = 0;

  run = (name: string) => async (): Promise<string> => {
    this.begun.push(name);
    this.#running += 1;
    this.most = Math.max(this.most, this.#running);
    await new Promise<void>((resolve) => this.#ends.set(name, resolve));
    this.#running -= 1;
    return name;
  };

  end(name: string): void {
    this.#ends.get(name)?.();
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('of one address so many at once, in the order they came; another address does not wait', async () => {
  const [turns, works] = [new FairTurns(), new Works()];
  const all = ['a1', 'a2', 'a3', 'a4'].map((name) => turns.take('a', 2, works.run(name)));
  const other = turns.take('b', 2, works.run('b1'));
  await settled();
  expect(works.begun).toEqual(['a1', 'a2', 'b1']);
  works.end('a2');
  await settled();
  expect(works.begun).toEqual(['a1', 'a2', 'b1', 'a3']);
  for (const name of ['a1', 'a3', 'b1']) works.end(name);
  await settled();
  works.end('a4');
  expect(await Promise.all([...all, other])).toEqual(['a1', 'a2', 'a3', 'a4', 'b1']);
  expect(works.most).toBe(3);
});

test('a place that was handed on is not taken by one who comes in the same moment', async () => {
  const [turns, works] = [new FairTurns(), new Works()];
  const first = turns.take('a', 1, works.run('first'));
  const second = turns.take('a', 1, works.run('second'));
  await settled();
  works.end('first');
  await first;
  const third = turns.take('a', 1, works.run('third'));
  await settled();
  expect(works.begun).toEqual(['first', 'second']);
  works.end('second');
  await second;
  await settled();
  works.end('third');
  expect(await third).toBe('third');
});

test('one that fails gives its place on, and too many are sent away', async () => {
  const [turns, works] = [new FairTurns(1), new Works()];
  const failing = turns.take('a', 1, async () => Promise.reject(new Error('no')));
  const waiting = turns.take('a', 1, works.run('waiting'));
  expect(await turns.take('a', 1, works.run('too many'))).toBeUndefined();
  await expect(failing).rejects.toThrow('no');
  await settled();
  works.end('waiting');
  expect(await waiting).toBe('waiting');
  expect(works.begun).toEqual(['waiting']);
});

test('who is not counted does not wait', async () => {
  const [turns, works] = [new FairTurns(), new Works()];
  for (let i = 0; i < 50; i += 1) void turns.take(undefined, 1, works.run(String(i)));
  await settled();
  expect(works.begun).toHaveLength(50);
});
