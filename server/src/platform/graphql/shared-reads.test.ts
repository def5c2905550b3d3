import { expect, test, vi } from 'vitest';
import { SharedReads } from './shared-reads.ts';

const forAll = <Answer>(answer: Answer) => ({ answer, isForAll: true });
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
const never = () => Promise.reject(new Error('Nobody is to be carried out alone.'));

test('those who ask the same in one turn have one answer, and it began after all of them', async () => {
  const reads = new SharedReads<number>();
  let at = 0;
  const carryOut = vi.fn(async () => forAll(at));
  const answers = [reads.read('a', carryOut, never), reads.read('a', carryOut, never)];
  await Promise.resolve();
  answers.push(reads.read('a', carryOut, never));
  at = 7;
  expect(await Promise.all(answers)).toEqual([7, 7, 7]);
  expect(carryOut).toHaveBeenCalledTimes(1);
  expect(reads.shared).toBe(2);
});

test('who comes after it began is read for anew, also while it is under way', async () => {
  const reads = new SharedReads<string>();
  const slow = Promise.withResolvers<void>();
  let at = 'before';
  const carryOut = vi.fn(async () => {
    const seen = at;
    await slow.promise;
    return forAll(seen);
  });
  const first = reads.read('a', carryOut, never);
  await nextTurn();
  await nextTurn();
  at = 'after';
  const second = reads.read('a', carryOut, never);
  await nextTurn();
  slow.resolve();
  expect(await Promise.all([first, second])).toEqual(['before', 'after']);
});

test('who asks something else has an answer of their own', async () => {
  const reads = new SharedReads<string>();
  const of = (answer: string) => reads.read(answer, async () => forAll(answer), never);
  expect(await Promise.all([of('a'), of('b'), of('a')])).toEqual(['a', 'b', 'a']);
});

test('what turns out to be one’s own is carried out for each', async () => {
  const reads = new SharedReads<string>();
  const ask = (who: string) =>
    reads.read(
      'a',
      async () => ({ answer: who, isForAll: false }),
      async () => who,
    );
  expect(await Promise.all([ask('ana'), ask('ben'), ask('cem')])).toEqual(['ana', 'ben', 'cem']);
  expect(reads.shared).toBe(0);
});

test('one that fails says nothing of the others', async () => {
  const reads = new SharedReads<string>();
  const failing = reads.read('a', () => Promise.reject(new Error('away')), never);
  const other = reads.read('a', never, async () => 'there');
  await expect(failing).rejects.toThrow('away');
  expect(await other).toBe('there');
  expect(await reads.read('a', async () => forAll('again'), never)).toBe('again');
});
