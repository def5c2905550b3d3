import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../web/journeys/support/browser.ts';
import { createTestServices, type TestServices } from '../test/support/services.ts';
import { type ServerEnvironment, type ServerProcess, startServer } from '../test/support/start-server.ts';
import { cloneTemplate, startTestCluster } from '../test/support/test-cluster.ts';
import type { Figure } from './figures.ts';

/** A group of figures that can be asked for by name. */
export interface Section {
  name: string;
  measure(stage: Stage): Promise<Figure[]>;
}

/** A process that answers each message with one. */
export interface Child {
  ask<Answer>(message: object): Promise<Answer>;
  stop(): Promise<void>;
}

/** What measurements run on; everything started here is stopped with it. */
export interface Stage {
  /** A new migrated database in a cluster that is as safe as in use (fsync). */
  newDatabase(): Promise<string>;
  /** The use cases on a database, for setting a scene. */
  services(databaseUrl: string): Promise<TestServices>;
  /** The built server as a process of its own; of another checkout where one is named. */
  server(environment: ServerEnvironment, folder?: string): Promise<ServerProcess>;
  /** A file of ours as a process of its own; `folder` is the checkout it is of, where it is another one. */
  child(file: string, folder?: string): Child;
  browser(): Promise<Browser>;
  newFolder(): Promise<string>;
  /** Runs at the end, before what was started earlier is stopped. */
  onEnd(stop: () => unknown): void;
  /** Stops what was started since the stage was opened, the last first. */
  close(): Promise<void>;
}

/** Opens a stage over a cluster that outlives it. */
export function openStage(adminUrl: string): Stage {
  const stops: (() => unknown)[] = [];
  const onEnd = (stop: () => unknown) => void stops.push(stop);
  let databases = 0;
  return {
    onEnd,
    newDatabase: () => cloneTemplate(adminUrl, `bench_${process.pid}_${Date.now()}_${++databases}`),
    services: async (databaseUrl) => {
      const services = await createTestServices(databaseUrl);
      onEnd(services.close);
      return services;
    },
    server: async (environment, folder) => {
      const dataDir = await makeFolder(onEnd);
      const start = folder === undefined ? startServer : await startServerOf(folder);
      const server = await start({ DATA_DIR: dataDir, ...environment });
      onEnd(server.stop);
      return server;
    },
    child: (file, folder) => {
      const child = startChild(file, folder);
      onEnd(child.stop);
      return child;
    },
    browser: async () => {
      const browser = await launchBrowser();
      onEnd(() => browser.close());
      return browser;
    },
    newFolder: () => makeFolder(onEnd),
    close: async () => {
      for (const stop of stops.splice(0).reverse()) await stop();
    },
  };
}

async function startServerOf(folder: string): Promise<typeof startServer> {
  const module = pathToFileURL(join(folder, 'server/test/support/start-server.ts')).href;
  return ((await import(module)) as { startServer: typeof startServer }).startServer;
}

/** One durable cluster for a whole run. */
export async function startCluster(): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  return startTestCluster({ durable: true });
}

function startChild(file: string, folder?: string): Child {
  // There, so that it is compiled by the settings of its own checkout.
  const child = fork(file, { execArgv: [...process.execArgv, '--expose-gc'], cwd: folder });
  const ended = once(child, 'exit');
  const broke = ended.then(([code]) => {
    throw new Error(`${file} ended with ${String(code)}.`);
  });
  broke.catch(() => undefined);
  return {
    ask: async <Answer>(message: object) => {
      const answered = once(child, 'message');
      child.send(message);
      const [answer] = (await Promise.race([answered, broke])) as [Answer];
      return answer;
    },
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

async function makeFolder(onEnd: Stage['onEnd']): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'strikeboard-bench-'));
  onEnd(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
