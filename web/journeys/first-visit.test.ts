import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServer } from '../../server/test/support/start-server.ts';
import { openBoard } from './support/board.ts';
import { phone, useStage } from './support/stage.ts';

const stage = useStage();

// A server of its own: on the shared one, strikes of other journeys push the demo off the front page.
let dataDir: string;
let server: ServerProcess;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-first-visit-'));
  server = await startServer({ DATA_DIR: dataDir, DEMO: 'on' });
});
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** A promise of the product: from the first page to the first card in a minute and a half. */
const FIRST_CLAIM_MS = 90_000;

test('a stranger with a phone joins with a handle and has a card within 90 seconds, without an e-mail', async () => {
  const { url } = server;
  const stranger = await stage.visitor({ size: phone, touch: true, url });
  const { page } = stranger;
  const cameAt = Date.now();
  await page.goto('/');

  // The front page names the fight and offers real work.
  await page.getByRole('heading', { name: 'Hold the line, keep the night bus' }).waitFor();
  await stranger.link('Writing').first().tap();
  await page.waitForURL(/skill=WRITING/);
  const offer = page
    .getByRole('article')
    .filter({ has: stranger.link(/^Take it/) })
    .first();
  const title = await offer.getByRole('heading').innerText();
  await offer.getByRole('link', { name: 'Take it' }).tap();

  await stranger.sees(`Then “${title}” is yours.`);
  await expect.poll(() => stranger.button('Join and take it').isEnabled()).toBe(true);
  expect(await page.locator('input[type=email]').count()).toBe(0);
  await stranger.field('Your handle').fill('night-owl');
  await stranger.sees('Good.');
  await page.getByRole('checkbox', { name: 'Writing', exact: true }).tap();
  await stranger.button('Join and take it').tap();

  // The card is held from this moment; the code is the only thing to keep.
  await page.getByRole('heading', { name: 'Keep this' }).waitFor();
  await stranger.sees(new RegExp(`“${title}” is yours until`));
  expect(Date.now() - cameAt).toBeLessThan(FIRST_CLAIM_MS);
  const code = await page.locator('p.code').innerText();
  expect(code.length).toBeGreaterThan(20);

  await stranger.button('I have kept it').tap();
  await page
    .getByRole('dialog')
    .getByText(/(You have this card|The card stays yours) until/)
    .waitFor();

  // Shown once: nothing on the page or in its sources gives it back.
  await page.goto('/join');
  await stranger.sees('You are night-owl already.');
  expect(await page.content()).not.toContain(code);

  // With it, another device is the same person.
  const atHome = await stage.visitor({ url });
  await atHome.page.goto('/sign-in?next=/me');
  await expect.poll(() => atHome.button('Sign in').isEnabled()).toBe(true);
  await atHome.field('Your handle').fill('night-owl');
  await atHome.field('Your recovery code').fill(code);
  await atHome.button('Sign in').click();
  // The code worked once; the next one is shown before anything else.
  await atHome.page.getByRole('heading', { name: 'Welcome back.' }).waitFor();
  await atHome.button('I have kept it, go on').click();
  await atHome.page.waitForURL('**/me');
  const table = atHome.page.getByRole('region', { name: 'On your table' });
  await table.getByRole('link', { name: title }).waitFor();
  await atHome.sees(/yours until/);
  // Who is new says once that they are on it.
  await atHome.button('I am on it').click();
  await expect.poll(() => atHome.button('I am on it').count()).toBe(0);

  // And a wrong one opens nothing.
  const guesser = await stage.visitor({ url });
  await guesser.page.goto('/sign-in');
  await expect.poll(() => guesser.button('Sign in').isEnabled()).toBe(true);
  await guesser.field('Your handle').fill('night-owl');
  await guesser.field('Your recovery code').fill(`${code.slice(0, -4)}0000`);
  await guesser.button('Sign in').click();
  await guesser.sees('That handle and code do not belong together.');
});

test('a handle that cannot be is said while it is typed, and one that is taken says so', async () => {
  const stranger = await stage.visitor();
  await stranger.page.goto('/join');
  await expect.poll(() => stranger.button('Join').isEnabled()).toBe(true);
  await stranger.field('Your handle').fill('oleander');
  await stranger.page.getByRole('checkbox', { name: 'Writing', exact: true }).click();
  await stranger.button('Join').click();
  await stranger.sees('That one is taken. Try another.');
  await stranger.field('Your handle').fill('a b');
  await stranger.sees(/Letters and digits/);
  await stranger.field('Your handle').fill('tea-and-toast');
  await stranger.button('Join').click();
  await stranger.page.getByRole('heading', { name: 'Keep this' }).waitFor();
  await stranger.button('I have kept it').click();
  await stranger.page.waitForURL((url) => url.pathname !== '/join');
});

test('ending a session elsewhere is told there within seconds', async () => {
  const atHome = await stage.visitor();
  const code = await atHome.join('two-places');
  const atWork = await stage.visitor();
  await atWork.page.goto('/sign-in?next=/c/hold-the-line/board');
  await expect.poll(() => atWork.button('Sign in').isEnabled()).toBe(true);
  await atWork.field('Your handle').fill('two-places');
  await atWork.field('Your recovery code').fill(code);
  await atWork.button('Sign in').click();
  await atWork.button('I have kept it, go on').click();
  await atWork.page.waitForURL('**/board');
  await atWork.page.locator('search').getByText('Live', { exact: true }).waitFor();

  await atHome.page.goto('/me/sessions');
  await atHome.button(/^End this one/).click();
  await expect.poll(() => atHome.button(/^End this one/).count()).toBe(0);

  await atWork.sees('Your session has ended');
  const board = await openBoard(atHome, '/c/hold-the-line/board');
  await board.equalsFreshLoad();
});
