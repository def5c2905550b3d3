import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Editing } from '#web/form/editing.svelte.ts';
import type { WorkDraft } from '../board.svelte.ts';
import { workText } from './work-text.ts';
import { WorkWriting } from './work-writing.svelte.ts';

// Only what needs a browser or a server is stood in for.
vi.mock('$app/navigation', () => ({ refreshAll: () => Promise.resolve() }));

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

interface Work {
  note: string;
  links?: { url: string }[] | null;
  asRead?: { note?: string | null; links?: { url: string }[] | null } | null;
}

/** A server that keeps one draft, in its own way of writing, and refuses what was not read. */
class Keeper {
  draft: WorkDraft | null = null;
  saves = 0;
  asked = 0;
  /** Waited for before it answers. */
  held: Promise<void> = Promise.resolve();
  isCut = false;

  keep(note: string, urls: string[] = []): void {
    this.saves += 1;
    const savedAt = new Date(Date.UTC(2026, 2, 1) + this.saves).toISOString();
    const links = urls.map((url) => ({ url: new URL(url).href, label: new URL(url).host }));
    this.draft = { note: note.trim(), links, savedAt };
  }

  async save({ note, links, asRead }: Work): Promise<readonly never[]> {
    this.asked += 1;
    const now = {
      note: this.draft?.note ?? '',
      links: (this.draft?.links ?? []).map(({ url }) => ({ url })),
    };
    const wanted = { note: note.trim(), links: (links ?? []).map(({ url }) => ({ url: new URL(url).href })) };
    const say = JSON.stringify;
    const stale = (['note', 'links'] as const)
      .filter((field) => say(asRead?.[field]) !== say(now[field]) && say(wanted[field]) !== say(now[field]))
      .map((field) => ({ field, now: say(now[field]) }));
    if (stale.length === 0)
      this.keep(
        note,
        links?.map(({ url }) => url),
      );
    await this.held;
    if (this.isCut) throw new TypeError('The line was cut');
    return stale.length > 0 ? [{ __typename: 'StaleFields', code: 'STALE_FIELDS', stale } as never] : [];
  }

  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.held = promise;
    return resolve;
  }
}

function begin(keeper: Keeper, { left = null as WorkDraft | null } = {}) {
  const own = keeper.draft;
  const drafts = new Map<string, WorkDraft>();
  const board = {
    drafts,
    connected: true,
    viewer: { person: { id: 'me' } },
    async saveDraft(_card: unknown, work: Work) {
      const errors = await keeper.save(work);
      if (errors.length === 0 && keeper.draft) drafts.set('card', keeper.draft);
      return errors;
    },
  };
  const work = new WorkWriting(
    {
      board: board as never,
      card: { id: 'card' },
      own: () => own,
      left: () => left,
      reload: async () => {},
      now: () => Date.now(),
    },
    (options) => new Editing(options),
  );
  const { editing } = work;
  const type = (note: string, links = editing.typed.links) => {
    Object.assign(editing.typed, { note, links });
    work.touched();
  };
  return { work, editing, type, board };
}

test('one’s own next save never clashes with the one before, and nothing moves under the pen', async () => {
  const keeper = new Keeper();
  const { work, editing, type } = begin(keeper);
  type('Hello ', 'example.org\n');
  await work.save();
  await work.save();
  expect({ ...editing.typed }).toEqual({ note: 'Hello ', links: 'example.org\n' });
  const answer = keeper.hold();
  type('Hello w', 'example.org/a');
  const saving = work.save();
  await Promise.resolve();
  type('Hello world ', 'example.org/a/b');
  const next = work.save();
  await vi.advanceTimersByTimeAsync(10_000);
  // One after the other.
  expect(keeper.asked).toBe(2);
  answer();
  await Promise.all([saving, next]);
  expect([editing.clashes, editing.changed]).toEqual([[], []]);
  expect({ ...editing.typed }).toEqual({ note: 'Hello world ', links: 'example.org/a/b' });
  expect(workText(keeper.draft)).toEqual({ note: 'Hello world', links: 'https://example.org/a/b' });
});

test('a save whose answer was lost is one’s own, whatever was typed since', async () => {
  const keeper = new Keeper();
  const { work, editing, type } = begin(keeper);
  keeper.isCut = true;
  type('Hello ', 'example.org');
  expect(await work.save()).toBeInstanceOf(TypeError);
  keeper.isCut = false;
  type('Hello world', 'example.org/a');
  await work.save();
  await vi.runAllTimersAsync();
  await work.save();
  expect([editing.clashes, keeper.draft?.note]).toEqual([[], 'Hello world']);
  // The page was closed before the last words were sent.
  type('Hello world, again', 'example.org/a/b');
  const nextDay = begin(keeper).editing;
  nextDay.restore(JSON.parse(kept.get('draft:handIn:me:card') ?? 'null'));
  expect([nextDay.clashes, nextDay.typed.links]).toEqual([[], 'example.org/a/b']);
});

test('another device’s words are asked about where both wrote, and nothing is sent before', async () => {
  const keeper = new Keeper();
  const { work, editing, type, board } = begin(keeper);
  keeper.keep('From the phone', ['https://phone.example']);
  type('From here');
  await work.save();
  expect(editing.clashes).toEqual(['note']);
  expect([editing.theirs('note'), editing.typed.links]).toEqual(['From the phone', 'https://phone.example/']);
  await work.save();
  expect([keeper.saves, board.drafts.get('card')?.note]).toEqual([1, 'From the phone']);
  editing.keepMine('note');
  await work.save();
  expect(workText(keeper.draft)).toEqual({ note: 'From here', links: 'https://phone.example/' });
});

test('what only the other device changed follows, and what is typed here goes on top of it', async () => {
  const keeper = new Keeper();
  const { work, editing, type } = begin(keeper);
  keeper.keep('', ['https://phone.example']);
  type('From here');
  await work.save();
  await vi.runAllTimersAsync();
  expect([editing.clashes, workText(keeper.draft)]).toEqual([
    [],
    { note: 'From here', links: 'https://phone.example/' },
  ]);
});

test('who goes on with what another left for them has nothing to choose', async () => {
  const keeper = new Keeper();
  const left = { note: 'Half of it', links: [], savedAt: '2026-03-01T00:00:00.000Z' };
  const { work, editing, type } = begin(keeper, { left });
  expect(editing.typed.note).toBe('Half of it');
  type('Half of it, and the rest');
  await work.save();
  expect([editing.clashes, keeper.draft?.note]).toEqual([[], 'Half of it, and the rest']);
});
