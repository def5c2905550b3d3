import { expect, test } from 'vitest';
import { checkHandle } from './handle.ts';

test('says how far a handle is', () => {
  expect(checkHandle('')).toEqual({ kind: 'empty' });
  expect(checkHandle('  ')).toEqual({ kind: 'empty' });
  expect(checkHandle('a')).toEqual({ kind: 'short', missing: 2 });
  expect(checkHandle('ana')).toEqual({ kind: 'good' });
  expect(checkHandle('ñandú_7')).toEqual({ kind: 'good' });
  expect(checkHandle('x'.repeat(27))).toEqual({ kind: 'long', over: 3 });
});

test('a sign between two letters is fine, elsewhere not', () => {
  expect(checkHandle('red-barn')).toEqual({ kind: 'good' });
  expect(checkHandle('-red')).toEqual({ kind: 'shape' });
  expect(checkHandle('red--barn')).toEqual({ kind: 'shape' });
  expect(checkHandle('red barn')).toEqual({ kind: 'shape' });
  expect(checkHandle('redbarn-')).toEqual({ kind: 'shape' });
  // Still typing: the next letter makes it right.
  expect(checkHandle('r-')).toEqual({ kind: 'short', missing: 1 });
});
