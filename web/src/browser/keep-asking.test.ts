import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchAhead, keepAsking, type Missing } from './keep-asking.ts';

const ask = vi.fn<() => Promise<Response>>();
beforeEach(() => {
  vi.useFakeTimers();
  ask.mockReset().mockResolvedValue(new Response('ok'));
  vi.stubGlobal('fetch', ask);
  vi.stubGlobal('addEventListener', device.addEventListener.bind(device));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const device = new EventTarget();

const gone = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module: /x.js'));
const aWhile = 60_000;

test('code that did not come is asked for until it comes, and what is waited for is said', async () => {
  ask.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const load = vi.fn<() => Promise<string>>().mockImplementationOnce(gone).mockResolvedValue('here');
  const said: Missing[] = [];
  const coming = keepAsking(load, { missing: (why) => said.push(why) });
  await vi.advanceTimersByTimeAsync(aWhile);
  expect(await coming).toBe('here');
  expect([load.mock.calls.length, said]).toEqual([2, ['away']]);
});

test('of code that the server has not any more one hears that, and not of a connection', async () => {
  const load = vi.fn<() => Promise<string>>().mockImplementation(gone);
  const said: Missing[] = [];
  const nobody = new AbortController();
  const coming = keepAsking(load, { missing: (why) => said.push(why), signal: nobody.signal });
  coming.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(aWhile);
  nobody.abort();
  await expect(coming).rejects.toThrow();
  expect(said.slice(0, 2)).toEqual(['away', 'replaced']);
  const tries = load.mock.calls.length;
  await vi.advanceTimersByTimeAsync(aWhile);
  expect(load.mock.calls.length).toBe(tries);
});

test('a device that is back is not waited for any longer', async () => {
  ask.mockRejectedValue(new TypeError('Failed to fetch'));
  const load = vi.fn<() => Promise<string>>().mockImplementation(gone);
  const coming = keepAsking(load);
  await vi.advanceTimersByTimeAsync(aWhile);
  load.mockReset().mockResolvedValue('here');
  ask.mockResolvedValue(new Response('ok'));
  device.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(await coming).toBe('here');
});

test('what our own code does wrong is no connection that went', async () => {
  const load = () => Promise.reject(new TypeError('x is not a function'));
  await expect(keepAsking(load)).rejects.toThrow('x is not a function');
});

test('one thing that is broken does not hold up what is fetched after it', async () => {
  const last = vi.fn<() => Promise<string>>().mockResolvedValue('here');
  await fetchAhead(
    [() => Promise.reject(new TypeError('x is not a function')), last],
    new AbortController().signal,
  );
  expect(last).toHaveBeenCalledTimes(1);
});
