import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { handleError } from './hooks.client.ts';

vi.mock('$app/state', () => ({ page: {} }));

const logged = vi.fn<(what: unknown) => void>();
beforeEach(() => {
  logged.mockClear();
  vi.stubGlobal('console', { ...console, error: logged });
});
afterEach(() => vi.unstubAllGlobals());

const serverIs = (there: boolean) =>
  vi.stubGlobal('fetch', async () => {
    if (!there) throw new TypeError('Failed to fetch');
    return new Response('ok');
  });
type Caught = Parameters<typeof handleError>[0];
const told = (error: unknown) => handleError({ kind: 'unknown', error } as Caught);

test.each([
  'Failed to fetch',
  'NetworkError when attempting to fetch resource.',
  'Load failed',
  'Failed to fetch dynamically imported module: http://localhost/_app/a.js',
  'error loading dynamically imported module: http://localhost/_app/a.js',
  'Importing a module script failed.',
])('"%s" is told as no connection, and is nothing to log', async (words) => {
  serverIs(true);
  expect(await told(new TypeError(words))).toEqual({ message: 'No connection', offline: true });
  expect(logged).not.toHaveBeenCalled();
});

test.each([
  'crypto.randomUUID is not a function',
  "Cannot read properties of undefined (reading 'card')",
  'can\'t access property "card", board is undefined',
  "undefined is not an object (evaluating 'board.card')",
  'Spread syntax requires ...iterable[Symbol.iterator] to be a function',
  'Attempted to assign to readonly property.',
])('"%s" is a mistake of ours even while no server answers, and is logged', async (words) => {
  serverIs(false);
  const mistake = new TypeError(words);
  expect(await told(mistake)).toEqual({ message: 'Something broke', offline: false });
  expect(logged).toHaveBeenCalledWith(mistake);
});

test('words that nobody knows are believed of the network only when no server answers', async () => {
  const strange = new TypeError('eine Verbindung kam nicht zustande');
  serverIs(false);
  expect(await told(strange)).toEqual({ message: 'No connection', offline: true });
  serverIs(true);
  expect(await told(strange)).toEqual({ message: 'Something broke', offline: false });
  expect(logged.mock.calls).toEqual([[strange]]);
});

test('what is no TypeError is not told as no connection, whoever answers', async () => {
  serverIs(false);
  for (const thrown of [new RangeError('Invalid time zone specified: Etc/Unknown'), 'words', undefined]) {
    expect(await told(thrown)).toEqual({ message: 'Something broke', offline: false });
    expect(logged).toHaveBeenLastCalledWith(thrown);
  }
});
