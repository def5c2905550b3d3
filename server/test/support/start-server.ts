import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../src/platform/startup/project-dir.ts';
import { until } from './until.ts';

/** The built server as a process of its own, as people run it. */
export interface ServerProcess {
  /** `http://localhost:<port>`, as it printed it. */
  url: string;
  pid: number;
  /** Everything it wrote so far, both streams. */
  output(): string;
  /** Resolves when it has ended: its exit code, or null after a signal it did not answer. */
  ended: Promise<number | null>;
  /** Sends SIGTERM and waits for the end. */
  stop(): Promise<number | null>;
}

/** What differs from one start to the next; the rest of the environment is not passed on. */
export type ServerEnvironment = Partial<
  Record<
    | 'PORT'
    | 'HOST'
    | 'WORKERS'
    | 'METRICS_TOKEN'
    | 'METRICS_PORT'
    | 'PUBLIC_URL'
    | 'DATABASE_URL'
    | 'DATABASE_READ_URL'
    | 'DATABASE_CONNECT_SECONDS'
    | 'DATABASE_STATEMENT_SECONDS'
    | 'DATABASE_OWNER_URL'
    | 'EDGE_URLS'
    | 'REDIS_URL'
    | 'TRUST_PROXY'
    | 'BUDGETS'
    | 'BUDGET_ADDRESS'
    | 'SOCKETS_ADDRESS'
    | 'DRAIN_SECONDS'
    | 'DATA_DIR'
    | 'APP_SECRET'
    | 'SMTP_URL'
    | 'MAIL_COLLECT_SECONDS'
    | 'DEMO'
    | 'LANGUAGES_DIR'
    | 'WEBHOOK_HOSTS'
    | 'NODE_OPTIONS'
    | 'SKEW_MS',
    string
  >
>;

const START_LIMIT_MS = 120_000;

/** Starts the built server on a free port, without the demo unless asked, and waits until it is ready. */
export async function startServer(environment: ServerEnvironment): Promise<ServerProcess> {
  const { child, output, ended } = spawnServer(environment);
  const url = await until(
    'the server to print its address',
    () => {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`);
      return /^Strikeboard is at (\S+)$/m.exec(output())?.[1];
    },
    START_LIMIT_MS,
  );
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { url, pid: child.pid ?? 0, output, ended, stop };
}

/** Starts a server that is expected to give up, and returns its exit code and what it wrote. */
export async function startInVain(
  environment: ServerEnvironment,
): Promise<{ code: number | null; output: string }> {
  const { child, output, ended } = spawnServer(environment);
  const impatience = setTimeout(() => child.kill('SIGTERM'), START_LIMIT_MS);
  const code = await ended;
  clearTimeout(impatience);
  return { code, output: output() };
}

function spawnServer(environment: ServerEnvironment): {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
} {
  const main = join(projectDir(), 'server/dist/main.js');
  if (!existsSync(main)) throw new Error('The server is not built: run the tests with npm test.');
  const child = spawn(process.execPath, [main], {
    // A few people here do in a minute what nobody does: limits on that have tests of their own.
    env: {
      ...{ PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0', DEMO: 'off', BUDGETS: 'off' },
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  child.stderr.on('data', (part: Buffer) => (text += part.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { child, output: () => text, ended };
}
