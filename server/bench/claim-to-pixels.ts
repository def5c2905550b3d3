import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { HandBackCardDocument } from '../../web/src/gql/graphql.ts';
import { Asker, moveCard } from './ask.ts';
import { makeBusyBoard, signIn } from './busy-board.ts';
import { openFloor } from './claim-floor.ts';
import { type Figure, timeFigures } from './figures.ts';
import type { Section, Stage } from './stage.ts';
import { startSubscribers } from './subscribers.ts';
import type { Joined } from '../src/core/person/join.ts';

const CARDS = 200;
const OTHERS = 100;
const ROUNDS = 120;
const WARM_UP = 10;
/** Cards that are drawn in a window nobody has scrolled. */
const IN_SIGHT = 4;

/** From a volunteer's click on "Take it" to the paint in another person's browser. */
export const claimToPixels: Section = { name: 'claim', measure };

async function measure(stage: Stage): Promise<Figure[]> {
  const databaseUrl = await stage.newDatabase();
  const services = await stage.services(databaseUrl);
  const board = await makeBusyBoard(services, CARDS);
  const { url } = await stage.server({ DATABASE_URL: databaseUrl });
  // A third each of those who read as the public, as vetted people and as the team.
  const tokens = [null, board.vetted.token, board.organizer.token];
  await startSubscribers(stage, { url, count: OTHERS, tokens, board: board.board });
  const browser = await stage.browser();
  // Somebody new would be slowed down for handing back so often.
  const taker = await openBoard(browser, url, board.slug, board.vetted);
  const watcher = await openBoard(browser, url, board.slug, board.volunteer);
  const floor = await openFloor(stage, browser);
  const asker = new Asker(url, 1);
  stage.onEnd(() => asker.close());

  const toPixels: number[] = [];
  const toMessage: number[] = [];
  const own: number[] = [];
  const empty: number[] = [];
  const least: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const card = toGlobalId('Card', board.open[(round + WARM_UP) % IN_SIGHT]?.id ?? '');
    await Promise.all([taker, watcher].map((page) => begin(page, card, 'CLAIMED')));
    await taker.click(`[data-card="${card}"] button.action`);
    const [mine, theirs] = await Promise.all([taker, watcher].map(ended));
    const clicked = await taker.evaluate<number>('probe.lastClick');
    if (!mine || !theirs) throw new Error('Nothing was painted.');
    await Promise.all([taker, watcher].map((page) => begin(page, card, 'OPEN')));
    await moveCard(asker, board.vetted.token, {
      query: String(HandBackCardDocument),
      mutation: 'handBackCard',
      card,
    });
    await Promise.all([taker, watcher].map(ended));
    if (round < 0) continue;
    toPixels.push(theirs.painted - clicked);
    toMessage.push(theirs.message - clicked);
    own.push(mine.painted - clicked);
    empty.push(await watcher.evaluate<number>('probe.emptyPaint()'));
    least.push(await floor());
  }
  const scene = `${CARDS} cards, ${OTHERS} others watching`;
  return [
    ...timeFigures(`claim → the other browser's pixels (${scene})`, toPixels, { p50: 60, p99: 250 }),
    ...timeFigures('  of it: click → message in the other browser', toMessage, { p50: null, p99: null }),
    ...timeFigures(
      '  click → message of two bare pages, a server that writes at once and no database',
      least,
      { p50: null },
    ),
    ...timeFigures('  of it: two empty frames, the least a paint can take', empty, { p50: null }),
    ...timeFigures("claim → the taker's own pixels", own, { p50: null, p99: null }),
  ];
}

/** A page on the board of a campaign, live, with the probe in it. */
export async function openBoard(
  browser: Browser,
  url: string,
  slug: string,
  person: Joined,
  options: Parameters<Browser['newContext']>[0] = { viewport: { width: 1280, height: 800 } },
): Promise<Page> {
  const context = await browser.newContext(options);
  await context.addInitScript({ path: fileURLToPath(new URL('./probe.js', import.meta.url)) });
  await signIn(context, url, person);
  const page = await context.newPage();
  await page.goto(`${url}/c/${slug}/board`);
  await page.waitForSelector('.status.live');
  return page;
}

async function begin(page: Page, card: string, column: string): Promise<void> {
  await page.evaluate(`probe.begin(probe.whenIn(${JSON.stringify(card)}, ${JSON.stringify(column)}))`);
}

async function ended(page: Page): Promise<{ painted: number; message: number }> {
  return page.evaluate<{ painted: number; message: number }>('probe.pending');
}
