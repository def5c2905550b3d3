import { devices, type Page } from 'playwright-core';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { ClaimCardDocument, HandBackCardDocument } from '../../web/src/gql/graphql.ts';
import { Asker, moveCard } from './ask.ts';
import { makeManyCards } from '../test/support/many-cards.ts';
import { makeBusyBoard } from './busy-board.ts';
import { openBoard } from './claim-to-pixels.ts';
import { type Figure, timeFigures } from './figures.ts';
import type { Section, Stage } from './stage.ts';

const CARDS = 5_000;
/** Cards made as people make them; the others are copies of the open ones, all in one column. */
const MADE = 200;
const LOADS = 7;
const TIMES = 40;

/** What a person waits for on a board of five thousand cards: its first view, then from each input to the paint. */
export const bigBoard: Section = { name: 'big-board', measure };

async function measure(stage: Stage): Promise<Figure[]> {
  const databaseUrl = await stage.newDatabase();
  const services = await stage.services(databaseUrl);
  const board = await makeBusyBoard(services, MADE);
  await makeManyCards(services, board, CARDS);
  const { url } = await stage.server({ DATABASE_URL: databaseUrl });
  const browser = await stage.browser();
  const loads: number[] = [];
  for (let time = 0; time <= LOADS; time += 1) {
    const startedAt = performance.now();
    const first = await openBoard(browser, url, board.slug, board.volunteer);
    // The first fetches scripts that are compiled for the first time.
    if (time > 0) loads.push(performance.now() - startedAt);
    await first.context().close();
  }
  const page = await openBoard(browser, url, board.slug, board.volunteer);
  const asker = new Asker(url, 1);
  stage.onEnd(() => asker.close());

  const empty: number[] = [];
  for (let time = 0; time < TIMES; time += 1) empty.push(await page.evaluate<number>('probe.emptyPaint()'));
  const typing = await typeAndClear(page);
  const fits = await repeat(TIMES, () => pressFilter(page, 'search .chips > button.chip'));
  const lanes = await repeat(TIMES, () => pressFilter(page, 'search .lanes'));
  const walking = await walk(page);
  const dialogs = await openDialogs(page);
  // Somebody else takes and hands back cards of the first screen.
  await page.evaluate('probe.arrivals.length = 0');
  for (let time = 0; time < TIMES; time += 1) {
    const card = toGlobalId('Card', board.open[time % 10]?.id ?? '');
    for (const [query, mutation] of [
      [ClaimCardDocument, 'claimCard'],
      [HandBackCardDocument, 'handBackCard'],
    ] as const) {
      await moveCard(asker, board.vetted.token, { query: String(query), mutation, card });
      await page.waitForTimeout(60);
    }
  }
  const arrivals = await page.evaluate<number[]>('probe.arrivals');
  const nodes = await page.evaluate<number>('document.querySelectorAll("*").length');
  const mounted = await page.evaluate<number>('document.querySelectorAll("[data-card]").length');
  await page.context().close();

  const phone = await openBoard(browser, url, board.slug, board.volunteer, devices['Pixel 7']);
  const columns = await switchColumns(phone);
  const target = { p50: null, p95: 100 };
  return [
    ...timeFigures(`${CARDS} cards: until the board is live in a new window`, loads, { p50: 1_500 }),
    ...timeFigures(`${CARDS} cards: a letter in the filter`, typing, target),
    ...timeFigures(`${CARDS} cards: a filter on or off`, fits, target),
    ...timeFigures(`${CARDS} cards: lanes on or off`, lanes, target),
    ...timeFigures(`${CARDS} cards: an arrow key`, walking, target),
    ...timeFigures(`${CARDS} cards: a card dialog opens`, dialogs, target),
    ...timeFigures(`${CARDS} cards: another's change arrives`, arrivals, target),
    ...timeFigures(`${CARDS} cards: a phone changes column`, columns, target),
    ...timeFigures('  of each: two empty frames', empty, { p50: null, p95: null }),
    { what: `${CARDS} cards: elements in the page`, value: nodes, unit: 'count' },
    {
      ...{ what: `${CARDS} cards: cards in the page`, value: mounted, unit: 'count' },
      target: { atMost: 150 },
    },
  ];
}

async function repeat(times: number, once: () => Promise<number>): Promise<number[]> {
  const samples: number[] = [];
  for (let time = 0; time < times; time += 1) samples.push(await once());
  return samples;
}

/** Time from the next event of that type until `isDone`, an expression, holds on screen. */
async function inputTime(
  page: Page,
  type: string,
  isDone: string,
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(`probe.begin(probe.fromInput(${JSON.stringify(type)}, () => ${isDone}))`);
  await act();
  return page.evaluate<number>('probe.pending');
}

async function typeAndClear(page: Page): Promise<number[]> {
  const samples: number[] = [];
  await page.click('[data-find]');
  for (let time = 0; time < TIMES / 4; time += 1) {
    for (const letter of 'video') {
      samples.push(await inputTime(page, 'keydown', 'true', () => page.keyboard.press(letter)));
    }
    for (let letters = 0; letters < 5; letters += 1) {
      samples.push(await inputTime(page, 'keydown', 'true', () => page.keyboard.press('Backspace')));
    }
  }
  return samples;
}

async function pressFilter(page: Page, selector: string): Promise<number> {
  const was = await page.getAttribute(selector, 'aria-pressed');
  const isDone = `document.querySelector(${JSON.stringify(selector)}).ariaPressed !== ${JSON.stringify(was)}`;
  return inputTime(page, 'click', isDone, () => page.click(selector));
}

async function walk(page: Page): Promise<number[]> {
  await page.focus('[data-column="OPEN"] [data-card] .title');
  const keys = [
    ...Array<string>(25).fill('ArrowDown'),
    'ArrowRight',
    'ArrowLeft',
    ...Array(13).fill('ArrowUp'),
  ];
  const samples: number[] = [];
  for (const key of keys) {
    await page.evaluate('probe.before = document.activeElement');
    samples.push(
      await inputTime(page, 'keydown', 'document.activeElement !== probe.before', () =>
        page.keyboard.press(key),
      ),
    );
  }
  return samples;
}

async function openDialogs(page: Page): Promise<number[]> {
  const samples: number[] = [];
  const titles = page.locator('[data-column="OPEN"] [data-card] .title');
  for (let time = 0; time < TIMES; time += 1) {
    const title = titles.nth(time % 5);
    samples.push(
      await inputTime(page, 'click', 'document.querySelector("dialog[open]") !== null', () => title.click()),
    );
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
  }
  return samples;
}

async function switchColumns(page: Page): Promise<number[]> {
  const buttons = page.locator('nav.band > button');
  const count = await buttons.count();
  const samples: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const at = (time + 2) % count;
    if ((await buttons.nth(at).getAttribute('aria-current')) === 'true') continue;
    const isDone = `document.querySelectorAll('nav.band > button')[${at}].ariaCurrent === 'true'`;
    samples.push(await inputTime(page, 'click', isDone, () => buttons.nth(at).tap()));
  }
  return samples;
}
