import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../../src/platform/db/embedded-postgres.ts';
import { migrate } from '../../src/app/migrate.ts';
import { startApp } from '../support/start-app.ts';
import { startMailCatcher } from '../support/mail-catcher.ts';
import { until } from '../support/until.ts';
import { postmasterOf } from './kill.ts';
import { type FaultReport, keepReading, openScene, untilMore } from './scene.ts';

const LIFE_MS = 60;
const SIGNALS = ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const;

/** PostgreSQL ends under a server that goes on: by a fast shutdown, an immediate one, or killed. It is started again. */
export async function restartDatabase(times: number): Promise<FaultReport> {
  const dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-database-'));
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  const url = postgres.connectionString;
  await migrate(url);
  const catcher = await startMailCatcher();
  const app = await startApp(url, { SMTP_URL: catcher.url, BUDGETS: 'off' });
  try {
    const scene = await openScene(url, () => app.url, { post: { catcher, people: 10 * times } });
    for (const writer of scene.writers) writer.start();
    const stopReading = keepReading(() => app.url, scene);
    let failedStarts = 0;
    for (let time = 0; time < times; time += 1) {
      await untilMore(scene);
      await delay(Math.random() * LIFE_MS);
      const before = await postmasterOf(dataDir);
      process.kill(before, SIGNALS[time % SIGNALS.length]);
      const pid = await until(
        'the database is another process',
        async () => {
          const now = await postmasterOf(dataDir).catch(() => before);
          return now !== before && now;
        },
        30_000,
      ).catch(() => 0);
      if (!pid) failedStarts += 1;
    }
    await untilMore(scene);
    await stopReading();
    const found = await scene.finish(url);
    return { fault: 'the database ends', times, failedStarts, ...found };
  } finally {
    await app.close();
    await catcher.stop();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
