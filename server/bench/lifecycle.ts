import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { projectDir } from '../src/platform/startup/project-dir.ts';
import { type Figure, median, rangeOf } from './figures.ts';
import type { Section, Stage } from './stage.ts';
import { startSubscribers } from './subscribers.ts';

const STARTS = 5;
const OTHERS = 100;

/** From `npm start` to ready, and from SIGTERM to the end, with a database of its own. */
export const lifecycle: Section = { name: 'start', measure };

async function measure(stage: Stage): Promise<Figure[]> {
  const dataDir = await stage.newFolder();
  const first = await npmStart(stage, dataDir);
  const firstDrain = await first.stop();
  const starts: number[] = [];
  const drains: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const server = await npmStart(stage, dataDir);
    starts.push(server.readyAfter);
    const watching = await startSubscribers(stage, {
      ...{ url: server.url, count: OTHERS, tokens: [null] },
      board: await boardOfDemo(server.url),
    });
    drains.push(await server.stop());
    await watching.stop();
  }
  const seconds = (what: string, values: number[]): Figure => ({
    what,
    value: median(values),
    unit: 'ms',
    target: { atMost: 5_000 },
    spread: rangeOf(values),
  });
  return [
    { what: 'first npm start with the demo → ready', value: first.readyAfter, unit: 'ms' },
    { what: '  its end', value: firstDrain, unit: 'ms' },
    seconds(`second npm start → ready, median of ${STARTS}`, starts),
    seconds(`SIGTERM with ${OTHERS} open sockets → ended, median of ${STARTS}`, drains),
  ];
}

interface Started {
  url: string;
  /** Milliseconds until /readyz said yes. */
  readyAfter: number;
  /** Sends SIGTERM and resolves with the milliseconds until npm had ended. */
  stop(): Promise<number>;
}

async function npmStart(stage: Stage, dataDir: string): Promise<Started> {
  const startedAt = performance.now();
  const npm = process.env['npm_execpath'];
  const [program, ...words] = npm ? [process.env['npm_node_execpath'] ?? process.execPath, npm] : ['npm'];
  const child = spawn(program ?? 'npm', [...words, 'start'], {
    cwd: projectDir(),
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    const askedAt = performance.now();
    child.kill('SIGTERM');
    await ended;
    return performance.now() - askedAt;
  };
  stage.onEnd(stop);
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part;
      const address = /^Strikeboard is at (\S+)$/m.exec(output)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
  });
  while (!(await fetch(`${url}/readyz`)).ok) await delay(5);
  return { url, readyAfter: performance.now() - startedAt, stop };
}

async function boardOfDemo(url: string): Promise<string> {
  const query = '{ campaign(slug: "hold-the-line") { board { id } } }';
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await answer.json()) as { data: { campaign: { board: { id: string } } } };
  return data.campaign.board.id;
}
