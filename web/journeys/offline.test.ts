import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startServer } from '../../server/test/support/start-server.ts';
import { ClaimCardDocument, HandInCardDocument, SaveDraftDocument } from '../src/gql/graphql.ts';
import { openBoard } from './support/board.ts';
import { useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();

test('in a tunnel the board says since when, refuses in words, keeps what was typed, and catches up', async () => {
  const organizer = await stage.visitor();
  await organizer.join('tunnel-guide');
  const strike = await callStrike(organizer, 'tunnel-guide', 'the-tunnel');
  const mine = await strike.card('Timeline of the talks');
  const others = await strike.card('Quotes from the line');
  await strike.card('Captions for photos');
  const friend = await stage.visitor();
  await friend.join('outside-friend');
  const rider = await stage.visitor();
  rider.allow(/ERR_INTERNET_DISCONNECTED/);
  await rider.join('metro-rider');
  await rider.ask(ClaimCardDocument, { input: { cardId: mine.id } });
  const board = await openBoard(rider, strike.board);
  const { page, context } = rider;
  await board.complete();

  await board
    .card('Timeline of the talks')
    .getByRole('button', { name: /^Hand in/ })
    .click();
  await rider.field('What you made').fill('Seven months in ');
  await context.setOffline(true);
  await page
    .locator('search')
    .getByText(/^Offline since \d{1,2}:\d\d/)
    .waitFor({ state: 'attached' });
  await rider.field('What you made').pressSequentially('nine lines');
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in', exact: true }).click();
  await rider.sees(
    'You are offline. Nothing was sent; what you typed is kept. Try again when the board is live.',
  );
  expect(await rider.field('What you made').inputValue()).toBe('Seven months in nine lines');
  await board.closeDialog();
  await rider.sees(/^You are offline\. This is how things were at/);

  // A move without words is refused on the card itself, which stays where it was.
  await board.chooseMove('Timeline of the talks', 'Extend');
  await board.shows('Timeline of the talks', 'CLAIMED', /^You are offline\. Nothing was sent/);

  // Meanwhile the others go on.
  await friend.ask(ClaimCardDocument, { input: { cardId: others.id } });
  await friend.ask(HandInCardDocument, { input: { cardId: others.id, note: 'Done', links: [] } });
  await strike.card('A new one meanwhile');
  expect(await board.card('A new one meanwhile').count()).toBe(0);

  await context.setOffline(false);
  await board.live();
  await board.shows('Quotes from the line', 'IN_REVIEW', 'outside-friend');
  await board.shows('A new one meanwhile', 'OPEN');
  await board.equalsFreshLoad();

  // The text outlives a reload, too, and goes in when the person says so.
  await page.reload();
  await board.live();
  await board
    .card('Timeline of the talks')
    .getByRole('button', { name: /^Hand in/ })
    .click();
  await expect.poll(() => rider.field('What you made').inputValue()).toBe('Seven months in nine lines');
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in', exact: true }).click();
  await rider.sees('Handed in. Thank you.');
});

test('a draft that was begun on another device is there, and a line that is cut unseen is noticed', async () => {
  const organizer = await stage.visitor();
  await organizer.join('line-keeper');
  const strike = await callStrike(organizer, 'line-keeper', 'the-line');
  const card = await strike.card('Open letter');
  const writer = await stage.visitor();
  await writer.join('late-writer');
  await writer.ask(ClaimCardDocument, { input: { cardId: card.id } });
  await writer.ask(SaveDraftDocument, {
    input: { cardId: card.id, note: 'From the other phone', links: [] },
  });

  // Between this browser and the server a line that can be cut without either of them being told.
  const lines: { close(): Promise<void> }[] = [];
  await writer.page.routeWebSocket('**/graphql', (socket) => {
    socket.connectToServer();
    lines.push(socket);
  });
  const board = await openBoard(writer, strike.board);
  await board
    .card('Open letter')
    .getByRole('button', { name: /^Hand in/ })
    .click();
  expect(await writer.field('What you made').inputValue()).toBe('From the other phone');
  await board.closeDialog();

  await Promise.all(lines.splice(0).map((line) => line.close()));
  await strike.card('Came while the line was down');
  await board.shows('Came while the line was down', 'OPEN');
  await board.live();
  await board.equalsFreshLoad();
  expect(lines.length).toBeGreaterThan(0);
});

test('the server restarts, and the page comes back by itself', { timeout: 300_000 }, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-restart-'));
  const first = await startServer({ DATA_DIR: dataDir, DEMO: 'on' });
  try {
    const visitor = await stage.visitor({ url: first.url });
    visitor.allow(/ERR_CONNECTION_REFUSED|503|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|WebSocket/);
    await visitor.join('patient-one');
    const board = await openBoard(visitor, '/c/hold-the-line/board');
    const before = await board.read();

    await first.stop();
    await visitor.sees(/^Offline since/);
    await board
      .column('OPEN')
      .getByRole('button', { name: /^Take it/ })
      .first()
      .click();
    await visitor.sees(/^You are offline\. Nothing was sent/);

    // The device has a network, so only asking tells: no way out ends at the browser's own error page.
    const { page } = visitor;
    const { pathname } = new URL(page.url());
    for (const way of [visitor.link('Strikeboard'), visitor.link(/^(ES|Español)/)]) {
      await way.click();
      await visitor.sees(/^Strikeboard has not answered since \d{1,2}:\d\d/);
      expect(new URL(page.url()).pathname).toBe(pathname);
    }
    expect(Object.keys(await board.read())).toEqual(Object.keys(before));

    const again = await startServer({ DATA_DIR: dataDir, DEMO: 'on', PORT: new URL(first.url).port });
    try {
      await board.live();
      expect(Object.keys(await board.read())).toEqual(Object.keys(before));
      const title = (await board.titles('OPEN'))[0] ?? '';
      await board
        .card(title)
        .getByRole('button', { name: /^Take it/ })
        .click();
      await board.shows(title, 'CLAIMED', 'You have this card');
      await board.equalsFreshLoad();
      await visitor.seesNoMore(/^Strikeboard has not answered/);

      // The way that was closed is open again.
      await visitor.link('Strikeboard').click();
      await page.waitForURL(`${first.url}/`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await page.locator('[data-board]').count()).toBe(0);
      await page.goBack();
      await board.live();
      await board.equalsFreshLoad();
    } finally {
      await again.stop();
    }
  } finally {
    await first.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});

test('what a page looks for by itself and does not get takes the page from nobody', async () => {
  const organizer = await stage.visitor();
  await organizer.join('quiet-guide');
  const strike = await callStrike(organizer, 'quiet-guide', 'the-quiet');
  await strike.card('Already there');
  const reader = await stage.visitor();
  reader.allow(/ERR_FAILED/);
  await reader.join('quiet-reader');
  const { page } = reader;
  await page.goto('/');
  const take = reader.button(/^Take it/).first();
  await expect.poll(() => take.isEnabled()).toBe(true);
  await page.evaluate(() => (document.documentElement.dataset['reads'] = 'this'));
  const isStillRead = () => page.evaluate(() => document.documentElement.dataset['reads'] === 'this');

  let asked = 0;
  await page.route('**/__data.json*', (route) => {
    asked += 1;
    return route.abort();
  });
  await strike.card('Came meanwhile');
  await expect.poll(() => asked).toBeGreaterThan(1);
  expect(await isStillRead()).toBe(true);

  const comes = page.waitForResponse(/__data\.json/);
  await page.unroute('**/__data.json*');
  expect((await comes).ok()).toBe(true);
  expect(await isStillRead()).toBe(true);
});
