import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Editing } from './editing.svelte.ts';
import { Sending } from './sending.svelte.ts';

// Only what needs a browser is stood in for: its memory, and the reload of a page's data.
const page = vi.hoisted(() => ({ refresh: () => Promise.resolve() }));
vi.mock('$app/navigation', () => ({ refreshAll: () => page.refresh() }));

interface Words {
  title: string;
  story: string;
  startsAt: string | null;
  languages: string[];
}
const saved: Words = { title: 'Old', story: 'Old story', startsAt: null, languages: ['en', 'es'] };

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  page.refresh = () => Promise.resolve();
});

function begin(now: () => Words = () => saved, draft: string | null = 'words:me:1') {
  const editing = new Editing<Words>({ saved: now, draft, sets: ['languages'] });
  const type = (words: Partial<Words>) => {
    Object.assign(editing.typed, words);
    editing.touched();
  };
  return { editing, type };
}
const draftNow = () => JSON.parse(kept.get('draft:words:me:1') ?? 'null') as unknown;
const sending = () => new Sending(((key: string) => key) as never);

test('only what was changed is sent, with what it was changed from', () => {
  const { editing, type } = begin();
  type({ story: 'New story' });
  expect(editing.edit).toEqual({ typed: { story: 'New story' }, asRead: { story: 'Old story' } });
  type({ story: 'Old story' });
  expect(editing.edit).toEqual({ typed: {}, asRead: {} });
  expect(draftNow()).toBeNull();
});

test('what only others change follows, and what only I change stays mine', () => {
  const { editing, type } = begin();
  type({ story: 'Mine' });
  editing.meet({ ...saved, title: 'Theirs' });
  expect(editing.typed).toMatchObject({ title: 'Theirs', story: 'Mine' });
  expect(editing.clashes).toEqual([]);
  expect(editing.edit.asRead).toEqual({ story: 'Old story' });
});

test('a draft kept for days over an edit of others undoes nothing and clashes where both wrote', () => {
  begin().type({ story: 'Mine', title: 'My title' });
  const { editing } = begin(() => ({ ...saved, story: 'Theirs', startsAt: '2026-03-02T11:00:00.000Z' }));
  editing.restore(draftNow());
  expect(editing.fromDraft).toBe(true);
  expect(editing.typed).toEqual({
    title: 'My title',
    story: 'Mine',
    startsAt: '2026-03-02T11:00:00.000Z',
    languages: ['en', 'es'],
  });
  expect(editing.clashes).toEqual(['story']);
  expect(editing.theirs('story')).toBe('Theirs');
  expect(editing.edit.asRead).toMatchObject({ story: 'Old story' });
});

test('of a clash one keeps one or the other, and the draft remembers the choice', () => {
  const { editing, type } = begin();
  type({ story: 'Mine', title: 'My title' });
  editing.meet({ ...saved, story: 'Theirs', title: 'Their title' });
  editing.keepMine('story');
  editing.takeTheirs('title');
  expect(editing.clashes).toEqual([]);
  expect(editing.edit).toEqual({ typed: { story: 'Mine' }, asRead: { story: 'Theirs' } });
  expect(draftNow()).toEqual(editing.edit);
  // They change it once more: that is another clash.
  editing.meet({ ...saved, story: 'Theirs again', title: 'Their title' });
  expect(editing.clashes).toEqual(['story']);
});

test('boxes that two tick in one list do not clash', () => {
  const { editing, type } = begin();
  type({ languages: ['en', 'fr'] });
  editing.meet({ ...saved, languages: ['en', 'es', 'ar'] });
  expect(editing.clashes).toEqual([]);
  expect([...editing.typed.languages].sort()).toEqual(['ar', 'en', 'fr']);
});

test('who wrote the same as they did has nothing left to save', () => {
  const { editing, type } = begin();
  type({ story: 'Same' });
  editing.meet({ ...saved, story: 'Same' });
  expect([editing.clashes, editing.changed]).toEqual([[], []]);
  expect(draftNow()).toBeNull();
});

