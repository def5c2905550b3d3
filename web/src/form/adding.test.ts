import { expect, test } from 'vitest';
import { Adding } from './adding.svelte.ts';

const t = (key: string) => key;
const refused = {
  __typename: 'InvalidInput' as const,
  code: 'INVALID_INPUT',
  message: '',
  field: 'note',
  reason: 'TOO_LONG',
};
const formOf = () => new Adding(t as never, { handle: '', note: '' });

test('what was added makes place for the next one', async () => {
  const form = formOf();
  form.typed.handle = 'ana';
  const asked: unknown[] = [];
  const done = await form.add(async (typed) => {
    asked.push(typed);
    return [];
  });
  expect(done).toBe(true);
  expect(asked).toEqual([{ handle: 'ana', note: '' }]);
  expect({ ...form.typed }).toEqual({ handle: '', note: '' });
});

test('what was typed while it was under way stays', async () => {
  const form = formOf();
  form.typed.handle = 'ana';
  form.typed.note = 'since Monday';
  await form.add(async () => {
    form.typed.handle = 'ben';
    return [];
  });
  expect({ ...form.typed }).toEqual({ handle: 'ben', note: '' });
});

test('what was refused stays, with its refusal beside it', async () => {
  const form = formOf();
  form.typed.note = 'too long';
  expect(await form.add(async () => [refused as never])).toBe(false);
  expect(form.typed.note).toBe('too long');
  expect(form.problemOf('note')).toBeTruthy();
  expect(form.problemOf('handle')).toBeUndefined();
});
