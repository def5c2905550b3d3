import { sql } from 'kysely';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import { ASK_KEPT_DAYS } from './read-asks.ts';
import { RETENTION_QUEUE } from '../../platform/jobs/retention-queue.ts';

/** What the retention queue carries of asks. */
export interface AskJob {
  askId: string;
}

/** What is never sent goes so many days after it was begun, however often it was touched. */
export const DRAFT_DAYS = 90;

/** When the time of an ask is over that became nothing: null for one that waits, and for one that is a campaign. */
const eraseAfter = sql<Date | null>`(case
  when ask.status = 'DRAFT' and ask.answers = '{}' and ask.contact_sealed is null then ask.updated_at + interval '1 day'
  when ask.status = 'DRAFT' then least(ask.updated_at + make_interval(hours => ${ASK_KEPT_DAYS * 24}),
    ask.created_at + make_interval(hours => ${DRAFT_DAYS * 24}))
  when ask.status = 'DECLINED' then ask.decided_at + make_interval(hours => ${ASK_KEPT_DAYS * 24}) end)`;

/** Enqueues the erasing of an ask in the transaction of `em`, for the moment its time is over. */
export async function scheduleAskErasing(
  services: Pick<Services, 'jobs' | 'config'>,
  em: Em,
  askId: string,
): Promise<void> {
  const notBefore = await whenOver(em.getKysely(), askId);
  if (!notBefore) return;
  const data: AskJob = { askId };
  await services.jobs.enqueue(em, RETENTION_QUEUE, [{ data, notBefore }]);
}

/**
 * Erases an ask that became nothing when its time is over, whole and in one statement: answers, contact, link, and its
 * plan with it. Of an answered one two durations stay, without a name. A draft that was touched meanwhile gets a new
 * day; whatever waits, or is a campaign, is left alone. Returns whether it did.
 */
export async function eraseAsk(services: Services, askId: string): Promise<boolean> {
  return services.orm.em.fork().transactional(async (em) => {
    const { rows } = await sql`
      with gone as (
        delete from ask where id = ${askId} and ${eraseAfter} <= clock_timestamp()
        returning submitted_at, triaged_at, decided_at),
      kept as (
        insert into erased_ask (triage_seconds, decision_seconds)
        select extract(epoch from triaged_at - submitted_at)::int, extract(epoch from decided_at - submitted_at)::int
        from gone where submitted_at is not null and decided_at is not null)
      select from gone`.execute(em.getKysely());
    if (rows.length === 0) await scheduleAskErasing(services, em, askId);
    return rows.length > 0;
  });
}

/**
 * Enqueues the erasing of every ask that has no job for it: those of a version without this rule, and those whose job
 * failed too often. Several servers that start at once may do it twice, which does no harm.
 */
export async function scheduleForgottenAsks(services: Pick<Services, 'jobs' | 'orm'>): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const { rows } = await sql<{ askId: string; notBefore: Date }>`
      select ask.id as "askId", ${eraseAfter} as "notBefore" from ask
      where ask.status in ('DRAFT', 'DECLINED') and not exists (
        select from pgboss.job where name = ${RETENTION_QUEUE} and data ->> 'askId' = ask.id::text
          and state in ('created', 'retry', 'active'))`.execute(em.getKysely());
    const jobs = rows.map(({ askId, notBefore }) => ({ data: { askId } satisfies AskJob, notBefore }));
    if (jobs.length > 0) await services.jobs.enqueue(em, RETENTION_QUEUE, jobs);
  });
}

async function whenOver(db: Kysely, askId: string): Promise<Date | null> {
  const { rows } = await sql<{ notBefore: Date | null }>`
    select ${eraseAfter} as "notBefore" from ask where id = ${askId}`.execute(db);
  return rows[0]?.notBefore ?? null;
}
