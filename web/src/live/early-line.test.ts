import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** A page with a line, and what is said on it. */
async function page(readyState: number, answer?: MessageEvent) {
  const said: unknown[] = [];
  const line = { readyState, answer, send: (data: unknown) => said.push(data), close: vi.fn() };
  const window = { earlyLine: line };
  vi.stubGlobal('window', window);
  vi.stubGlobal('WebSocket', { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 });
  const { takeEarlyLine } = await import('./early-line.ts');
  return { line: line as unknown as WebSocket, window, said, take: takeEarlyLine };
}

/** As a client begins on a new socket: hello when it is open, and then what it has to say. */
function begin(line: WebSocket): unknown[] {
  const heard: unknown[] = [];
  Object.assign(line, {
    onmessage: (message: MessageEvent) => void heard.push(message),
    onopen: () => {
      heard.push('open');
      line.send('hello');
      line.send('subscribe');
    },
  });
  return heard;
}

test('who takes an open line hears of its beginning, and its own hello is not said again', async () => {
  const answer = new MessageEvent('message');
  const { line, said, take } = await page(1, answer);
  expect(take()).toBe(line);
  const heard = begin(line);
  await Promise.resolve();
  expect(heard).toEqual(['open', answer]);
  expect(said).toEqual(['subscribe']);
});

test('the answer to the hello may still be on its way', async () => {
  const { line, take } = await page(1);
  take();
  const heard = begin(line);
  await Promise.resolve();
  expect(heard).toEqual(['open']);
});

test('one that is being made is left as it is', async () => {
  const { line, said, take } = await page(0);
  expect(take()).toBe(line);
  const heard = begin(line);
  await Promise.resolve();
  expect(heard).toEqual([]);
  line.onopen?.(new Event('open'));
  expect(said).toEqual(['hello', 'subscribe']);
});

test('it is given once, and one that goes is not given', async () => {
  const { take } = await page(1);
  expect(take()).toBeDefined();
  expect(take()).toBeUndefined();
  for (const gone of [2, 3]) expect((await page(gone)).take()).toBeUndefined();
});

test('it is not given to another page than the first, which may be another person’s', async () => {
  const { line, take } = await page(1);
  const { leaveFirstPage } = await import('#web/hydration/turns.ts');
  leaveFirstPage();
  expect(take()).toBeUndefined();
  expect(line.close).toHaveBeenCalled();
});
