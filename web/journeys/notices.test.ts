import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailCatcher, startMailCatcher } from '../../server/test/support/mail-catcher.ts';
import { type ServerProcess, startServer } from '../../server/test/support/start-server.ts';
import {
  AddCommentDocument,
  ClaimCardDocument,
  HandInCardDocument,
  RequestChangesDocument,
} from '../src/gql/graphql.ts';
import { openBoard } from './support/board.ts';
import { expectNothing } from './support/axe.ts';
import { phone, smallPhone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

// Word gets through: a volunteer is told in the app at once, and by mail when what belongs together was collected.

const stage = useStage();
let post: MailCatcher;
let server: ServerProcess;
let dataDir: string;
beforeAll(async () => {
  post = await startMailCatcher();
  dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-notices-'));
  server = await startServer({
    DATA_DIR: dataDir,
    DEMO: 'on',
    SMTP_URL: post.url,
    MAIL_COLLECT_SECONDS: '20',
  });
});
afterAll(async () => {
  await server.stop();
  await post.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Long enough for what happens together to be collected into one mail, on a slow machine too. */
const MAIL_LIMIT_MS = 100_000;

test('a volunteer gives an address, and hears live and by mail that changes are asked for', async () => {
  const organizer = await stage.visitor({ url: server.url });
  await organizer.join('word-sender');
  const strike = await callStrike(organizer, 'word-sender', 'word-gets-through');
  const card = await strike.card('Leaflet for the gate');
  const volunteer = await stage.visitor({ url: server.url, size: phone, touch: true });
  await volunteer.context.addInitScript(axe.source);
  await volunteer.join('word-taker');
  await volunteer.ask(ClaimCardDocument, { input: { cardId: card.id } });
  await volunteer.ask(HandInCardDocument, {
    input: { cardId: card.id, note: 'Here it is', links: [{ url: 'https://files.example.org/it' }] },
  });
  const { page } = volunteer;

  // The address, with a slip first: what was typed stays.
  await page.goto('/me/contact');
  await expectNothing(volunteer, '/me/contact');
  await volunteer.field('Your e-mail address').fill('nadia@localhost');
  await volunteer.button('Send me a code').click();
  await volunteer.sees('Use an e-mail address, as in name@example.org.');
  expect(await volunteer.field('Your e-mail address').inputValue()).toBe('nadia@localhost');
  await volunteer.field('Your e-mail address').fill('nadia@example.org');
  await volunteer.button('Send me a code').click();
  await volunteer.sees('If n…@example.org is right, a code is on its way. It counts for half an hour.');
  await expect.poll(() => post.caught.length).toBe(1);
  const [, code = ''] = /^(\d{6})$/m.exec(post.caught[0]!.raw) ?? [];
  await volunteer.field('The code from the mail').fill(code === '111111' ? '222222' : '111111');
  await volunteer.button('Confirm').click();
  await volunteer.sees('We do not know that one.');
  await volunteer.field('The code from the mail').fill(code);
  await volunteer.button('Confirm').click();
  await volunteer.sees('Messages go to n…@example.org.');
  expect(await page.content()).not.toContain('nadia@example.org');
  // Whatever the hour of this journey: no quiet hours.
  await volunteer.field('From').fill('00:00');
  await volunteer.field('Until').fill('00:00');
  await page.getByRole('region', { name: 'Quiet hours' }).getByRole('button', { name: 'Save' }).click();
  await volunteer.isTold('Saved');

  // Live, with the page as it stands; on the board by the socket the board has.
  const sockets: string[] = [];
  page.on('websocket', (socket) => {
    // The page before may open its own until it is left.
    if (page.url().endsWith(strike.board)) sockets.push(socket.url());
  });
  await openBoard(volunteer, strike.board);
  await page.getByRole('link', { name: 'What is new', exact: true }).waitFor();
  await organizer.ask(RequestChangesDocument, { input: { cardId: card.id, note: 'Twice as big, please' } });
  await page.getByRole('link', { name: 'What is new: 1 not read' }).waitFor();
  expect(sockets).toHaveLength(1);

  await volunteer.link('What is new: 1 not read').click();
  await volunteer.link('Changes are asked for').waitFor();
  await volunteer.sees('“Leaflet for the gate”');
  await organizer.ask(AddCommentDocument, { input: { cardId: card.id, text: 'A3 if you can' } });
  await volunteer.link('There is a new comment').waitFor();
  await volunteer.link('What is new: 2 not read').waitFor();
  for (const path of ['/me/notices', '/me/contact']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await expectNothing(volunteer, `${path}, ${colorScheme}`);
    }
  }

  // By mail, both things in one.
  await expect.poll(() => post.caught.length, { timeout: MAIL_LIMIT_MS }).toBe(2);
  const { to, raw } = post.caught[1]!;
  expect(to).toEqual(['nadia@example.org']);
  expect(raw).toContain('Subject: 2 new things for you');
  expect(raw).toContain('- Changes are asked for: “Leaflet for the gate”');
  expect(raw).toContain('- There is a new comment: “Leaflet for the gate”');
  expect(raw).not.toContain('A3 if you can');

  await page.goto('/me/notices');
  await volunteer.link('Changes are asked for').click();
  await page.getByRole('dialog').getByRole('heading', { name: 'Leaflet for the gate' }).waitFor();
  await page.goto('/me/notices');
  await volunteer.link('What is new: 1 not read').waitFor();
  await volunteer.button('Mark all as read').click();
  await page.getByRole('link', { name: 'What is new', exact: true }).waitFor();

  // The end of it, by the link in the mail and by nobody's session.
  const [stop = ''] = /\/unsubscribe\/[\w.-]+/.exec(raw) ?? [];
  const reader = await stage.visitor({ url: server.url });
  await reader.context.addInitScript(axe.source);
  await reader.page.goto(stop);
  await expectNothing(reader, 'the end of e-mail');
  await reader.button('Stop e-mail').click();
  await reader.sees('Done. We send you no more e-mail.');
  await page.goto('/me/contact');
  await expect.poll(() => volunteer.field('Send me e-mail').isChecked()).toBe(false);
}, 240_000);

test('a calendar has an address that is shown once, and every word is there in Spanish', async () => {
  const visitor = await stage.visitor({ url: server.url, language: 'es-MX', size: smallPhone, touch: true });
  await visitor.join('calendario');
  const { page } = visitor;
  await page.goto('/me/contact');
  await page.getByRole('heading', { name: 'Cómo te avisamos' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(smallPhone.width);
  const theme = (await page.locator('header nav > :last-child').boundingBox())!;
  expect(theme.x + theme.width).toBeLessThanOrEqual(smallPhone.width);
  await visitor.button('Crear una dirección').click();
  const address = await page.getByText(/\/calendar\/[\w-]{43}\.ics/).innerText();
  const answer = await page.request.get(address);
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  await page.reload();
  await visitor.sees('Hay una desde');
  expect(await page.content()).not.toContain('.ics');
  await visitor.button('Anular la dirección').click();
  await visitor.seesNoMore('Hay una desde');
  expect((await page.request.get(address)).status()).toBe(404);
  await page.goto('/me/notices');
  await visitor.sees('Todavía nada. Cuando alguien te necesite o te conteste, aparece aquí.');
  // The worker that shows push messages may run under our content security policy.
  const scope = await page.evaluate(
    async () =>
      (await navigator.serviceWorker.register('/service-worker.js?lang=es', { type: 'module' })).scope,
  );
  expect(scope).toBe(`${server.url}/`);
});
