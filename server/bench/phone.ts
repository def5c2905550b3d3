import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import lighthouse from 'lighthouse';
import { type Browser, devices, type Page, request } from 'playwright-core';
import { launchBrowser } from '../../web/journeys/support/browser.ts';
import { becomeDemoPerson } from '../../web/journeys/support/demo-person.ts';
import { makeManyCards } from '../test/support/many-cards.ts';
import { makeManyFights } from '../test/support/many-fights.ts';
import { makeBusyBoard, signIn } from './busy-board.ts';
import { type Figure, median, rangeOf } from './figures.ts';
import { freePort } from './lighthouse-scores.ts';
import type { Section, Stage } from './stage.ts';

/** What Lighthouse's benchmark index is on a cheap phone: a Moto G Power of 2022, the low tier of the browser's own tools. */
const CHEAP_PHONE = 264;
const RUNS = 3;
const LOADS = 5;
const CARDS = 5_000;
const WHOLE = {
  board: { what: `a board of ${CARDS} cards is live`, atMost: 1_500 },
  desk: { what: 'a desk over forty fights is live', atMost: 1_200 },
};
const FIGHTS = { campaigns: 40, cards: 60, people: 2_000, asks: 60 };

const PAGES = {
  landing: '/',
  campaign: '/c/hold-the-line',
  board: '/c/hold-the-line/board',
  'need help': '/need-help',
  desk: '/desk',
};

/**
 * What a cheap phone feels: this machine slowed down by as much as its benchmark index, taken before each load, is above
 * that of the phone. With `BENCH_AGAINST=<folder>` the same pages of another checkout in turns. The line is slow 4G, once
 * reckoned by Lighthouse from a load at full speed (where a paint waits for every file that was there before it, and on
 * a loopback all are) and once with line and processor held back while the page loads. For a large board and a full desk
 * it is the loopback, so that the processor is what counts.
 */
export const phone: Section = { name: 'phone', measure };

async function measure(stage: Stage): Promise<Figure[]> {
  return [...(await pages(stage)), ...(await bigBoardAndDesk(stage))];
}

interface Load {
  'total blocking time': number;
  'largest contentful paint': number;
}

const TARGETS: Record<keyof Load, number> = {
  'total blocking time': 150,
  'largest contentful paint': 1_800,
};

interface Side {
  name: string;
  url: string;
  cookie: string;
  loads: Record<Slowed, Load[]>;
}

/** How a page is slowed down: reckoned afterwards, or held back. */
const SLOWED = { simulate: 'reckoned', devtools: 'held back' } as const;
type Slowed = keyof typeof SLOWED;
const slowings = Object.keys(SLOWED) as Slowed[];
const none = (): Side['loads'] => ({ simulate: [], devtools: [] });

async function pages(stage: Stage): Promise<Figure[]> {
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  stage.onEnd(() => browser.close());
  const folder = process.env['BENCH_AGAINST'];
  const sides = [await openSide(stage, 'this version')];
  if (folder !== undefined) sides.push(await openSide(stage, 'the other', folder));
  const figures: Figure[] = [];
  const slowdowns: number[] = [];
  for (const [name, path] of Object.entries(PAGES)) {
    for (const side of sides) side.loads = none();
    for (let run = -1; run < RUNS; run += 1) {
      for (const side of run % 2 === 0 ? sides : sides.toReversed()) {
        for (const slowed of slowings) {
          const slowdown = await slowdownOf(browser);
          const load = await loadSlowed(side, path, { port, slowdown, slowed });
          if (run < 0) continue;
          slowdowns.push(slowdown);
          side.loads[slowed].push(load);
        }
      }
    }
    for (const what of Object.keys(TARGETS) as (keyof Load)[]) {
      for (const slowed of slowings) {
        for (const [index, side] of sides.entries()) {
          const values = side.loads[slowed].map((load) => load[what]);
          figures.push({
            what: `a cheap phone, ${name}: ${what}, ${SLOWED[slowed]}, ${side.name}, median of ${RUNS}`,
            value: median(values),
            unit: 'ms',
            ...(index === 0 && { target: { atMost: TARGETS[what] } }),
            spread: rangeOf(values),
          });
        }
      }
    }
  }
  figures.push({
    what: `slowdown to an index of ${CHEAP_PHONE}`,
    value: median(slowdowns),
    unit: '×',
    spread: rangeOf(slowdowns),
  });
  return figures;
}

/** A server of its own with the demo, and its coordinator's session. */
async function openSide(stage: Stage, name: string, folder?: string): Promise<Side> {
  const { url } = await stage.server({ DEMO: 'on' }, folder);
  const person = await request.newContext({ baseURL: url });
  // Each version is asked in its own words.
  const become = folder === undefined ? becomeDemoPerson : await becomeOf(folder);
  await become(person, 'COORDINATOR');
  const { cookies } = await person.storageState();
  await person.dispose();
  const cookie = cookies.map(({ name: key, value }) => `${key}=${value}`).join('; ');
  return { name, url, cookie, loads: none() };
}

