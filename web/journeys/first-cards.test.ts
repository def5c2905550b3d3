import type { Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { claimCard } from '../../server/src/core/card/claim-card.ts';
import { updateCard } from '../../server/src/core/card/update-card.ts';
import { aCard } from '../../server/test/support/local-on-strike.ts';
import { Board, openBoard } from './support/board.ts';
import { useLargeBoard } from './support/large-board.ts';
import { useStage } from './support/stage.ts';

// The cards of a large board do not travel in its page: how they come to it.

const stage = useStage();
const CARDS = 600;
/** Where the whole of a board is had. */
const isWhole = /\/boards\/[^/]+\/snapshot$/;

let cardId: string;
const large = useLargeBoard('first_cards', CARDS, async (services, strike) => {
  const words = { title: 'Leaflet 0', deliverable: 'One page for the fence.' };
  ({ id: cardId } = await aCard(services, strike, 'OPEN', words));
});

test('the cards of a large board come beside its page, once and packed', async () => {
  const visitor = await stage.visitor({ url: large.server.url });
  const cards: (string | undefined)[] = [];
  visitor.page.on('response', (response) => {
    if (isWhole.test(response.url())) cards.push(response.headers()['content-encoding']);
  });
  const board = await openBoard(visitor, `/c/${large.strike.slug}/board`);
  const html = await (await visitor.context.request.get(board.page.url())).text();
  expect(html.length).toBeLessThan(300_000);
  expect(cards).toHaveLength(1);
  expect(cards[0]).toMatch(/^(br|gzip)$/);
  const items = board.column('OPEN').locator('[role=listitem]');
  expect(Number(await items.first().getAttribute('aria-setsize'))).toBeGreaterThan(CARDS / 10);
});

test('who comes to a large board from another page gets its cards, and from there the page again', async () => {
  const visitor = await stage.visitor({ url: large.server.url });
  const { page } = visitor;
  await page.goto(`/c/${large.strike.slug}`);
  await page.locator('html[data-runs]').waitFor();
  await page.locator(`main a[href="/c/${large.strike.slug}/board"]`).first().click();
  const board = new Board(visitor);
  await board.live();
  await page.goBack();
  await page.locator(`main a[href="/c/${large.strike.slug}/board"]`).first().waitFor();
  await page.goForward();
  await board.live();
  expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1);
});

test('what happens between the page and its cards is drawn as it is by then', async () => {
  const visitor = await stage.visitor({ url: large.server.url });
  const warnings: string[] = [];
  visitor.page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  await visitor.page.route(isWhole, async (route) => {
    await updateCard(large.services, large.organizer.viewer.personId, {
      cardId,
      version: 1,
      title: 'Leaflet nought',
    });
    await claimCard(large.services, large.organizer.viewer.personId, { cardId });
    await route.continue();
  });
  const html = visitor.page.waitForResponse(/\/board$/).then((response) => response.text());
  const board = await openBoard(visitor, `/c/${large.strike.slug}/board`);
  expect(await html).not.toContain('Leaflet nought');
  await board.shows('Leaflet nought', 'CLAIMED', large.organizer.viewer.handle);
  expect(await board.card('Leaflet 0').count()).toBe(0);
  expect(await board.card('Leaflet nought').count()).toBe(1);
  await (await board.open('Leaflet nought')).getByText('One page for the fence.').first().waitFor();
  expect(warnings).toEqual([]);
});

test('a large board whose cards do not come stays as it was drawn, and wakes when they do', async () => {
  const visitor = await stage.visitor({ url: large.server.url });
  visitor.allow(/Failed to load resource|ERR_/);
  // Nobody answers; then one is told to wait, as who shares an address with a whole hall may be.
  const answers = [(route: Route) => route.abort(), (route: Route) => route.fulfill({ status: 429 })];
  let tries = 0;
  await visitor.page.route(isWhole, (route) => answers[tries++]?.(route) ?? route.continue());
  await visitor.page.goto(`/c/${large.strike.slug}/board`);
  await visitor.page.locator('[data-card]').first().waitFor();
  await new Board(visitor).live();
  expect(tries).toBe(3);
});
