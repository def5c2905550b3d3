import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepPage } from './keep-page.ts';

const ask = vi.fn<(input: string) => Promise<Response>>();
let here: URL;
let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  ask.mockReset();
  here = new URL('https://board.example/desk?kind=STRIKE');
  vi.stubGlobal('window', { fetch: ask });
  stop = keepPage(() => here);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const gone = () => Promise.reject(new TypeError('Load failed'));
const data = 'https://board.example/desk/__data.json?kind=STRIKE&x-sveltekit-invalidated=01';

/** What has become of a request after a while. */
async function stateOf(answer: Promise<Response>): Promise<string> {
  let state = 'waits';
  void answer.then(
    ({ status }) => (state = String(status)),
    () => (state = 'failed'),
  );
  await vi.advanceTimersByTimeAsync(20_000);
  return state;
}

test('data of the page that is shown are asked for until they come', async () => {
  ask.mockImplementationOnce(gone).mockResolvedValueOnce(new Response('', { status: 503 }));
  ask.mockImplementationOnce(gone).mockResolvedValue(new Response('here'));
  expect(await stateOf(window.fetch(data))).toBe('200');
  expect(ask).toHaveBeenCalledTimes(4);
});

test('who has gone elsewhere is not called back, and nothing is asked for again', async () => {
  ask.mockImplementation(() => {
    here = new URL('https://board.example/me');
    return gone();
  });
  expect(await stateOf(window.fetch(data))).toBe('waits');
  expect(ask).toHaveBeenCalledTimes(1);
});

test('what the server says of the page is heard, and so is its refusal', async () => {
  ask.mockResolvedValue(new Response('', { status: 500 }));
  expect(await stateOf(window.fetch(data))).toBe('500');
});

test.each([
  'https://board.example/me/__data.json?x-sveltekit-invalidated=01',
  'https://board.example/desk/__data.json?kind=BOYCOTT&x-sveltekit-invalidated=01',
  'https://other.example/desk/__data.json?kind=STRIKE',
  '/graphql',
])('%s fails as it did', async (address) => {
  ask.mockImplementation(gone);
  expect(await stateOf(window.fetch(address))).toBe('failed');
  expect(ask).toHaveBeenCalledTimes(1);
});

test('the first page has its data beside the root', async () => {
  here = new URL('https://board.example/');
  ask.mockImplementation(gone);
  expect(await stateOf(window.fetch('https://board.example/__data.json?x-sveltekit-invalidated=1'))).toBe(
    'waits',
  );
});