async function becomeOf(folder: string): Promise<typeof becomeDemoPerson> {
  const module = pathToFileURL(join(folder, 'web/journeys/support/demo-person.ts')).href;
  return ((await import(module)) as { becomeDemoPerson: typeof becomeDemoPerson }).becomeDemoPerson;
}

async function loadSlowed(
  { url, cookie }: Side,
  path: string,
  { port, slowdown, slowed }: { port: number; slowdown: number; slowed: Slowed },
): Promise<Load> {
  const result = await lighthouse(
    `${url}${path}`,
    {
      port,
      output: 'json',
      logLevel: 'error',
      onlyAudits: ['total-blocking-time', 'largest-contentful-paint'],
      // Strangers see the landing and ask for help; the desk is a coordinator's.
      ...(path === '/desk' && { extraHeaders: { Cookie: cookie } }),
    },
    {
      extends: 'lighthouse:default',
      settings: {
        throttlingMethod: slowed,
        throttling: {
          rttMs: 150,
          throughputKbps: 1_638.4,
          requestLatencyMs: 562.5,
          downloadThroughputKbps: 1_474.56,
          uploadThroughputKbps: 675,
          cpuSlowdownMultiplier: slowdown,
        },
      },
    },
  );
  if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? 'No result.');
  if (!result.lhr.finalDisplayedUrl?.endsWith(path)) throw new Error(`${path} led elsewhere.`);
  const value = (audit: string) => result.lhr.audits[audit]?.numericValue ?? Number.NaN;
  return {
    'total blocking time': value('total-blocking-time'),
    'largest contentful paint': value('largest-contentful-paint'),
  };
}

/** By how much this machine is faster than a cheap phone at this moment. */
async function slowdownOf(browser: Browser): Promise<number> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const index = await page.evaluate<number>(`(${(await benchmark()).toString()})()`);
    return index / CHEAP_PHONE;
  } finally {
    await context.close();
  }
}

async function benchmark(): Promise<() => number> {
  const file = createRequire(import.meta.url).resolve('lighthouse/core/lib/page-functions.js');
  const { pageFunctions } = (await import(file)) as {
    pageFunctions: { computeBenchmarkIndex: () => number };
  };
  return pageFunctions.computeBenchmarkIndex;
}

async function bigBoardAndDesk(stage: Stage): Promise<Figure[]> {
  const browser = await stage.browser();
  const boards = await stage.newDatabase();
  const boardServices = await stage.services(boards);
  const board = await makeBusyBoard(boardServices, 200);
  await makeManyCards(boardServices, board, CARDS);
  const desks = await stage.newDatabase();
  const { coordinator } = await makeManyFights(await stage.services(desks), FIGHTS);

  const until = async (url: string, person: typeof coordinator, live: string): Promise<number> => {
    const slowdown = await slowdownOf(browser);
    const context = await browser.newContext(devices['Moto G4']);
    try {
      await signIn(context, new URL(url).origin, person);
      const page = await context.newPage();
      await tellWhen(page, live);
      await slowDown(page, slowdown);
      const told = page.waitForEvent('console', (message) => message.text() === live);
      const from = performance.now();
      await page.goto(url, { waitUntil: 'commit' });
      await told;
      return performance.now() - from;
    } finally {
      await context.close();
    }
  };
  const openSide = async (name: string, folder?: string) => ({
    name,
    board: `${(await stage.server({ DATABASE_URL: boards }, folder)).url}/c/${board.slug}/board`,
    desk: `${(await stage.server({ DATABASE_URL: desks }, folder)).url}/desk`,
    times: { board: [] as number[], desk: [] as number[] },
  });
  const folder = process.env['BENCH_AGAINST'];
  const sides = [await openSide('this version')];
  if (folder !== undefined) sides.push(await openSide('the other', folder));
  for (let load = -1; load < LOADS; load += 1) {
    for (const side of load % 2 === 0 ? sides : sides.toReversed()) {
      const toBoard = await until(side.board, board.volunteer, '.status.live');
      const toDesk = await until(side.desk, coordinator, '.status.live');
      if (load < 0) continue;
      side.times.board.push(toBoard);
      side.times.desk.push(toDesk);
    }
  }
  return (['board', 'desk'] as const).flatMap((page) =>
    sides.map(({ name, times }, index): Figure => ({
      what: `a cheap phone: ${WHOLE[page].what}, ${name}, median of ${LOADS}`,
      value: median(times[page]),
      unit: 'ms',
      ...(index === 0 && { target: { atMost: WHOLE[page].atMost } }),
      spread: rangeOf(times[page]),
    })),
  );
}

/**
 * Has a page say when it has what fits a selector. The driver's own way of waiting is a script of 400 kB, which a page that
 * is slowed down would have to read meanwhile.
 */
async function tellWhen(page: Page, selector: string): Promise<void> {
  await page.addInitScript((wanted) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(wanted)) return;
      observer.disconnect();
      console.log(wanted);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  }, selector);
}

async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: Math.max(1, rate) });
}
