import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Api } from '#web/api/api.ts';
import type { Words } from '#web/words/words.ts';
import { AskWriting } from './ask-writing.svelte.ts';

// Only what needs a browser or a server is stood in for.

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

interface Asked {
  token: string;
  answers: Record<string, unknown>;
}

/** A server that keeps what it is asked to, and answers when it is let. */
function begin() {
  const saved: Asked[] = [];
  let held: Promise<void> = Promise.resolve();
  const nothing = { lookHere: [], assets: [], worries: [], languages: [], needs: [] };
  const ask = async (document: { toString(): string }, variables: { token?: string; input?: Asked }) => {
    const name = /(?:query|mutation) (\w+)/.exec(document.toString())?.[1];
    if (name === 'StartAsk') return { startAsk: { token: 'new-token', errors: [] } };
    if (name === 'AskToResume') {
      return {
        askByLink: {
          status: 'DRAFT',
          hasContact: false,
          answers: { ...nothing, role: `of ${variables.token}` },
        },
      };
    }
    saved.push(variables.input as Asked);
    await held;
    return { saveAskAnswers: { ask: { hasContact: false }, errors: [] } };
  };
  const words = { t: (key: string) => key, language: 'en' } as unknown as Words;
  const writing = new AskWriting({ ask } as unknown as Api, words, () => {});
  return {
    writing,
    saved,
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
  };
}

test('of a question only what was typed is sent, and nothing twice', async () => {
  const { writing, saved } = begin();
  writing.fresh();
  writing.typed.organizationName = 'Local 12';
  writing.touched(1);
  await writing.save();
  expect(writing.failure).toBe('');
  expect(saved.map(({ token, answers }) => [token, answers])).toEqual([
    ['new-token', { organizationName: 'Local 12' }],
  ]);
  expect([...writing.unsaved]).toEqual([]);
  writing.typed.role = 'Steward';
  writing.touched(1);
  await writing.save();
  expect(saved[1]?.answers).toEqual({ role: 'Steward' });
});

test('a late answer of the ask before says nothing of the one that is open now', async () => {
  const { writing, hold } = begin();
  await writing.open('aaaaaaaa-link');
  const answer = hold();
  writing.typed.role = 'Steward';
  writing.touched(1);
  const saving = writing.save();
  await writing.open('bbbbbbbb-link');
  writing.typed.role = 'Other words';
  writing.touched(1);
  answer();
  await saving;
  expect(writing.typed.role).toBe('Other words');
  expect([...writing.unsaved]).toEqual([1]);
});

test('opening another link loses no words that did not arrive', async () => {
  const { writing } = begin();
  await writing.open('aaaaaaaa-link');
  writing.typed.role = 'Not sent yet';
  writing.touched(1);
  await writing.open('bbbbbbbb-link');
  expect(writing.typed.role).toBe('of bbbbbbbb-link');
  await writing.open('aaaaaaaa-link');
  expect(writing.typed.role).toBe('Not sent yet');
  expect([...writing.unsaved]).toEqual([1]);
});
