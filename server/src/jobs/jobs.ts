import { CompiledQuery } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Em } from '../db/orm.ts';

/** Ends leases that ran out, and warns before. */
export const LEASE_QUEUE = 'lease';

export interface NewJob {
  data: object;
  /** Seconds from now, by the database's clock. */
  afterSeconds: number;
}

/** Work to be done later, kept in PostgreSQL beside what it is about. */
export interface Jobs {
  /** Enqueues in the transaction of `em`: the jobs exist if and only if it commits. */
  enqueue(em: Em, queue: string, jobs: NewJob[]): Promise<void>;
}

/** Enqueues without running anything: for tests and tools beside a server. */
export function createJobs(databaseUrl: string, log: Logger): Jobs & { boss: PgBoss } {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'strikeboard-jobs',
    max: 2,
    migrate: false,
    schedule: false,
  });
  boss.on('error', (error) => log.warn({ error }, 'A job could not be read or kept.'));
  return {
    boss,
    enqueue: async (em, queue, jobs) => {
      const db = em.getKysely();
      await boss.insert(
        queue,
        jobs.map(({ data, afterSeconds }) => ({ data, startAfter: afterSeconds })),
        {
          db: {
            executeSql: async (text, values) => {
              const { rows } = await db.executeQuery(CompiledQuery.raw(text, values));
              return { rows };
            },
          },
        },
      );
    },
  };
}

/** How often a server looks for due jobs, in seconds. */
const POLL_SECONDS = 1;

/** Starts to run due jobs; returns what stops it after the running ones are done. */
export async function runJobs<T extends object>(
  { boss }: { boss: PgBoss },
  queue: string,
  run: (data: T) => Promise<void>,
): Promise<void> {
  await boss.work<T>(queue, { pollingIntervalSeconds: POLL_SECONDS, batchSize: 20 }, async (jobs) => {
    for (const { data } of jobs) await run(data);
  });
}

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