test('what is typed while the request is under way is kept, and goes with the next', async () => {
  const { editing, type } = begin(() => saved);
  type({ story: 'First' });
  const asked: unknown[] = [];
  await editing.send(sending(), async (edit) => {
    asked.push(edit);
    type({ story: 'First and second' });
    return [];
  });
  expect(asked).toEqual([{ typed: { story: 'First' }, asRead: { story: 'Old story' } }]);
  expect(editing.edit).toEqual({ typed: { story: 'First and second' }, asRead: { story: 'First' } });
  expect(draftNow()).toMatchObject(editing.edit);
});

test('what the server makes of one’s own words is nobody else’s change, whatever was typed meanwhile', async () => {
  let now = saved;
  const { editing, type } = begin(() => now);
  page.refresh = async () => editing.meet((now = { ...saved, story: 'First' }));
  type({ story: 'First ' });
  await editing.send(sending(), async () => {
    type({ story: 'First and' });
    return [];
  });
  expect([editing.clashes, editing.typed.story]).toEqual([[], 'First and']);
  expect(editing.edit.asRead).toEqual({ story: 'First' });
});

test('what arrived although its answer was lost is one’s own, on the next day too; what others wrote is not', async () => {
  let now = saved;
  const { editing, type } = begin(() => now);
  type({ story: 'First' });
  const lost = async () => {
    now = { ...saved, story: 'First' };
    throw new Error('The line was cut');
  };
  expect(await editing.send(sending(), lost)).toBe(false);
  type({ story: 'First and second' });
  const nextDay = begin(() => now).editing;
  nextDay.restore(draftNow());
  for (const form of [editing, nextDay]) {
    form.meet(now);
    expect([form.clashes, form.edit.asRead]).toEqual([[], { story: 'First' }]);
    form.meet({ ...now, story: 'Theirs' });
    expect(form.clashes).toEqual(['story']);
  }
});

test('another tab goes on with what is typed here, letter by letter, until something is typed there', () => {
  const { editing, type } = begin();
  const other = begin(() => saved).editing;
  for (const story of ['H', 'He', 'Hello']) {
    type({ story });
    other.restore(draftNow());
    expect(other.typed.story).toBe(story);
  }
  other.typed.story = 'Hello there';
  editing.typed.story = 'Hello!';
  editing.touched();
  other.restore(draftNow());
  expect(other.typed.story).toBe('Hello there');
});

test('what turns out to be stale is read anew: sent again where nothing clashes, asked about where it does', async () => {
  let now = saved;
  const { editing, type } = begin(() => now);
  const stale = { __typename: 'StaleFields', code: 'STALE_FIELDS', message: '' } as never;
  type({ story: 'Mine' });
  const asked: unknown[] = [];
  const refuseOnce = async (edit: unknown) => {
    asked.push(edit);
    return asked.length === 1 ? [stale] : [];
  };
  page.refresh = async () => void (now = { ...saved, title: 'Theirs' });
  expect(await editing.send(sending(), refuseOnce)).toBe(true);
  expect(asked).toHaveLength(2);

  const { editing: mine, type: typeMore } = begin(() => now);
  typeMore({ story: 'Mine once more' });
  page.refresh = async () => void (now = { ...now, story: 'Theirs' });
  expect(await mine.send(sending(), async () => [stale])).toBe(false);
  expect(mine.clashes).toEqual(['story']);
  expect(mine.typed.story).toBe('Mine once more');
});

test('of another tab only what this one did not change is taken', () => {
  const { editing, type } = begin();
  type({ title: 'Here' });
  editing.restore({
    typed: { title: 'There', story: 'There' },
    asRead: { title: 'Old', story: 'Old story' },
  });
  expect(editing.typed).toMatchObject({ title: 'Here', story: 'There' });
});

test.each([null, 'x', {}, { typed: {} }, { typed: { title: 3 }, asRead: { title: 'Old' } }, { typed: null }])(
  'a draft that does not fit is none: %j',
  (draft) => {
    const { editing } = begin();
    editing.restore(draft);
    expect([editing.changed, editing.fromDraft]).toEqual([[], false]);
  },
);
