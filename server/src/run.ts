import cluster from 'node:cluster';
import { createApp } from './app/app.ts';
import { type Config, readConfig } from './platform/config/config.ts';
import { createLog, type Log } from './platform/log/log.ts';
import { StartupError } from './platform/startup/startup-error.ts';
import { databaseOfWorker, runWorkers, tellPrimary } from './workers.ts';

/**
 * Runs one server, or the workers of one, until SIGTERM or Ctrl-C, which drain it; the second one ends at once.
 * `--development` compiles the pages as their sources change. What it cannot start with it says in one sentence, and exits
 * with code 1.
 */
export async function run(words: string[], environment: NodeJS.ProcessEnv, path: string): Promise<void> {
  const stopAsked = firstSignal();
  const log = createLog();
  // As Node prints an error it shows all of it, and errors of the database hold what people typed.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => endWith(log, error));
  }
  try {
    const config = readConfig(environment, words.includes('--development') ? 'development' : 'built', words);
    if (cluster.isWorker) await runAsWorker(config, log, stopAsked);
    else if (config.workers > 1) await runWorkers(config, log, { path, words }, { stopAsked, say });
    else await runAlone(config, log, stopAsked);
    process.exit(0);
  } catch (error) {
    if (!(error instanceof StartupError)) return endWith(log, error);
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

async function runAlone(config: Config, log: Log, stopAsked: Promise<void>): Promise<void> {
  const app = await createApp(config, log);
  say(config, app.url);
  await stopAsked;
  await app.close();
}

async function runAsWorker(config: Config, log: Log, stopAsked: Promise<void>): Promise<void> {
  const app = await createApp(config, log, databaseOfWorker());
  tellPrimary(app.url);
  await stopAsked;
  await app.close();
}

function say(config: Config, url: string): void {
  if (config.coordinator !== undefined) process.stdout.write(`${config.coordinator} is a coordinator now.\n`);
  process.stdout.write(`Strikeboard is at ${url}\n`);
}

/** Nothing can be said of what a fault of ours has left behind: whoever keeps the server running starts it anew. */
function endWith(log: Log, error: unknown): void {
  log.fatal({ err: error }, 'the server cannot go on');
  log.flush(() => process.exit(1));
}

/** One Ctrl-C arrives more than once: from the terminal, from npm, and from the start command. */
const ECHO_MS = 1_000;

/** Asked while still starting, the server first starts and then stops: half a start is never left behind. */
function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    let heardAt: number | undefined;
    const hear = () => {
      heardAt ??= performance.now();
      resolve();
      if (performance.now() - heardAt > ECHO_MS) process.exit(130);
    };
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, hear);
  });
}
