import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from '../../../server/test/support/build.ts';
import { startServer } from '../../../server/test/support/start-server.ts';
import { unpackChromium } from './browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server that all journeys share, with the demo on it. */
    serverUrl: string;
  }
}

/**
 * Builds what the journeys run, unpacks the browser and starts one server as people start it, so that no
 * journey's time pays for it. At the end the server must not have logged an error.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await build();
  if (!process.env.CHROMIUM) await unpackChromium();
  const dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-journeys-'));
  const removeFolder = () => rm(dataDir, { recursive: true, force: true });
  const server = await startServer({ DATA_DIR: dataDir, DEMO: 'on' }).catch(async (error: unknown) => {
    await removeFolder();
    throw error;
  });
  project.provide('serverUrl', server.url);
  return async () => {
    await server.stop();
    await removeFolder();
    const errors = server
      .output()
      .split('\n')
      .filter((line) => /^\{.*"level":[56]0\b/.test(line));
    if (errors.length > 0) throw new Error(`The server logged errors:\n${errors.join('\n')}`);
  };
}
