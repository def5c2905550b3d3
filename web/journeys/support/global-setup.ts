import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from '../../../server/test/support/build.ts';
import { startServer } from '../../../server/test/support/start-server.ts';
import { startTestCluster } from '../../../server/test/support/test-cluster.ts';
import { unpackChromium } from './browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Addresses of servers with the demo on them: one for each worker, whose journeys share it one after the other. */
    serverUrls: string[];
    /** Address of a PostgreSQL for journeys that open a server of their own. */
    adminUrl: string;
  }
}

/**
 * Builds what the journeys run, unpacks the browser and starts a server for each worker as people start it, and a
 * PostgreSQL for those that journeys open for themselves, so that no journey's time pays for it. At the end the servers must not have logged an error.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await build();
  if (!process.env.CHROMIUM) await unpackChromium();
  const cluster = await startTestCluster();
  project.provide('adminUrl', cluster.adminUrl);
  const servers = await openServers(Number(project.config.maxWorkers));
  project.provide(
    'serverUrls',
    servers.map(({ url }) => url),
  );
  return async () => {
    const errors = (await Promise.all(servers.map((server) => server.close()))).flat();
    await cluster.stop();
    if (errors.length > 0) throw new Error(`A server logged errors:\n${errors.join('\n')}`);
  };
}

interface DemoServer {
  url: string;
  /** Returns what it logged as errors. */
  close(): Promise<string[]>;
}

/** All of them, or none. */
async function openServers(many: number): Promise<DemoServer[]> {
  const begun = await Promise.allSettled(Array.from({ length: many }, openServer));
  const servers = begun.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const failed = begun.find(({ status }) => status === 'rejected');
  if (!failed) return servers;
  await Promise.all(servers.map((server) => server.close()));
  throw (failed as PromiseRejectedResult).reason;
}

async function openServer(): Promise<DemoServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-journeys-'));
  const removeFolder = () => rm(dataDir, { recursive: true, force: true });
  const server = await startServer({ DATA_DIR: dataDir, DEMO: 'on' }).catch(async (error: unknown) => {
    await removeFolder();
    throw error;
  });
  return {
    url: server.url,
    close: async () => {
      await server.stop();
      await removeFolder();
      return server
        .output()
        .split('\n')
        .filter((line) => /^\{.*"level":[56]0\b/.test(line));
    },
  };
}
