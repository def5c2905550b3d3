import { expect, test } from 'vitest';
import { UNFINISHED } from '#web/time/typed-moment.ts';
import { sharedWords, unchanged } from './shared-words.ts';

test('only what was chosen is written', () => {
  expect(sharedWords(unchanged)).toBeNull();
  expect(sharedWords({ ...unchanged, phase: 'AFTER' })).toEqual({ phase: 'AFTER' });
  expect(sharedWords({ ...unchanged, hours: '2,5', languages: 'EN, es' })).toEqual({
    hours: 2.5,
    languages: ['en', 'es'],
  });
  expect(sharedWords({ ...unchanged, due: 'NONE' })).toEqual({ dueAt: null, dueOffsetHours: null });
  expect(sharedWords({ ...unchanged, due: 'AT', dueAt: '2031-05-01T18:00:00Z' })).toEqual({
    dueAt: '2031-05-01T18:00:00Z',
  });
});

test('a moment that is wanted and not there is not taken for none', () => {
  for (const dueAt of [null, UNFINISHED])
    expect(sharedWords({ ...unchanged, due: 'AT', dueAt, phase: 'AFTER' })).toBeNull();
});
