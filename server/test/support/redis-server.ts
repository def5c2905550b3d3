import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createClient } from '@redis/client';
import { until } from './until.ts';

/** A Redis (or Valkey) of one test: in memory alone, on this machine alone, behind a password of its own. */
export interface RedisServer {
  /** As in `REDIS_URL`. Stays the same when it is revived. */
  url: string;
  /** SIGKILL: as when the machine goes. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts it again, empty, at the same address. */
  revive(): Promise<void>;
  /** SIGSTOP: it accepts connections and answers nothing. `thaw` ends it. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

const HOW_TO =
  'Tests over Redis need a Redis or Valkey server: apt-get install redis-server, or name the program in REDIS_SERVER.';

/**
 * Why the tests over Redis cannot run here, as one sentence; null when they can. Under CI=true it throws the
 * sentence instead, so that nobody takes a skipped test for a passed one. For `describe.skipIf`.
 */
export function whyNoRedis(): string | null {
  if (redisProgram()) return null;
  if (process.env['CI'] === 'true') throw new Error(HOW_TO);
  process.stderr.write(`${HOW_TO}\n`);
  return HOW_TO;
}

/** Starts one on a free port. Refuses when there is no program for it. */
export async function startRedisServer(): Promise<RedisServer> {
  const program = redisProgram();
  if (!program) throw new Error(HOW_TO);
  const folder = await mkdtemp(join(tmpdir(), 'strikeboard-redis-'));
  const password = randomBytes(12).toString('hex');
  const port = await freePort();
  const url = `redis://:${password}@127.0.0.1:${port}`;
  let server = await spawnRedis(program, { folder, password, port, url });
  return {
    url,
    kill: () => end(server, 'SIGKILL'),
    revive: async () => void (server = await spawnRedis(program, { folder, password, port, url })),
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    stop: async () => {
      server.kill('SIGCONT');
      await end(server, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function redisProgram(): string | undefined {
  const named = process.env['REDIS_SERVER']?.trim();
  if (named) return existsSync(named) ? named : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return ['redis-server', 'valkey-server']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

async function spawnRedis(
  program: string,
  { folder, password, port, url }: { folder: string; password: string; port: number; url: string },
): Promise<ChildProcess> {
  // The settings come by stdin, so that the password is in no list of processes.
  const server = spawn(program, ['-'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  server.stdout?.on('data', (part: Buffer) => (output += part.toString()));
  server.stderr?.on('data', (part: Buffer) => (output += part.toString()));
  server.stdin?.end(
    ['bind 127.0.0.1', `port ${port}`, `requirepass ${password}`, 'save ""', 'appendonly no', ''].join('\n'),
  );
  await until(
    'Redis answers',
    async () => {
      if (hasEnded(server)) throw new Error(`Redis did not start:\n${output}`);
      return await answers(url);
    },
    10_000,
  );
  return server;
}

async function answers(url: string): Promise<boolean> {
  const client = createClient({ url, socket: { reconnectStrategy: false, connectTimeout: 1_000 } });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    if (client.isOpen) client.destroy();
  }
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(server)) return;
  const ended = new Promise((resolve) => server.once('close', resolve));
  server.kill(signal);
  await ended;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
