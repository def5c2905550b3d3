import cluster, { type Worker } from 'node:cluster';
import { setTimeout as delay } from 'node:timers/promises';
import { type GivenDatabase, startDatabase } from './app/start-database.ts';
import type { Config } from './platform/config/config.ts';
import type { Log } from './platform/log/log.ts';
import { StartupError } from './platform/startup/startup-error.ts';

/** The program that a worker runs, and its words. */
interface Program {
  path: string;
  words: string[];
}

/** Where a worker finds the database that its primary started, in its environment. */
const DATABASE = 'STRIKEBOARD_WORKER_DATABASE';
/** Before one that fell over is started again, so that one which cannot stand does not keep a core busy (ms). */
const START_AGAIN_MS = 1_000;

/**
 * Runs as many servers as the settings say behind one port, over one database, until asked to stop. They know of each
 * other no more than servers on different machines do: what happens at one the others hear through the database or Redis.
 * One that ends unasked is started again.
 */
export async function runWorkers(
  config: Config,
  log: Log,
  { path, words }: Program,
  { stopAsked, say }: { stopAsked: Promise<void>; say(config: Config, url: string): void },
): Promise<void> {
  if (config.pages === 'development') throw new StartupError('WORKERS is not for development: leave it out.');
  if (config.metrics && config.metrics.port === undefined)
    throw new StartupError(
      'With WORKERS each has figures of its own: set METRICS_PORT, and read that port and those after it.',
    );
  const database = await startDatabase(config, log);
  const { url, ownerUrl } = database;
  cluster.setupPrimary({ exec: path, args: words });
  let stopping = false;
  const workers = new Map<number, Worker>();
  const open = async (place: number): Promise<string> => {
    const worker = cluster.fork({
      [DATABASE]: JSON.stringify({ url, ownerUrl } satisfies GivenDatabase),
      ...(config.metrics?.port && { METRICS_PORT: String(config.metrics.port + place) }),
    });
    workers.set(place, worker);
    const at = await addressOf(worker);
    worker.once('exit', (code, signal) => {
      if (stopping) return;
      log.error({ place, code, signal }, 'a worker ended unasked: starting it again');
      void again(place);
    });
    return at;
  };
  const again = async (place: number): Promise<void> => {
    await delay(START_AGAIN_MS, undefined, { ref: false });
    if (stopping) return;
    await open(place).catch(() => again(place));
  };
  try {
    // The first one makes the tables and fills the demo; the others find them.
    const address = await open(0);
    await Promise.all(Array.from({ length: config.workers - 1 }, (_each, index) => open(index + 1)));
    say(config, address);
    await stopAsked;
  } finally {
    stopping = true;
    await Promise.all([...workers.values()].map(endOf));
    await database.stop();
  }
}

/** Resolves with the address it listens at. It has said itself why, where it cannot start. */
function addressOf(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once('message', ({ url }: { url: string }) => resolve(url));
    worker.once('exit', () => reject(new StartupError('A worker could not start.')));
  });
}

async function endOf(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  worker.process.kill('SIGTERM');
  await ended;
}

/** What the primary handed to this worker. */
export const databaseOfWorker = (): GivenDatabase => JSON.parse(process.env[DATABASE]!) as GivenDatabase;

export const tellPrimary = (url: string): void => void process.send?.({ url });
