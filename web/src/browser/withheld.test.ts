import { afterEach, expect, test, vi } from 'vitest';
import { forgetDraft, keepDraft, readDraft } from '#web/form/draft.ts';
import { copyText } from './copy-text.ts';
import { keepPreference } from './preference-cookie.ts';
import { currentPush, hasPush } from './push.ts';
import { randomId } from './random-id.ts';
import { keepAwake } from './screen-lock.ts';
import { canShare } from './share.ts';
import { keep, readKept } from './storage.ts';

afterEach(() => vi.unstubAllGlobals());

const forbidden = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};
function withGlobal(name: string, get: () => unknown) {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { configurable: true, get });
  return () => {
    if (before) Object.defineProperty(globalThis, name, before);
    else Reflect.deleteProperty(globalThis, name);
  };
}

test.each<[string, () => unknown]>([
  ['forbidden', forbidden],
  ['missing', () => undefined],
  ['null', () => null],
  ['full', () => ({ getItem: () => null, setItem: forbidden, removeItem: forbidden })],
])('storage that is %s keeps nothing and breaks nothing', (_, get) => {
  const ends = ['localStorage', 'sessionStorage'].map((name) => withGlobal(name, get));
  try {
    for (const memory of ['browser', 'tab'] as const) {
      expect(keep('a', 'b', memory)).toBe(false);
      expect(keep('a', null, memory)).toBe(false);
      expect(readKept('a', memory)).toBeNull();
    }
    keepDraft('words', { a: 1 });
    expect(readDraft('words')).toBeNull();
    forgetDraft('words');
  } finally {
    for (const end of ends) end();
  }
});

test('without a secure context there are ids all the same, and nothing else is asked for', async () => {
  const { getRandomValues } = crypto;
  vi.stubGlobal('crypto', { getRandomValues: getRandomValues.bind(crypto) });
  vi.stubGlobal('navigator', {});
  expect(randomId()).toMatch(/^[0-9a-f]{32}$/);
  expect(randomId()).not.toBe(randomId());
  expect(hasPush()).toBe(false);
  expect(await currentPush()).toBeNull();
  expect(await keepAwake()).toBeUndefined();
  expect(canShare()).toBe(false);
});

test('a cookie that may not be set is none', () => {
  vi.stubGlobal('document', {
    set cookie(_: string) {
      forbidden();
    },
  });
  expect(() => keepPreference('theme', 'dark')).not.toThrow();
});

test('what could not be copied is not told as copied', async () => {
  const removed = vi.fn<() => void>();
  const field = { select: () => {}, setAttribute: () => {}, style: {}, remove: removed };
  const say = (done: boolean | (() => boolean)) =>
    vi.stubGlobal('document', {
      activeElement: null,
      body: { append: () => {} },
      createElement: () => field,
      execCommand: typeof done === 'function' ? done : () => done,
    });
  vi.stubGlobal('HTMLElement', EventTarget);
  vi.stubGlobal('navigator', {});
  say(false);
  expect(await copyText('a')).toBe(false);
  say(forbidden as () => boolean);
  expect(await copyText('a')).toBe(false);
  say(true);
  expect(await copyText('a')).toBe(true);
  expect(removed).toHaveBeenCalledTimes(3);
});
