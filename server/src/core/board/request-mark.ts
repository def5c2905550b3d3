import { sql } from 'kysely';
import type { Services } from '../../platform/services.ts';
import { RETENTION_QUEUE } from '../../platform/jobs/retention-queue.ts';

/** How long the id of a request is kept: so long a repeated one is known again. */
export const REQUEST_KEPT_DAYS = 7;

/** What the retention queue carries of requests. */
export interface ForgetJob {
  forget: 'requests';
}

/** How often ids that were kept long enough are looked for (hours). */
const LOOK_HOURS = 24;

/** Forgets ids that were kept long enough, and comes again tomorrow. Returns of how many changes. */
export async function forgetRequests({ orm, jobs }: Pick<Services, 'orm' | 'jobs'>): Promise<number> {
  return orm.em.fork().transactional(async (em) => {
    const { numAffectedRows } = await sql`
      update board_event set request_id = null, request_mark = null
      where request_id is not null and at < clock_timestamp() - make_interval(days => ${REQUEST_KEPT_DAYS})`.execute(
      em.getKysely(),
    );
    const notBefore = new Date(Date.now() + LOOK_HOURS * 3_600_000);
    await jobs.enqueue(em, RETENTION_QUEUE, [
      { data: { forget: 'requests' } satisfies ForgetJob, notBefore },
    ]);
    return Number(numAffectedRows ?? 0);
  });
}

/** Begins the daily look, where no server did before. */
export async function scheduleForgetting({ orm, jobs }: Pick<Services, 'orm' | 'jobs'>): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    const { rows } = await sql`
      select from pgboss.job where name = ${RETENTION_QUEUE} and data ->> 'forget' = 'requests'
        and state in ('created', 'retry', 'active') limit 1`.execute(em.getKysely());
    if (rows.length > 0) return;
    await jobs.enqueue(em, RETENTION_QUEUE, [
      { data: { forget: 'requests' } satisfies ForgetJob, notBefore: new Date() },
    ]);
  });
}
