import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { RetentionJob } from '../../features/closing/change-closing.ts';
import { RETENTION_QUEUE } from '../../platform/jobs/jobs.ts';
import type { Services } from '../../platform/services.ts';

/** How long the id of a request is kept: so long a repeated one is known again. */
export const REQUEST_KEPT_DAYS = 7;

/** Between the mark and the id; no text that was checked holds one. */
const BETWEEN = '\u0000';
const MARKED = new RegExp(`^([\\w-]{22})${BETWEEN}(.*)$`, 's');

/**
 * The id of a request with the mark of what it was made for: the mutation and its input. Two requests of the same id
 * are the same one only if their marks are equal.
 */
export function markRequest(requestId: string, mutation: string, input: object): string {
  const text = `${mutation} ${canonical({ ...input, requestId: null })}`;
  return `${createHash('sha256').update(text).digest('base64url').slice(0, 22)}${BETWEEN}${requestId}`;
}

/** The mark and the id; without a mark for who names only the id. */
export function readMark(marked: string | null | undefined): { mark: string | null; id: string | null } {
  const [, mark, id] = MARKED.exec(marked ?? '') ?? [];
  return mark === undefined ? { mark: null, id: marked ?? null } : { mark, id: id ?? '' };
}

/** As text, the same whatever the order of its fields; what is left out is as what is null nowhere. */
function canonical(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${fields
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`)
    .join(',')}}`;
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
      { data: { forget: 'requests' } satisfies RetentionJob, notBefore },
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
      { data: { forget: 'requests' } satisfies RetentionJob, notBefore: new Date() },
    ]);
  });
}
