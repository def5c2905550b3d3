import { CompiledQuery } from 'kysely';
import { type JobResult, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { LimitedClient } from '../db/limited-client.ts';
import { type DatabaseLimits, limitSettings, limitsForLongWork, limitsFrom } from '../db/limits.ts';
import type { Em } from '../db/orm.ts';

/** How often and how soon a job of a queue that failed is tried again; `retryDelay` in seconds. */
export interface Retries {
  retryLimit: number;
  retryDelay: number;
  retryBackoff: boolean;
}

/** A job whose server has not said for so long that it is at it is given to another (s): the server has died. */
const SIGN_OF_LIFE_SECONDS = 30;
/** A job that is done, or was given up, goes after so long (s): it says whom it was about. */
const DONE_JOB_SECONDS = 7 * 86_400;
/** How often jobs without a sign of life are looked for (s). */
const LOOK_SECONDS = 15;

export interface NewJob {
  data: object;
  /**
   * Not before when it is done: a moment that the database gave, or how much later than now. This server's own clock
   * may be wrong, so no moment comes from it.
   */
  notBefore: Date | { seconds: number };
}

export interface JobsOfQueue {
  queue: string;
  jobs: NewJob[];
}

/** Work to be done later, kept in PostgreSQL beside what it is about. */
export interface Jobs {
  /** The statement that enqueues, for whoever sends it in a transaction together with others. */
  statement(work: JobsOfQueue): Promise<CompiledQuery>;
  /** Enqueues in the transaction of `em`: the jobs exist if and only if it commits. */
  enqueue(em: Em, queue: string, jobs: NewJob[]): Promise<void>;
}

/** A connection to the queue, of one server. */
export interface JobQueue extends Jobs {
  /** From now on, carries out the due jobs of a queue here. A job that throws is tried again later. */
  work<Job extends object>(queue: string, run: (job: Job) => Promise<void>): Promise<void>;
  /** Resolves when running jobs are done. */
  stop(): Promise<void>;
}

/** How often a server looks for due jobs, in seconds. */
const POLL_SECONDS = 1;
/** How long running jobs may take to end when the server stops. */
const STOP_LIMIT_MS = 1_500;

/** Connects to the queue. Carries out nothing until told to. */
export async function openJobQueue(
  databaseUrl: string,
  log: Logger,
  limits: DatabaseLimits = limitsFrom(),
): Promise<JobQueue> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    ...limitedPool(limits),
    application_name: 'strikeboard-jobs',
    max: 2,
    migrate: false,
    schedule: false,
    superviseIntervalSeconds: LOOK_SECONDS,
    monitorIntervalSeconds: LOOK_SECONDS,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'a job could not be read or kept'));
  await boss.start();
  const statement = async ({ queue, jobs }: JobsOfQueue) => {
    let written: CompiledQuery | undefined;
    // It gives its statement to whoever is to carry it out.
    const executeSql = async (text: string, values?: unknown[]) => {
      written = CompiledQuery.raw(text, values);
      return { rows: [] };
    };
    const toInsert = jobs.map(({ data, notBefore }) => ({
      data,
      startAfter: notBefore instanceof Date ? notBefore : `${notBefore.seconds} seconds`,
    }));
    await boss.insert(queue, toInsert, { db: { executeSql } });
    if (!written) throw new Error(`Nothing was written for the queue ${queue}.`);
    return written;
  };
  return {
    statement,
    enqueue: async (em, queue, jobs) => {
      await em.getKysely().executeQuery(await statement({ queue, jobs }));
    },
    work: async <Job extends object>(queue: string, run: (job: Job) => Promise<void>) => {
      // Each job is settled by itself: one that fails takes none of its batch along.
      const options = { pollingIntervalSeconds: POLL_SECONDS, batchSize: 20, perJobResults: true } as const;
      await boss.work<Job>(queue, options, async (jobs) => {
        const results: JobResult[] = [];
        for (const { id, data } of jobs) {
          try {
            await run(data);
            results.push({ id, status: 'completed' });
          } catch (error) {
            log.warn({ err: error, queue, job: id }, 'a job failed');
            results.push({ id, status: 'failed', output: { message: String(error) } });
          }
        }
        return results;
      });
    },
    stop: () => boss.stop({ graceful: true, timeout: STOP_LIMIT_MS }),
  };
}

/** Makes or updates the tables of the job queue, and the queues. */
export async function installJobs(databaseUrl: string, queues: ReadonlyMap<string, Retries>): Promise<void> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    ...limitedPool(limitsForLongWork()),
    max: 1,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const [name, retries] of queues) {
      const options = {
        ...retries,
        heartbeatSeconds: SIGN_OF_LIFE_SECONDS,
        deleteAfterSeconds: DONE_JOB_SECONDS,
      };
      await boss.createQueue(name, options);
      // One that was made by an earlier version keeps its options else.
      await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** It hands all of its settings to its pool, more than its types know. */
function limitedPool(limits: DatabaseLimits): object {
  return {
    ...limitSettings(limits),
    connectionTimeoutMillis: limits.turn,
    connectLimitMs: limits.connect,
    Client: LimitedClient,
  };
}
