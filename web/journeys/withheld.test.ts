import type { BrowserContext } from 'playwright-core';
import { expect, test } from 'vitest';
import { ClaimCardDocument } from '../src/gql/graphql.ts';
import { openBoard } from './support/board.ts';
import { useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();

/** Takes from every page what a browser gives only to some. Cookies stay: without them nobody is signed in. */
async function withhold(context: BrowserContext, { zone }: { zone?: string } = {}): Promise<void> {
  await context.addInitScript((named) => {
    const forbidden = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(globalThis, name, { configurable: true, get: forbidden });
    }
    Object.defineProperty(Document.prototype, 'cookie', {
      configurable: true,
      get: () => '',
      set: forbidden,
    });
    // As over plain http.
    Object.defineProperty(crypto, 'randomUUID', { value: undefined });
    Object.defineProperty(crypto, 'subtle', { value: undefined });
    for (const name of ['clipboard', 'serviceWorker', 'wakeLock', 'share', 'locks', 'storage']) {
      Object.defineProperty(Navigator.prototype, name, { configurable: true, get: () => undefined });
      if (name === 'serviceWorker') Reflect.deleteProperty(Navigator.prototype, name);
    }
    for (const name of ['Notification', 'PushManager']) Reflect.deleteProperty(globalThis, name);
    Object.defineProperty(globalThis, 'isSecureContext', { value: false });
    document.execCommand = () => false;
    if (named === undefined) return;
    const { resolvedOptions } = Intl.DateTimeFormat.prototype;
    Intl.DateTimeFormat.prototype.resolvedOptions = function () {
      return { ...resolvedOptions.call(this), timeZone: named };
    };
  }, zone);
}

test('in a hall without https, storage and a known zone one joins, takes, writes, hands back and looks at everything', async () => {
  const organizer = await stage.visitor();
  await organizer.join('hall-guide');
  const strike = await callStrike(organizer, 'hall-guide', 'in-the-hall', { newcomerClaimLimit: 3 });
  await strike.card('Chairs');
  await strike.card('Megaphone');
  const guest = await stage.visitor();
  await withhold(guest.context, { zone: 'Etc/Unknown' });
  const { page } = guest;

  await page.goto('/join');
  await guest.field('Your handle').fill('hall-guest');
  await page.getByRole('checkbox', { name: 'Writing', exact: true }).check();
  await page.locator('form').getByRole('button', { name: /^Join/ }).click();
  await page.getByRole('heading', { name: 'Keep this' }).waitFor();
  await guest.button('Copy').click();
  await guest.sees(/^Your browser did not let us copy/);

  // From the campaign's page, and from the board.
  await page.goto(strike.page);
  await guest.button(/^Take it\W+Chairs$/).click();
  await guest.sees('You have this card');
  const board = await openBoard(guest, strike.board);
  await board
    .card('Megaphone')
    .getByRole('button', { name: /^Take it/ })
    .click();
  await board.shows('Megaphone', 'CLAIMED', 'You have this card');
  await board
    .card('Megaphone')
    .getByRole('button', { name: /^Hand in/ })
    .click();
  await guest.field('What you made').fill('A loud one');
  await board.closeDialog();
  await board.equalsFreshLoad();

  for (const path of [
    '/',
    '/me',
    '/me/contact',
    '/me/availability',
    '/me/sessions',
    '/me/notices',
    '/need-help',
  ]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await page.getByRole('heading', { level: 1 }).first().innerText()).not.toMatch(/broke/i);
  }
  await page.goto('/me/contact');
  await guest.sees(/This browser/);
});

test('with storage blocked the desk stands, and its keys go on and off', async () => {
  const coordinator = await stage.visitor();
  await coordinator.tryAs('COORDINATOR');
  await withhold(coordinator.context, { zone: '+02:00' });
  await coordinator.page.goto('/desk');
  await coordinator.page.getByRole('status').getByText('Live', { exact: true }).waitFor();
  await coordinator.page.keyboard.press('?');
  await coordinator.page.getByRole('dialog').getByRole('checkbox').uncheck();
  await coordinator.page.keyboard.press('Escape');
  await coordinator.page.getByRole('dialog').waitFor({ state: 'hidden' });
});

test('our own mistake is not told as no connection; a real one is', async () => {
  const visitor = await stage.visitor();
  visitor.allow(/broken on purpose|not a function|ERR_|500/);
  await visitor.join('mistaken');
  const organizer = await stage.visitor();
  await organizer.join('mistake-guide');
  const strike = await callStrike(organizer, 'mistake-guide', 'a-mistake');
  const card = await strike.card('Whistle');
  const { page } = visitor;
  await page.goto(strike.page);
  const take = visitor.button(/^Take it\W+Whistle$/);
  await take.waitFor();
  await expect.poll(() => take.isEnabled()).toBe(true);
  await page.evaluate(() => {
    Object.defineProperty(crypto, 'randomUUID', { value: undefined });
    Object.defineProperty(crypto, 'getRandomValues', {
      value: () => {
        throw new TypeError('broken on purpose');
      },
    });
  });
  await take.click();
  await visitor.sees('Something broke on our side. Try again.');
  // It does not hang: the button is there for another try.
  expect(await take.getAttribute('aria-disabled')).toBe('false');
  await page.reload();
  await page.route('**/graphql', (route) => route.abort());
  await expect.poll(() => take.isEnabled()).toBe(true);
  await take.click();
  await visitor.sees(/^No connection/);
  await page.unroute('**/graphql');
  await visitor.ask(ClaimCardDocument, { input: { cardId: card.id } });
});
