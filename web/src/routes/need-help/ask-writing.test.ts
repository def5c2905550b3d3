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
  asRead: Record<string, unknown>;
  contact?: string;
}

/** Addresses are kept in full. */
function inFull({ lookHere }: Record<string, unknown>): object {
  if (!lookHere) return {};
  const links = (lookHere as { url: string }[]).map(({ url }) => ({ url: `https://${url}` }));
  return { lookHere: links };
}

/** A server that keeps what it is asked to, and answers when it is let. */
function begin() {
  const saved: Asked[] = [];
  let held: Promise<void> = Promise.resolve();
  let isCut = false;
  const nothing = { lookHere: [], assets: [], worries: [], languages: [], needs: [] };
  /** What it keeps of each ask, and what others with its link write there. */
  const keeps = new Map<string, { answers: Record<string, unknown>; hasContact: boolean }>();
  const ofAsk = (token: string) => {
    const kept = keeps.get(token) ?? { answers: { ...nothing, role: `of ${token}` }, hasContact: false };
    keeps.set(token, kept);
    return kept;
  };
  const tell = (token: string) => ({ status: 'DRAFT', ...structuredClone(ofAsk(token)) });
  const ask = async (document: { toString(): string }, variables: { token?: string; input?: Asked }) => {
    const name = /(?:query|mutation) (\w+)/.exec(document.toString())?.[1];
    if (name === 'StartAsk') return { startAsk: { token: 'new-token', errors: [] } };
    if (name === 'AskToResume') {
      return { askByLink: tell(variables.token ?? '') };
    }
    const input = variables.input as Asked;
    saved.push(input);
    await held;
    const there = ofAsk(input.token);
    const now: Record<string, unknown> = { ...there.answers, hasContact: there.hasContact };
    const isStale = Object.entries(input.asRead).some(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(now[field] ?? null),
    );
    const stale = { __typename: 'StaleFields', code: 'STALE_FIELDS', message: '' };
    if (isStale) return { saveAskAnswers: { ask: null, errors: [stale] } };
    Object.assign(there.answers, input.answers, inFull(input.answers));
    if (input.contact) there.hasContact = true;
    if (isCut) throw new TypeError('The line was cut');
    return { saveAskAnswers: { ask: tell(input.token), errors: [] } };
  };
  const words = { t: (key: string) => key, language: 'en' } as unknown as Words;
  const writing = new AskWriting({ ask } as unknown as Api, words, () => {});
  return {
    writing,
    saved,
    ofAsk,
    cut: (cut: boolean) => (isCut = cut),
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

test('an answer that somebody else changed is shown beside one’s own, and waits for a choice', async () => {
  const { writing, saved, ofAsk } = begin();
  await writing.open('aaaaaaaa-link');
  const there = ofAsk('aaaaaaaa-link').answers;
  Object.assign(there, { role: 'Theirs', organizationName: 'Local 12', happening: 'Walk out' });
  writing.typed.role = 'Mine';
  writing.touched(1);
  await writing.save();
  expect(writing.clashesIn(1)).toEqual(['role']);
  expect([writing.typed.role, writing.theirs('role')]).toEqual(['Mine', 'Theirs']);
  // What only they wrote follows.
  expect(writing.typed).toMatchObject({ organizationName: 'Local 12', happening: 'Walk out' });
  await writing.save();
  expect([saved.length, there['role'], writing.refused.has(1)]).toEqual([1, 'Theirs', true]);
  writing.keepMine('role');
  await writing.save();
  expect([writing.clashes, there['role'], [...writing.unsaved]]).toEqual([[], 'Mine', []]);
});

test('what was kept here over a newer answer of others wins over nothing', async () => {
  const first = begin();
  await first.writing.open('aaaaaaaa-link');
  first.writing.typed.role = 'Mine';
  first.writing.typed.organizationName = 'My name for it';
  first.writing.touched(1);
  const { writing, saved, ofAsk } = begin();
  Object.assign(ofAsk('aaaaaaaa-link').answers, { role: 'Theirs' });
  await writing.open('aaaaaaaa-link');
  expect([writing.typed.role, writing.clashes]).toEqual(['Mine', ['role']]);
  await writing.save();
  expect(saved).toEqual([]);
  writing.takeTheirs('role');
  await writing.save();
  expect(saved[0]?.answers).toEqual({ organizationName: 'My name for it' });
  expect(writing.typed.role).toBe('Theirs');
});

test('boxes and assets of two do not clash, and only those that were changed are sent', async () => {
  const { writing, saved, ofAsk } = begin();
  const there = ofAsk('aaaaaaaa-link').answers;
  there['worries'] = ['PRESS'];
  await writing.open('aaaaaaaa-link');
  Object.assign(there, { worries: ['PRESS', 'MONEY'], assets: [{ asset: 'LOGO', has: true }] });
  writing.typed.worries = ['PRESS', 'SAFETY'];
  writing.touched(6);
  await writing.save();
  expect(there['worries']).toEqual(['PRESS', 'MONEY', 'SAFETY']);
  writing.typed.assets.PHOTOS = 'yes';
  writing.touched(4);
  await writing.save();
  expect(saved.at(-1)?.answers).toEqual({ assets: [{ asset: 'PHOTOS', has: true }] });
  expect(writing.clashes).toEqual([]);
});

test('a contact that somebody else gave meanwhile is not replaced unasked', async () => {
  const { writing, saved, ofAsk } = begin();
  await writing.open('aaaaaaaa-link');
  ofAsk('aaaaaaaa-link').hasContact = true;
  writing.typed.contact = 'line.41';
  writing.touched(5);
  await writing.save();
  expect([saved.length, writing.clashes, writing.hasContact]).toEqual([1, ['contact'], true]);
  writing.takeTheirs('contact');
  await writing.save();
  expect([saved.filter(({ contact }) => contact).length, writing.typed.contact]).toEqual([1, '']);
});

test.each([
  [1, { role: 'First' }, { role: 'Second' }],
  [3, { lookHere: 'local.example/1' }, { lookHere: 'local.example/2' }],
  [4, { assets: { PHOTOS: 'yes' } }, { assets: { PHOTOS: 'no' } }],
  [5, { contact: 'line.41' }, { contact: 'line.42' }],
] as const)(
  'an answer that arrived although nobody heard so is written on without a question: %i',
  async (question, first, second) => {
    vi.stubGlobal('reportError', () => {});
    const { writing, saved, cut } = begin();
    await writing.open('aaaaaaaa-link');
    const say = (words: Partial<typeof writing.typed>) => {
      Object.assign(writing.typed, words);
      writing.touched(question);
      return writing.save();
    };
    cut(true);
    await say(first);
    expect([writing.failure, writing.unsaved.size]).toEqual(['errors:unexpected', 1]);
    cut(false);
    await say(second);
    expect([writing.clashes, writing.unsaved.size]).toEqual([[], 0]);
    expect(saved.length).toBe(3);
  },
);

test('an answer that arrived unheard is one’s own on the next day, and another’s is not', async () => {
  vi.stubGlobal('reportError', () => {});
  const first = begin();
  await first.writing.open('aaaaaaaa-link');
  first.cut(true);
  first.writing.typed.role = 'First';
  first.writing.touched(1);
  await first.writing.save();
  first.writing.typed.role = 'First and second';
  first.writing.touched(1);
  for (const [role, clashes] of [
    ['First', []],
    ['Theirs', ['role']],
  ] as const) {
    const { writing, ofAsk } = begin();
    ofAsk('aaaaaaaa-link').answers['role'] = role;
    await writing.open('aaaaaaaa-link');
    expect([writing.typed.role, writing.clashes]).toEqual(['First and second', clashes]);
  }
});

test('two tabs keep their words beside each other, and each takes away its own alone', async () => {
  const [one, other] = [begin(), begin()];
  await one.writing.open('aaaaaaaa-link');
  await other.writing.open('aaaaaaaa-link');
  one.writing.typed.role = 'Here';
  one.writing.touched(1);
  other.writing.typed.worryWords = 'There';
  other.writing.touched(6);
  await other.writing.save();
  const next = begin().writing;
  await next.open('aaaaaaaa-link');
  expect([next.typed.role, next.typed.worryWords, [...next.unsaved]]).toEqual(['Here', '', [1]]);
  await one.writing.save();
  const server = begin();
  server.ofAsk('aaaaaaaa-link').answers['role'] = 'Here';
  await server.writing.open('aaaaaaaa-link');
  expect(JSON.parse(kept.get('draft:ask') ?? 'null')).toMatchObject({ token: 'aaaaaaaa-link', typed: {} });
});
