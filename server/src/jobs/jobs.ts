import { PgBoss } from 'pg-boss';

/** Ends leases that ran out, and warns before. */
export const LEASE_QUEUE = 'lease';

/** Makes or updates the tables of the job queue, and the queues. */
export async function installJobs(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 1, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    await boss.createQueue(LEASE_QUEUE, { retryLimit: 5, retryDelay: 5, retryBackoff: true });
  } finally {
    await boss.stop({ graceful: false });
  }
}
