import { expect, test } from 'vitest';
import { StaleFields } from '../refusal/refusal.ts';
import { requireAsRead } from './as-read.ts';

const now = { story: 'Theirs', demands: ['Pay'], startsAt: new Date('2026-03-02T11:00:00Z'), open: true };

function staleIn(asRead: Record<string, unknown> | null, wanted: Record<string, unknown>) {
  try {
    requireAsRead(asRead, now, wanted);
    return [];
  } catch (error) {
    if (error instanceof StaleFields) return error.fields;
    throw error;
  }
}

test('a field that somebody changed since it was read is refused, with what it says now', () => {
  expect(staleIn({ story: 'Before' }, { story: 'Mine' })).toEqual([{ field: 'story', now: '"Theirs"' }]);
});

test('what another field says by now is no clash', () => {
  expect(staleIn({ demands: ['Pay'] }, { demands: ['Pay', 'Time'] })).toEqual([]);
  // Named as it was, and not to be changed: nothing of it is undone.
  expect(staleIn({ story: 'Before' }, { demands: [] })).toEqual([]);
});

test('who writes the same as they did undoes nothing', () => {
  expect(staleIn({ story: 'Before' }, { story: 'Theirs' })).toEqual([]);
});

test('moments and lists are compared by what they say, also when they were nothing', () => {
  const moment = new Date('2026-03-02T11:00:00Z');
  expect(staleIn({ startsAt: moment }, { startsAt: null })).toEqual([]);
  expect(staleIn({ startsAt: null }, { startsAt: null })).toHaveLength(1);
  expect(staleIn({ demands: [] }, { demands: ['Mine'] })).toEqual([{ field: 'demands', now: '["Pay"]' }]);
});

test('all that clash are named at once, and nobody has to say what they read', () => {
  const wanted = { story: 'Mine', open: false };
  expect(staleIn({ story: '', open: false }, { ...wanted, open: null })).toHaveLength(2);
  expect(staleIn(null, wanted)).toEqual([]);
});
