import { features } from './features.ts';
import { queuesOf } from './jobs-of-features.ts';
import { installJobs } from '../platform/jobs/jobs.ts';
import { prepareAppRole } from '../platform/db/app-role.ts';
import { LimitedClient } from '../platform/db/limited-client.ts';
import { limitsForLongWork, limitSettings } from '../platform/db/limits.ts';
import { openOrm } from './open-orm.ts';

/** Any fixed number; whoever migrates this database holds the lock of that number. */
const MIGRATION_LOCK = 7241955;

/**
 * Brings the database at `databaseUrl` to the newest schema, and lets the role of `appUrl` work in it, if that is
 * another one. Servers that start together take turns.
 */
export async function migrate(databaseUrl: string, appUrl: string = databaseUrl): Promise<void> {
  const limits = limitsForLongWork();
  // Another server may be at it for long; meanwhile the line is kept alive.
  const waiting = { statement_timeout: 0, lock_timeout: 0, query_timeout: 0 };
  const turn = new LimitedClient({ connectionString: databaseUrl, ...limitSettings(limits), ...waiting });
  turn.on('error', () => undefined);
  await turn.connect();
  const orm = openOrm(databaseUrl, { poolSize: 2, limits });
  try {
    await turn.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await orm.migrator.up();
    await installJobs(databaseUrl, queuesOf(features));
    const { username, password } = new URL(appUrl);
    if (username !== new URL(databaseUrl).username) {
      await prepareAppRole((text, values) => turn.query(text, values), {
        name: decodeURIComponent(username),
        password: password === '' ? undefined : decodeURIComponent(password),
      });
    }
  } finally {
    await orm.close();
    await turn.end();
  }
}
