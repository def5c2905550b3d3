import { expect, test } from 'vitest';
import type { Outcome } from './board-requests.ts';
import { Undoing } from './undoing.svelte.ts';

const change = { revision: 7, until: 60_000, said: '3 cards are cancelled.' };
const refusal = {
  ok: false,
  words: 'The minute is over.',
  errors: [{ code: 'WRONG_STAGE' }],
} as unknown as Outcome;
const noLine: Outcome = { ok: false, words: 'No answer.', errors: [] };

test('it says what came of it; where nothing was answered it can be tried again', async () => {
  const answers: Outcome[] = [noLine, refusal];
  const asked: number[] = [];
  const undoing = new Undoing(
    async (revision) => {
      asked.push(revision);
      return answers.shift() ?? { ok: true, value: undefined };
    },
    () => 'Undone.',
  );
  undoing.offer(change);
  await undoing.undo();
  expect([undoing.told, undoing.last]).toEqual(['No answer.', change]);
  await undoing.undo();
  expect([undoing.told, undoing.last]).toEqual(['The minute is over.', null]);
  await undoing.undo();
  undoing.offer({ ...change, revision: 9 });
  expect(undoing.told).toBe('');
  await undoing.undo();
  expect([undoing.told, undoing.last]).toEqual(['Undone.', null]);
  expect(asked).toEqual([7, 7, 9]);
});

test('what was done while the answer was under way keeps its own way back', async () => {
  let answer = (_: Outcome): void => {};
  const undoing = new Undoing(
    () => new Promise((resolve) => (answer = resolve)),
    () => 'Undone.',
  );
  undoing.offer(change);
  const first = undoing.undo();
  const later = { ...change, revision: 8 };
  undoing.offer(later);
  answer({ ok: true, value: undefined });
  await first;
  expect([undoing.last, undoing.told, undoing.sending]).toEqual([later, '', false]);
});

test('a minute is never longer than one, whatever is known of the server’s clock', () => {
  const undoing = new Undoing(
    async () => ({ ok: true, value: undefined }),
    () => '',
  );
  expect(undoing.secondsLeft(0)).toBe(0);
  undoing.offer({ ...change, until: 65_000 });
  expect(undoing.secondsLeft(0)).toBe(60);
  expect(undoing.secondsLeft(64_500)).toBe(1);
  expect(undoing.secondsLeft(70_000)).toBe(0);
});
