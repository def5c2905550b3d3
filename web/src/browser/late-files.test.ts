import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let fetchLateFiles: (files: readonly string[]) => Promise<void>;
const ask = vi.fn<(file: string) => Promise<Response>>();

beforeEach(async () => {
  ask.mockReset().mockImplementation(() => Promise.resolve(new Response()));
  vi.stubGlobal('fetch', ask);
  vi.resetModules();
  ({ fetchLateFiles } = await import('./late-files.ts'));
});
afterEach(() => vi.unstubAllGlobals());

test('each file is asked for in a turn of its own, and what is pressed is heard in between', async () => {
  const turns: (() => void)[] = [];
  vi.doMock('./next-turn.ts', () => ({
    nextTurn: () => new Promise<void>((come) => turns.push(come)),
  }));
  vi.resetModules();
  ({ fetchLateFiles } = await import('./late-files.ts'));
  vi.doUnmock('./next-turn.ts');
  const files = ['a.js', 'b.js', 'c.css'];
  const coming = fetchLateFiles(files);
  for (const count of files.keys()) {
    await vi.waitFor(() => expect(turns.length).toBe(count + 1));
    expect(ask.mock.calls.flat()).toEqual(files.slice(0, count));
    turns[count]!();
  }
  await coming;
  expect(ask.mock.calls.flat()).toEqual(files);
});

test('all are on their way before the first has come', async () => {
  const answers: (() => void)[] = [];
  ask.mockImplementation(() => new Promise((resolve) => answers.push(() => resolve(new Response()))));
  const coming = fetchLateFiles(['a.js', 'b.js']);
  await vi.waitFor(() => expect(answers.length).toBe(2));
  for (const answer of answers) answer();
  await coming;
});

test('one that did not come is said, and is all that the next try asks for', async () => {
  ask.mockImplementation((file) =>
    file === 'b.js' ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(new Response()),
  );
  await expect(fetchLateFiles(['a.js', 'b.js'])).rejects.toThrow('Failed to fetch');
  ask.mockReset().mockImplementation(() => Promise.resolve(new Response('', { status: 404 })));
  await expect(fetchLateFiles(['a.js', 'b.js'])).rejects.toThrow('b.js');
  ask.mockReset().mockImplementation(() => Promise.resolve(new Response()));
  await fetchLateFiles(['a.js', 'b.js']);
  await fetchLateFiles(['a.js', 'b.js']);
  expect(ask.mock.calls).toEqual([['b.js']]);
});
