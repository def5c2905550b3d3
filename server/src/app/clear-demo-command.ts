import { pino } from 'pino';
import { readConfig } from '../platform/config/config.ts';
import { migrate } from './migrate.ts';
import { features } from './features.ts';
import { openOrm } from './open-orm.ts';
import { startDatabase } from './start-database.ts';
import { openJobQueue } from '../platform/jobs/jobs.ts';
import { StartupError } from '../platform/startup/startup-error.ts';
import { type ClearedDemo, clearDemo } from './demo/clear-demo.ts';

/**
 * `clear-demo`: clears the demo away, so that the database can be run with DEMO=off. No server should run meanwhile;
 * on the built-in database none can. What cannot be done it says in one sentence, and exits with code 1.
 */
export async function runClearDemoCommand(environment: NodeJS.ProcessEnv): Promise<void> {
  // What was started is stopped in the opposite order.
  const stops: (() => Promise<void>)[] = [];
  try {
    const log = pino({ level: 'silent' });
    const config = readConfig(environment);
    const database = await startDatabase(config, log);
    stops.push(database.stop);
    await migrate(database.ownerUrl, database.url);
    const orm = openOrm(database.url);
    stops.push(() => orm.close());
    const erasedPeople = features.flatMap(({ erasesPerson }) => erasesPerson ?? []);
    const jobs = await openJobQueue(database.url, log);
    stops.push(jobs.stop);
    process.stdout.write(`${words(await clearDemo({ orm, jobs, config, erasedPeople }))}\n`);
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

function words(cleared: ClearedDemo | null): string {
  if (!cleared) return 'There is no demo in this database.';
  const { people, organizations, campaigns, asks, roles, standings } = cleared;
  return (
    `The demo is cleared away: ${people} people, ${organizations} organizations, ${campaigns} campaigns and ${asks} requests. ` +
    `Taken back from others: ${roles} roles and ${standings} standings; give again what should be. Start with DEMO=off now.`
  );
}
