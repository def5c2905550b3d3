import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type ServerProcess, startServer } from '../../server/test/support/start-server.ts';
import { CreateWatchLinkDocument } from '../src/gql/graphql.ts';
import { known } from './support/known.ts';
import { useStage } from './support/stage.ts';
import { callStrike, type Strike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

const stage = useStage();

const DAYS = 7;
const HOURS = 24;
const HOUR = 3_600_000;
/** Turns of one card in an hour: taken, and handed back. */
const TURNS = 6;
/** What a wall may differ by from one day to another, such as a column that has one card fewer. */
const SPARE: Weight = {
  nodes: 40,
  listeners: 2,
  timers: 2,
  // Bytes. Generous: the browser's own books are in it.
  heap: 3_000_000,
};

interface Weight {
  nodes: number;
  listeners: number;
  timers: number;
  heap: number;
}

/** What grew by more than it may. */
function grown(first: Weight, last: Weight): string[] {
  const names = Object.keys(SPARE) as (keyof Weight)[];
  return names.filter((name) => last[name] - first[name] > SPARE[name]);
}

/** A wire between browser and server that can be cut without either being told, and that outlives the server. */
async function layWire(): Promise<{ url: string; leadTo(url: string): void; cut(): void; close(): void }> {
  const ends = new Set<Socket>();
  let port = 0;
  const wire = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.once('close', () => {
        ends.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((listening) => wire.listen(0, '127.0.0.1', listening));
  const address = wire.address();
  const cut = () => {
    for (const end of ends) end.destroy();
  };
  return {
    url: `http://localhost:${typeof address === 'object' && address ? address.port : 0}`,
    leadTo: (url) => (port = Number(new URL(url).port)),
    cut,
    close: () => {
      cut();
      wire.close();
    },
  };
}

/** Counts what a page holds, after everything that can go is gone. */
async function weigh(page: Page, cdp: CDPSession): Promise<Weight> {
  for (let round = 0; round < 3; round += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners: listeners } = await cdp.send('Memory.getDOMCounters');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
  const timers = await page.evaluate(
    () => (globalThis as unknown as { runningTimers: Set<unknown> }).runningTimers.size,
  );
  return { nodes, listeners, timers, heap };
}

/** Keeps a list of the timers that will still fire. */
function countTimers(): void {
  const running = new Set<unknown>();
  Object.assign(globalThis, { runningTimers: running });
  const {
    setTimeout: later,
    setInterval: often,
    clearTimeout: notLater,
    clearInterval: notOften,
  } = globalThis;
  globalThis.setTimeout = ((run: (...words: unknown[]) => void, ms?: number, ...words: unknown[]) => {
    const id = later(() => {
      running.delete(id);
      run(...words);
    }, ms);
    running.add(id);
    return id;
  }) as never;
  globalThis.setInterval = ((run: () => void, ms?: number) => {
    const id = often(run, ms);
    running.add(id);
    return id;
  }) as never;
  globalThis.clearTimeout = globalThis.clearInterval = ((id: number) => {
    running.delete(id);
    notLater(id);
    notOften(id);
  }) as never;
}

/** An hour of the strike: one card is taken and handed back, over and over, and a new one comes. */
async function anHour(organizer: Visitor, strike: Strike, cardId: string, title: string): Promise<void> {
  const turns = Array.from(
    { length: TURNS },
    (_each, turn) => `c${turn}: claimCard(input: { cardId: "${cardId}" }) { errors { code } }
      h${turn}: handBackCard(input: { cardId: "${cardId}", note: "" }) { errors { code } }`,
  );
  const response = await organizer.context.request.post('/graphql', {
    data: { query: `mutation { ${turns.join('\n')} }` },
  });
  const { data } = (await response.json()) as { data?: Record<string, { errors: unknown[] }> };
  expect(Object.values(data ?? {}).flatMap(({ errors }) => errors)).toEqual([]);
  expect(Object.keys(data ?? {})).toHaveLength(2 * TURNS);
  await strike.card(title);
}

test(
  'a wall hangs for a week through changes, cuts, restarts and a deploy, and is as light and as true as on the first day',
  { timeout: 600_000 },
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-wall-'));
    let server: ServerProcess = await startServer({ DATA_DIR: dataDir, DEMO: 'on' });
    const wire = await layWire();
    wire.leadTo(server.url);
    try {
      const organizer = await stage.visitor({ url: wire.url });
      await organizer.join('week-keeper');
      const strike = await callStrike(organizer, 'week-keeper', 'a-week', {
        claimLimit: 10,
        newcomerClaimLimit: 10,
      });
      const turning = await strike.card('Turns round and round');
      const { createWatchLink } = await organizer.ask(CreateWatchLinkDocument, {
        input: {
          ...{ campaignId: strike.campaignId, label: 'Strike office', hours: 168, sensitivity: 'PUBLIC' },
          ...{ showsHandles: false, showsThanks: false },
        },
      });

      const screen = await stage.visitor({ url: wire.url, size: { width: 1920, height: 1080 } });
      screen.allow(/net::ERR_|WebSocket/);
      const { page } = screen;
      // The week in which the clocks go back.
      await page.clock.install({ time: new Date('2026-10-29T18:00:00-05:00') });
      await page.addInitScript(countTimers);
      let loads = 0;
      page.on('load', () => (loads += 1));
      await page.goto(known(createWatchLink.address));
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Performance.enable');

      const weights: Weight[] = [];
      let changes = 0;
      for (let day = 1; day <= DAYS; day += 1) {
        for (let hour = 0; hour < HOURS; hour += 1) {
          const title = `Day ${day}, ${hour} o’clock`;
          await anHour(organizer, strike, turning.id, title);
          changes += 2 * TURNS + 1;
          if (hour % 5 === 0) wire.cut();
          await page.clock.fastForward(HOUR);
          await screen.sees(title);

          if (day === 1 && hour === 12) {
            // A new version is there: one reload, however often the server is asked.
            await page.route('**/_app/version.json', (route) =>
              route.fulfill({ json: { version: 'of tomorrow' } }),
            );
            const before = loads;
            for (let look = 0; look < 6; look += 1) await page.clock.fastForward(HOUR / 4);
            await expect.poll(() => loads).toBe(before + 1);
            // Its script has come: without it a quarter of an hour is long enough to try again.
            await page.locator('html[data-wall-runs]').waitFor({ state: 'attached' });
            for (let look = 0; look < 12; look += 1) await page.clock.fastForward(HOUR / 4);
            await screen.sees(title);
            expect(loads).toBe(before + 1);
            await page.unroute('**/_app/version.json');
          }
          if (day % 2 === 0 && hour === 18) {
            await server.stop();
            await page.clock.fastForward(HOUR / 2);
            await screen.sees(/Not sure: last heard \d\d:\d\d/);
            server = await startServer({ DATA_DIR: dataDir, DEMO: 'on' });
            wire.leadTo(server.url);
          }
        }
        await screen.sees(/Live\. Last looked/);
        weights.push(await weigh(page, cdp));
      }

      // It shows the last committed state, and never began anew after the first day.
      expect(changes).toBeGreaterThan(2_000);
      expect(loads).toBe(2);
      const response = await organizer.context.request.post('/graphql', {
        data: { query: `{ campaign(slug: "a-week") { counts { open claimed inReview done } } }` },
      });
      const { data } = (await response.json()) as { data: { campaign: { counts: Record<string, number> } } };
      const { open, claimed, inReview, done } = data.campaign.counts;
      expect((await page.locator('.count').allInnerTexts()).map(Number)).toEqual([
        open,
        claimed,
        inReview,
        done,
      ]);
      const [first, last] = [known(weights[0]), known(weights.at(-1))];
      expect(grown(first, last), JSON.stringify(weights)).toEqual([]);

      // A wall that keeps what it has shown is found.
      await page.evaluate(() => {
        const kept = Array.from({ length: 100 }, () => document.createElement('li'));
        for (const item of kept) item.addEventListener('click', () => kept.length);
        Object.assign(globalThis, { kept });
        for (let timer = 0; timer < 5; timer += 1) setInterval(() => kept.length, 1000);
      });
      expect(grown(first, await weigh(page, cdp))).toEqual(['nodes', 'listeners', 'timers']);
    } finally {
      wire.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
);
