import { expect, test } from 'vitest';
import { linksOf, staleDraft, workText } from './work-text.ts';

const known = {
  note: 'Half',
  links: [{ label: 'a', url: 'https://a.example/' }],
  savedAt: '2026-11-28T10:00:00Z',
};
const now = '2026-11-28T11:00:00Z';

test('a refusal tells what another device wrote, and what it leaves out is as it was', () => {
  const stale = [{ field: 'note', now: '"Other half"' }];
  const refusal = { __typename: 'StaleFields', code: 'STALE_FIELDS', message: '', stale } as never;
  expect(staleDraft([refusal], known, now)).toEqual({ ...known, note: 'Other half', savedAt: now });
  expect(staleDraft([], known, now)).toBeNull();
});

test('links are lines, with https where nothing else is said', () => {
  expect(workText(known)).toEqual({ note: 'Half', links: 'https://a.example/' });
  expect(linksOf('a.example\n\n http://b.example ')).toEqual([
    { url: 'https://a.example' },
    { url: 'http://b.example' },
  ]);
});
