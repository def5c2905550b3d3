import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import lighthouse from 'lighthouse';
import { launchBrowser } from '../../web/journeys/support/browser.ts';
import { type Figure, median, rangeOf } from './figures.ts';
import type { Section, Stage } from './stage.ts';

const RUNS = 3;
const pages = { landing: '/', board: '/c/hold-the-line/board' };

/** Lighthouse as a middling phone on a slow line, on the demo. */
export const lighthouseScores: Section = { name: 'lighthouse', measure };

async function measure(stage: Stage): Promise<Figure[]> {
  const { url } = await stage.server({ DATABASE_URL: await stage.newDatabase(), DEMO: 'on' });
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  stage.onEnd(() => browser.close());
  const figures: Figure[] = [];
  for (const [name, path] of Object.entries(pages)) {
    const runs: Scores[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await runLighthouse(`${url}${path}`, port));
    const figure = (what: keyof Scores, unit: Figure['unit'], target?: Figure['target']): Figure => {
      const values = runs.map((scores) => scores[what]);
      return {
        what: `Lighthouse mobile, ${name}: ${what}, median of ${RUNS}`,
        value: median(values),
        unit,
        ...(target && { target }),
        spread: rangeOf(values),
      };
    };
    figures.push(
      figure('performance', 'points', { atLeast: 95 }),
      figure('accessibility', 'points', { atLeast: 100 }),
      figure('first contentful paint', 'ms'),
      figure('largest contentful paint', 'ms'),
      figure('total blocking time', 'ms'),
      figure('layout shift × 1000', 'points'),
    );
  }
  return figures;
}

interface Scores {
  performance: number;
  accessibility: number;
  'first contentful paint': number;
  'largest contentful paint': number;
  'total blocking time': number;
  'layout shift × 1000': number;
}

async function runLighthouse(url: string, port: number): Promise<Scores> {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility'],
  });
  if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? 'No result.');
  const { categories, audits } = result.lhr;
  const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  for (const { id } of categories['accessibility']?.auditRefs ?? []) {
    const audit = audits[id];
    if (audit?.score !== null && (audit?.score ?? 1) < 1) console.error(`${url}: ${id}: ${audit?.title}`);
  }
  return {
    performance: Math.round((categories['performance']?.score ?? 0) * 100),
    accessibility: Math.round((categories['accessibility']?.score ?? 0) * 100),
    'first contentful paint': value('first-contentful-paint'),
    'largest contentful paint': value('largest-contentful-paint'),
    'total blocking time': value('total-blocking-time'),
    'layout shift × 1000': value('cumulative-layout-shift') * 1_000,
  };
}

/** A port that was free a moment ago: Lighthouse must know it before the browser starts. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
