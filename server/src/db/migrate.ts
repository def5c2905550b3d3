import pg from 'pg';
import { installJobs } from '../jobs/jobs.ts';
import { createOrm } from './orm.ts';

/** Any fixed number; whoever migrates this database holds the lock of that number. */
const MIGRATION_LOCK = 7241955;

/** Brings the database at `databaseUrl` to the newest schema. Servers that start together take turns. */
export async function migrate(databaseUrl: string): Promise<void> {
  const turn = new pg.Client({ connectionString: databaseUrl });
  await turn.connect();
  const orm = createOrm(databaseUrl, { poolSize: 2 });
  try {
    await turn.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await orm.migrator.up();
    await installJobs(databaseUrl);
  } finally {
    await orm.close();
    await turn.end();
  }
}
