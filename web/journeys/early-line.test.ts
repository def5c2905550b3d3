import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { becomeDemoPerson } from './support/demo-person.ts';
import { holdScripts } from './support/hold-scripts.ts';
import { useStage } from './support/stage.ts';

const stage = useStage();

const HELLO = '"type":"connection_init"';

/** The lines of a page, by what the page says on each. */
function linesOf(page: Page): string[][] {
  const lines: string[][] = [];
  page.on('websocket', (socket) => {
    const said: string[] = [];
    lines.push(said);
    socket.on('framesent', ({ payload }) => said.push(String(payload)));
  });
  return lines;
}

/** On a board, a desk, and in the room of an event. */
const isLive = (page: Page) => page.locator('.status.live, .room .live').waitFor({ state: 'attached' });
const isAnswered = () => window.earlyLine?.answer !== undefined;

const pages = [
  { path: '/c/hold-the-line/board' },
  { path: '/c/hold-the-line/board', as: 'ORGANIZER' },
  { path: '/desk', as: 'COORDINATOR' },
  { path: '/e/picket-line-call' },
] as const;

test.each(pages)('$path asks for its line while its scripts come, and for no other', async (each) => {
  const { page, context } = await stage.visitor();
  if ('as' in each) await becomeDemoPerson(context.request, each.as);
  const lines = linesOf(page);
  const letCome = await holdScripts(context);
  await page.goto(each.path, { waitUntil: 'commit' });
  await page.waitForFunction(isAnswered);
  expect(lines).toEqual([[expect.stringContaining(HELLO)]]);
  letCome();
  await isLive(page);
  expect(lines).toHaveLength(1);
  const [said = []] = lines;
  expect(said.filter((frame) => frame.includes(HELLO))).toHaveLength(1);
  expect(said.some((frame) => frame.includes('"type":"subscribe"'))).toBe(true);
  expect(await page.evaluate(() => window.earlyLine)).toBeUndefined();
});

test('a line that has gone by the time the scripts are there is asked for anew', async () => {
  const { page, context } = await stage.visitor();
  const lines = linesOf(page);
  const letCome = await holdScripts(context);
  await page.goto('/c/hold-the-line/board', { waitUntil: 'commit' });
  await page.waitForFunction(isAnswered);
  await page.evaluate(
    () =>
      new Promise((gone) => {
        window.earlyLine!.addEventListener('close', gone);
        window.earlyLine!.close();
      }),
  );
  letCome();
  await isLive(page);
  expect(lines).toHaveLength(2);
});

test('a page that is not live asks for none', async () => {
  const { page, context } = await stage.visitor();
  const lines = linesOf(page);
  const letCome = await holdScripts(context);
  await page.goto('/c/hold-the-line', { waitUntil: 'load' });
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 100))));
  expect(lines).toEqual([]);
  letCome();
});
