import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type App, createApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import type { Log } from '../../src/platform/log/log.ts';

/** That of `createTestServices`: both may work on one database. */
const APP_SECRET = 'a secret for tests, thirty-two characters';

/** The whole server in this process, without pages, on a free port. */
export interface TestApp extends App {
  /** Asks the API; gives the answer as it came. */
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Response>;
}

/** Starts it as these settings say, on a database. */
export async function startApp(
  databaseUrl: string,
  environment: Record<string, string> = {},
  log: Log = pino({ level: 'silent' }),
): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-app-'));
  const settings = {
    PORT: '0',
    DEMO: 'off',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    APP_SECRET,
    ...environment,
  };
  const app = await createApp(readConfig(settings, 'none'), log);
  return {
    ...app,
    ask: (query, variables = {}, headers = {}) =>
      fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    close: async () => {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
