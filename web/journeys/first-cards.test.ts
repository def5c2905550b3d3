import type { Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimCard } from '../../server/src/core/card/claim-card.ts';
import { updateCard } from '../../server/src/core/card/update-card.ts';
import type { Joined } from '../../server/src/core/person/join.ts';
import { setRole } from '../../server/src/core/trust/set-role.ts';
import {
  aCard,
  aHandle,
  type LocalOnStrike,
  localOnStrike,
} from '../../server/test/support/local-on-strike.ts';
import { makeManyCards } from '../../server/test/support/many-cards.ts';
import { joinAs } from '../../server/test/support/people.ts';
import { createTestServices, type TestServices } from '../../server/test/support/services.ts';
import { type ServerProcess, startServer } from '../../server/test/support/start-server.ts';
import { cloneTemplate, startTestCluster, type TestCluster } from '../../server/test/support/test-cluster.ts';
import { Board, openBoard } from './support/board.ts';
import { useStage } from './support/stage.ts';

// The cards of a large board do not travel in its page: how they come to it.

const stage = useStage();
const CARDS = 600;
/** Where the whole of a board is had. */
const isWhole = /\/boards\/[^/]+\/snapshot$/;

let cluster: TestCluster;
let services: TestServices;
let server: ServerProcess;
let strike: LocalOnStrike;
let organizer: Joined;
let cardId: string;

beforeAll(async () => {
  cluster = await startTestCluster();
  const databaseUrl = await cloneTemplate(cluster.adminUrl, 'first_cards');
  services = await createTestServices(databaseUrl);
  strike = await localOnStrike(services);
  organizer = await joinAs(services, aHandle());
  const { organizationId, carmen } = strike;
  await setRole(services, carmen, { organizationId, handle: organizer.viewer.handle, role: 'ORGANIZER' });
  const words = { title: 'Leaflet 0', deliverable: 'One page for the fence.' };
  ({ id: cardId } = await aCard(services, strike, 'OPEN', words));
  await makeManyCards(services, strike, CARDS);
  server = await startServer({ DATABASE_URL: databaseUrl, APP_SECRET: 'x'.repeat(32) });
});
afterAll(async () => {
  await server?.stop();
  await services?.close();
  await cluster?.stop();
});

test('the cards of a large board come beside its page, once and packed', async () => {
  const visitor = await stage.visitor({ url: server.url });
  const cards: (string | undefined)[] = [];
  visitor.page.on('response', (response) => {
    if (isWhole.test(response.url())) cards.push(response.headers()['content-encoding']);
  });
  const board = await openBoard(visitor, `/c/${strike.slug}/board`);
  const html = await (await visitor.context.request.get(board.page.url())).text();
  expect(html.length).toBeLessThan(300_000);
  expect(cards).toHaveLength(1);
  expect(cards[0]).toMatch(/^(br|gzip)$/);
  const items = board.column('OPEN').locator('[role=listitem]');
  expect(Number(await items.first().getAttribute('aria-setsize'))).toBeGreaterThan(CARDS / 10);
});

test('who comes to a large board from another page gets its cards, and from there the page again', async () => {
  const visitor = await stage.visitor({ url: server.url });
  const { page } = visitor;
  await page.goto(`/c/${strike.slug}`);
  await page.locator('html[data-runs]').waitFor();
  await page.locator(`main a[href="/c/${strike.slug}/board"]`).first().click();
  const board = new Board(visitor);
  await board.live();
  await page.goBack();
  await page.locator(`main a[href="/c/${strike.slug}/board"]`).first().waitFor();
  await page.goForward();
  await board.live();
  expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1);
});

test('what happens between the page and its cards is drawn as it is by then', async () => {
  const visitor = await stage.visitor({ url: server.url });
  const warnings: string[] = [];
  visitor.page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  await visitor.page.route(isWhole, async (route) => {
    await updateCard(services, organizer.viewer.personId, { cardId, version: 1, title: 'Leaflet nought' });
    await claimCard(services, organizer.viewer.personId, { cardId });
    await route.continue();
  });
  const html = visitor.page.waitForResponse(/\/board$/).then((response) => response.text());
  const board = await openBoard(visitor, `/c/${strike.slug}/board`);
  expect(await html).not.toContain('Leaflet nought');
  await board.shows('Leaflet nought', 'CLAIMED', organizer.viewer.handle);
  expect(await board.card('Leaflet 0').count()).toBe(0);
  expect(await board.card('Leaflet nought').count()).toBe(1);
  await (await board.open('Leaflet nought')).getByText('One page for the fence.').first().waitFor();
  expect(warnings).toEqual([]);
});

test('a large board whose cards do not come stays as it was drawn, and wakes when they do', async () => {
  const visitor = await stage.visitor({ url: server.url });
  visitor.allow(/Failed to load resource|ERR_/);
  // Nobody answers; then one is told to wait, as who shares an address with a whole hall may be.
  const answers = [(route: Route) => route.abort(), (route: Route) => route.fulfill({ status: 429 })];
  let tries = 0;
  await visitor.page.route(isWhole, (route) => answers[tries++]?.(route) ?? route.continue());
  await visitor.page.goto(`/c/${strike.slug}/board`);
  await visitor.page.locator('[data-card]').first().waitFor();
  await new Board(visitor).live();
  expect(tries).toBe(3);
});
